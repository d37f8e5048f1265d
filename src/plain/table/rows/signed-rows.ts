/**
 * Rows among other lines that end in as many signs each, with a blank before them:
 *
 *   Languages:
 *   Interface Sound Subtitles
 *   English ✔ ✔ ✔
 *   German ✔ ✔ ✔
 *   French ✔ ✔ ✔
 *   See all 18 languages
 */
interface SignedRows {
  /** The index of the first row, below the names of the columns. */
  readonly start: number;
  /** Index after the last row. */
  readonly end: number;
}

const SIGNS = '✓✔✗✘☑☒✅❌●○◯×';
/** It makes a sign a picture. */
const SELECTOR = '\ufe0f';
const FEWEST_ROWS = 3;
const FEWEST_SIGNS = 2;
/** The line with their names. */
const LONGEST_HEADER = 80;
const NO_HEADER = /[.!?:。！？।]$/;

export function signedRows(run: readonly string[]): SignedRows[] {
  const parts: SignedRows[] = [];
  for (let start = 1; start < run.length; start += 1) {
    const signs = signsOf(run[start] as string);
    if (signs < FEWEST_SIGNS) continue;
    let end = start + 1;
    while (end < run.length && signsOf(run[end] as string) === signs) end += 1;
    const header = run[start - 1] as string;
    const isHeader = header.length <= LONGEST_HEADER && !NO_HEADER.test(header) && signsOf(header) === 0;
    if (isHeader && end - start >= FEWEST_ROWS) parts.push({ start, end });
    start = end - 1;
  }
  return parts;
}

/** How many signs end a line behind its words, each behind a blank. */
function signsOf(line: string): number {
  let count = 0;
  let end = line.length;
  for (;;) {
    const last = line[end - 1] === SELECTOR ? end - 2 : end - 1;
    if (last < 1 || !SIGNS.includes(line[last] as string) || line[last - 1] !== ' ') break;
    count += 1;
    end = last - 1;
  }
  return count > 0 && /\p{L}/u.test(line.slice(0, end)) ? count : 0;
}
