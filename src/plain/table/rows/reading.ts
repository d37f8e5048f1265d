/** What the readers of one document share: its lines, how they judge rows of it, and how much they have looked at. */
import type { WordModel } from '../../../model/words.ts';
import { once } from '../../../once.ts';
import { type Judged, judge, type TableModels } from '../columns/judge.ts';
import { readBlock } from '../seams/block.ts';
import { type Habits, habitsOf, isInRun, proseOf } from '../seams/habits.ts';
import type { Joint } from '../seams/row.ts';
import { brokenPlaces } from './broken-habits.ts';
import { Effort } from './effort.ts';
import { mayBeOneLine } from './may-be-one-line.ts';
import { isProse, isSentence } from './rows-among.ts';

/** Longer runs and lines are left alone: all rows of a table are cut together. */
export const MOST_ROWS = 300;
export const LONGEST_ROW = 2500;

/** How a text shows its blocks. */
export interface TextForm {
  /** No blank lines part the blocks of the text, so that a run is more than a table. */
  readonly isDense: boolean;
  /** Items of its lists are marked: lines in a run without marks are none. */
  readonly marksItems: boolean;
}

/** What the document and its language tell of words. */
export interface Evidence {
  readonly habits: Habits;
  readonly words: WordModel | undefined;
}

/** One document, as its readers see it. */
export interface Reading {
  /** Its lines with the no-break spaces at their ends. */
  readonly held: readonly string[];
  readonly models: TableModels;
  readonly isDense: boolean;
  /** Runs of lines without marks may be lists. */
  readonly hasBareRuns: boolean;
  readonly effort: Effort;
  /** What lines tell that are no table on one line themselves; a text of one line teaches its own habits. */
  readonly evidenceBeside: () => Evidence;
  /** `areWhole`: each row stands on a line of its own. */
  readonly judgeRows: (rows: readonly string[], joint: Joint, areWhole?: boolean) => Judged | undefined;
  /** The same for a line that was cut into rows where it may end them. */
  readonly judgeGuessed: (rows: readonly string[]) => Judged | undefined;
}

/** @param held the same lines with the no-break spaces at their ends */
export function readingOf(
  lines: readonly string[],
  held: readonly string[],
  models: TableModels,
  wordsOfLanguage: () => WordModel | undefined,
  { isDense, marksItems }: TextForm,
): Reading {
  const isRow = (at: number) => isInRun(lines, at) && !(isDense && isProse(lines[at] as string, brokenPlaces));
  const isTable = (at: number) =>
    !isInRun(lines, at) && mayBeOneLine(lines[at] as string) && !isSentence(lines[at] as string);
  // Few texts have lines that need it.
  const evidenceHere = once((): Evidence => ({ habits: habitsOf(proseOf(lines, isRow)), words: wordsOfLanguage() }));
  const evidenceBeside = once((): Evidence => {
    const others = lines.some((line, at) => line !== '' && isTable(at))
      ? proseOf(lines, (at) => isRow(at) || isTable(at))
      : [];
    return others.length === 0 ? evidenceHere() : { habits: habitsOf(others), words: evidenceHere().words };
  });
  return {
    held,
    models,
    isDense,
    hasBareRuns: isDense || !marksItems,
    effort: new Effort(),
    evidenceBeside,
    judgeRows: (rows, joint, areWhole = true) => {
      const { habits, words } = evidenceHere();
      return judge(readBlock(rows, joint, false), habits, words, models, areWhole);
    },
    judgeGuessed: (rows) => {
      const { habits, words } = evidenceBeside();
      return judge(readBlock(rows, 'glued', true), habits, words, models);
    },
  };
}
