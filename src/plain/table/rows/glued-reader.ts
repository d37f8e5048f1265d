/**
 * Rows whose cells were printed with nothing, or one blank, between them. Each place of each row gets a score from the habits of
 * the document and the words of its language, then again from the other rows; all rows are cut together for each number of
 * columns; a judge says which solution, if any, is a table.
 */
import type { WordModel } from '../../../model/words.ts';
import type { TableModels } from '../columns/judge.ts';
import type { FoundTable } from '../find-tables.ts';
import { amongReader } from './among-reader.ts';
import { brokenPlaces } from './broken-habits.ts';
import { lineReader } from './line-reader.ts';
import { readingOf, type TextForm } from './reading.ts';
import { type ReadRun, runReader } from './run-reader.ts';

/** Reads lines of one document; indexes are those of the run. */
export interface GluedReader {
  /** No blank lines part the blocks of the text, so that a run is more than a table. */
  readonly isDense: boolean;
  readonly readRun: ReadRun;
  /** Whether a line breaks the habits of writing somewhere, as rows of glued cells do. */
  readonly showsSeam: (line: string) => boolean;
  /** Rows of a run in which other lines stand, too. */
  readonly readAmong: (run: readonly string[]) => FoundTable[];
  /** Those lines of a run that are whole tables. */
  readonly readLines: (run: readonly string[]) => FoundTable[];
}

/** @param held the same lines with the no-break spaces at their ends */
export function gluedReader(
  lines: readonly string[],
  held: readonly string[],
  models: TableModels,
  wordsOfLanguage: () => WordModel | undefined,
  form: TextForm,
): GluedReader {
  const reading = readingOf(lines, held, models, wordsOfLanguage, form);
  return {
    isDense: reading.isDense,
    readRun: runReader(reading),
    readAmong: amongReader(reading),
    readLines: lineReader(reading),
    showsSeam: (line) => brokenPlaces(line, 1) > 0,
  };
}
