/** How much of a document the models have looked at: lines that look like rows and are none cost as much as rows do, and texts are long. */

/** After so many characters only lines that plainly show seams are looked at, and later none. */
const LONG_TEXT = 60_000;
const MOST_CHARACTERS = 1_000_000;
/** After so many that were looked at in vain only runs that plainly look like rows are, and no lines on their own. */
const MOST_IN_VAIN = 15_000;
const MOST_LINES_IN_VAIN = 2_000;

/** Of one document, in characters. */
export class Effort {
  private seen = 0;
  private inVain = 0;
  private linesInVain = 0;

  look(size: number): void {
    this.seen += size;
  }

  /** What was looked at as a run is no table. */
  runWasNone(size: number): void {
    this.inVain += size;
  }

  /** What was looked at as a whole table on one line is none. */
  lineWasNone(size: number): void {
    this.linesInVain += size;
  }

  get isLong(): boolean {
    return this.seen > LONG_TEXT;
  }

  get isSpent(): boolean {
    return this.seen > MOST_CHARACTERS;
  }

  get isSpentOnRuns(): boolean {
    return this.inVain > MOST_IN_VAIN;
  }

  get isSpentOnLines(): boolean {
    return this.isLong || this.linesInVain > MOST_LINES_IN_VAIN;
  }
}

/** The characters of some lines. */
export const sizeOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);
