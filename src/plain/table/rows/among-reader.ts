/** Reads the rows of a run in which other lines stand, too. */
import { evaluate } from '../../../model/trees.ts';
import { type Judged, tableOf } from '../columns/judge.ts';
import type { FoundTable } from '../find-tables.ts';
import { brokenPlaces } from './broken-habits.ts';
import { sizeOf } from './effort.ts';
import { CLEAR_ODDS, LEAST_ODDS_AMONG, sureOfGlued, sureOfSpaced } from './how-sure.ts';
import { LONGEST_ROW, MOST_ROWS, type Reading } from './reading.ts';
import { type Part, rowsAmong } from './rows-among.ts';
import { asRows, lookOf } from './run-features.ts';
import { signedRows } from './signed-rows.ts';
import { isWrapped } from './worth-a-look.ts';

/** Words of a header are harder to part than what stands under them. */
const HEADER_COSTS = 0.15;

/** Rows whose amounts tell them; where there are none, glued ones. */
export function amongReader(reading: Reading): (run: readonly string[]) => FoundTable[] {
  const { models, isDense, hasBareRuns, effort, judgeRows } = reading;
  return (run) => {
    const signed = readSigned(run);
    return signed.length > 0 ? signed : rowsAmong(run, brokenPlaces).flatMap((part) => readGlued(run, part));
  };

  function readSigned(run: readonly string[]): FoundTable[] {
    return signedRows(run).flatMap(({ start, end }) => {
      if (end - start >= MOST_ROWS || effort.isLong) return [];
      const rows = run.slice(start - 1, end);
      effort.look(sizeOf(rows));
      const judged = judgeRows(rows, 'space');
      if (judged === undefined || judged.forecast < sureOfSpaced(rows.length, false, false)) return [];
      const table = tableOf(judged, rows.length);
      return [{ ...table, start: table.start + start - 1, end }];
    });
  }

  /** With the line above as its header where that makes a table about as well. */
  function readGlued(run: readonly string[], { start, end, mayHaveHeader }: Part): FoundTable[] {
    // Rows that are no table under the line above are none without it.
    if (!isDense && start <= 1 && end === run.length) return [];
    const rows = run.slice(start, end);
    const size = sizeOf(rows);
    const tooMuch = end - start > MOST_ROWS || size > (end - start) * LONGEST_ROW || effort.isLong;
    if (tooMuch || isWrapped(rows)) return [];
    const oddsFrom = (from: number) => evaluate(models.runs, asRows(lookOf(run.slice(from, end)), 'glued'));
    const oddsAlone = oddsFrom(start);
    const oddsHeaded = mayHaveHeader ? oddsFrom(start - 1) : oddsAlone;
    if (Math.max(oddsAlone, oddsHeaded) < LEAST_ODDS_AMONG) return [];
    const read = (from: number): Judged | undefined => {
      effort.look(size);
      return judgeRows(run.slice(from, end), 'glued');
    };
    const alone = read(start);
    const headed = mayHaveHeader ? read(start - 1) : undefined;
    const isHeaded = headed !== undefined && headed.forecast > (alone?.forecast ?? 0) - HEADER_COSTS;
    const judged = isHeaded ? headed : alone;
    const odds = isHeaded ? oddsHeaded : oddsAlone;
    if (judged === undefined || odds < LEAST_ODDS_AMONG) return [];
    if (judged.forecast < sureOfGlued(end - start, hasBareRuns && odds < CLEAR_ODDS)) return [];
    const from = isHeaded ? start - 1 : start;
    const table = tableOf(judged, end - from);
    return [{ ...table, start: table.start + from, end: table.end + from }];
  }
}
