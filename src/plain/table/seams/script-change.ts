/**
 * Rows that begin in one script and go on in another, as lists of words of two languages do:
 *
 *   Japanese  Romaji   English
 *   やつ       yatsu    guy
 *   そのうち    sono uchi someday, sooner or later
 *           ^ a cell ends here, where one blank parts cells
 */
import { codeUnitAt } from '../../../code-unit.ts';
import type { Block } from './block.ts';
import { changeAt, SURELY } from './certainty.ts';
import { classOf, isLetterClass, scriptOf } from './characters.ts';

const FEWEST_ROWS = 4;
/** A row may be torn, or name a thing in the other script. */
const SHARE_OF_ROWS = 0.8;
const MOST_OTHERS = 1;
/** What a table pairs is new in each row. */
const SHARE_OF_DISTINCT = 0.9;

/**
 * Whether most lines but the first change scripts once, from the same one to the same other. The first names the columns in one
 * script: that of a list of names, such as `Python 入門`, changes as the others do.
 */
export function changeScripts([header = '', ...body]: readonly string[]): boolean {
  if (body.length < FEWEST_ROWS || scriptChange(header) !== undefined || !/\s/.test(header)) return false;
  const firsts = new Set<string>();
  const rests = new Set<string>();
  let scripts = '';
  let rows = 0;
  let others = 0;
  let names = 0;
  for (const line of body) {
    const change = scriptChange(line);
    if (change === undefined) continue;
    scripts ||= change.scripts;
    if (scripts !== change.scripts) {
      others += 1;
      continue;
    }
    rows += 1;
    if (LATIN_NAME.test(line)) names += 1;
    firsts.add(line.slice(0, change.at).trim());
    rests.add(line.slice(change.at));
  }
  return (
    others <= MOST_OTHERS &&
    names * 2 <= rows &&
    rows >= body.length * SHARE_OF_ROWS &&
    Math.min(firsts.size, rests.size) >= rows * SHARE_OF_DISTINCT
  );
}

/** All scripts borrow names from Latin. */
const LATIN_NAME = /^[^\p{L}]*(?=\p{Lu})\p{Script=Latin}/u;

interface Change {
  /** The index of the first character behind the blank. */
  readonly at: number;
  readonly scripts: string;
}

/** Where a line goes over into another script behind a blank, and never back. */
function scriptChange(line: string): Change | undefined {
  let script = 0;
  let blank = -1;
  let change: Change | undefined;
  for (let at = 0; at < line.length; at += 1) {
    const code = codeUnitAt(line, at);
    if (code === BLANK) blank = at;
    const own = isLetterClass(classOf(code)) ? scriptOf(code) : 0;
    if (own === 0 || own === script) continue;
    if (script === 0) {
      script = own;
      continue;
    }
    if (change !== undefined || blank === -1) return undefined;
    change = { at: blank + 1, scripts: `${script} ${own}` };
    script = own;
  }
  return change;
}
const BLANK = 32;

/** Cuts rows where they change scripts. */
export function partScripts({ rows }: Block, scores: readonly Float32Array[]): void {
  if (!changeScripts(rows.map(({ text }) => text))) return;
  for (const [at, row] of rows.entries()) {
    const change = at === 0 ? undefined : scriptChange(row.text);
    if (change !== undefined) changeAt(row, scores[at] as Float32Array, change.at, (score) => Math.max(SURELY, score));
  }
}
