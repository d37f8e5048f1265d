/** Reads those lines of a run that are whole tables: their rows have nothing between them either. */
import { confidenceOf, type Judged } from '../columns/judge.ts';
import { isMenu } from '../columns/menus.ts';
import type { FoundTable } from '../find-tables.ts';
import { hasHeader } from '../forms/delimited.ts';
import { readBlock } from '../seams/block.ts';
import type { Row } from '../seams/row.ts';
import { cutScores, firstScores, hasPlaces, UNLIKELY } from '../seams/scores.ts';
import { mayBeOneLine } from './may-be-one-line.ts';
import { FEWEST_CELLS, rowSplits } from './one-line.ts';
import type { Reading } from './reading.ts';
import { MOST_ONE_LINE, neighbours } from './worth-a-look.ts';

/** The judge's forecast below which lines stay lines. Such lines of cells are seldom anything else where runs of lines are no rows. */
const SURE_OF_ONE_LINE = 0.5;
const SURE_OF_ONE_BARE_LINE = 0.25;
/** So few cells agree by chance, as the names and figures of one sentence do. */
const FEW_CELLS_OF_ONE_LINE = 12;
const SURE_OF_FEW_CELLS = 0.4;
/** Where others beside it look alike they are rather rows. */
const SURE_OF_ONE_OF_MANY = 0.55;

export function lineReader(reading: Reading): (run: readonly string[]) => FoundTable[] {
  const { models, hasBareRuns, effort, evidenceBeside, judgeGuessed } = reading;
  const sureOfOneLine = hasBareRuns ? SURE_OF_ONE_BARE_LINE : SURE_OF_ONE_LINE;
  return (run) => {
    if (effort.isSpentOnLines) return [];
    const asks = run.map((line) => mayBeOneLine(line));
    return Array.from(run.keys()).flatMap((at) => {
      const alike = asks[at] ? neighbours(asks, at) : 0;
      if (alike === 0 || alike > MOST_ONE_LINE || effort.isSpentOnLines) return [];
      return readLine(run[at] as string, at, alike > 1 ? SURE_OF_ONE_OF_MANY : sureOfOneLine) ?? [];
    });
  };

  function readLine(line: string, start: number, least: number): FoundTable | undefined {
    effort.look(line.length);
    const best = judgeSplits(line, least);
    if (best === undefined) {
      effort.lineWasNone(line.length);
      return undefined;
    }
    const { texts } = best.solution;
    if (isMenu(texts)) return undefined;
    const cells = texts.flat().filter(Boolean).length;
    if (best.forecast < SURE_OF_FEW_CELLS && cells < FEW_CELLS_OF_ONE_LINE) return undefined;
    const confidence = confidenceOf(best);
    return { start, end: start + 1, rows: texts, header: hasHeader(texts), by: 'table:one-line', confidence };
  }

  /** The best of the ways to cut a line into rows that the judge is so sure of. */
  function judgeSplits(line: string, least: number): Judged | undefined {
    const block = readBlock([line], 'glued');
    const { habits, words } = evidenceBeside();
    const first = firstScores(block, habits, words, models.seams);
    if (!hasPlaces(first[0] as Float32Array, FEWEST_CELLS - 1, UNLIKELY)) return undefined;
    const [scores] = cutScores(block, habits, words, models, first);
    let best: Judged | undefined;
    for (const rows of rowSplits(block.rows[0] as Row, scores as Float32Array)) {
      const judged = judgeGuessed(rows);
      if (judged !== undefined && judged.forecast >= (best?.forecast ?? least)) best = judged;
    }
    return best;
  }
}
