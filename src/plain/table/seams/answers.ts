/**
 * Columns of answers: rows end in a few words, again and again.
 *
 *   Regenverdeckjaneinja           Regenverdeck | ja | nein | ja
 *   Sitzbankjajaja                 Sitzbank | ja | ja | ja
 *   Feststellbremseneinneinja      Feststellbremse | nein | nein | ja
 */
import type { Block } from './block.ts';
import { changeAt, keepWhole, LIKELY, SURELY } from './certainty.ts';
import type { Joint } from './row.ts';

const FEWEST_ROWS = 3;
const MOST_ROWS = 60;
const MOST_COLUMNS = 8;
const SHORTEST = 2;
const LONGEST = 12;
/** So many endings are tried, the commonest first. */
const MOST_TRIED = 16;
const LETTERS = /^[\p{L}\p{M}]+$/u;
const FEWEST_LONE = 4;
const LONGEST_LONE = 5;

interface Answers {
  readonly words: readonly [string, string];
  /** How many all rows have. */
  readonly columns: number;
}

/** Changes the scores of the places before and inside answers. */
export function partAnswers(block: Block, scores: readonly Float32Array[]): void {
  const blank = block.joint === 'space' ? ' ' : '';
  const found = answersOf(
    block.rows.map(({ text }) => text),
    block.joint,
  );
  if (found === undefined) {
    if (block.joint === 'space' && haveLoneAnswers(block)) partLast(block, scores);
    return;
  }
  for (const [index, row] of block.rows.slice(1).entries()) {
    const own = scores[index + 1] as Float32Array;
    const { text } = row;
    let end = text.length;
    for (let column = 0; column < found.columns; column += 1) {
      const word = endOf(text.slice(0, end), found.words) as string;
      const from = end - word.length + blank.length;
      changeAt(row, own, from, () => SURELY);
      keepWhole(row, own, from, end);
      end -= word.length;
    }
  }
}

/**
 * Whether the rows end in two short words, each of them behind different words:
 *
 *   Umbra easy yes
 *   Beech hard yes
 *   Mill hard no
 */
function haveLoneAnswers({ rows: [, ...body] }: Block): boolean {
  if (body.length < FEWEST_LONE || body.length > MOST_ROWS) return false;
  const before = new Map<string, Set<string>>();
  for (const { text } of body) {
    const [left, word] = text.split(/\s+/).slice(-2);
    // A word behind figures is their unit.
    if (word === undefined || word.length > LONGEST_LONE || !LETTERS.test(word) || /\p{Nd}$/u.test(left as string))
      return false;
    before.set(word, (before.get(word) ?? new Set()).add(left as string));
  }
  return before.size === 2 && [...before.values()].every((words) => words.size > 1);
}

function partLast({ rows: [, ...body] }: Block, scores: readonly Float32Array[]): void {
  for (const [index, { places }] of body.entries()) {
    const own = scores[index + 1] as Float32Array;
    const last = places.length - 1;
    own[last] = Math.max(LIKELY, own[last] as number);
  }
}

/** Rows that answer alike are hardly anything but a table. */
export const haveAnswers = (rows: readonly string[], joint: Joint): boolean => answersOf(rows, joint) !== undefined;

/** The two words that end most of all rows; nothing where none do so in two columns, and both in one of them. */
function answersOf([, ...body]: readonly string[], joint: Joint): Answers | undefined {
  if (body.length < FEWEST_ROWS || body.length > MOST_ROWS) return undefined;
  // Two words end all rows.
  if (new Set(body.map((text) => text.slice(-SHORTEST))).size > 2) return undefined;
  const blank = joint === 'space' ? ' ' : '';
  const tails = body.map((text) => blank + text.slice(-(LONGEST + 1) * MOST_COLUMNS));
  let best: Answers | undefined;
  let covered = 0;
  for (const one of endingsOf(tails, blank)) {
    const others = tails.map((tail) => withoutEnds(tail, one));
    for (const other of endingsOf(others, blank)) {
      if (one === other || one.endsWith(other) || other.endsWith(one)) continue;
      const words = [one, other] as const;
      const columns = Math.min(...tails.map((tail) => countEnds(tail, words)));
      if (columns < 2 || columns > MOST_COLUMNS || !areMixed(tails, words, columns)) continue;
      const size = tails.reduce((sum, tail) => sum + sizeOf(tail, words, columns), 0);
      if (size <= covered) continue;
      covered = size;
      best = { words, columns };
    }
  }
  return best;
}

/** What two rows at least end in, or one row twice; the commonest first. */
function endingsOf(tails: readonly string[], blank: string): string[] {
  const counts = new Map<string, number>();
  for (const tail of tails)
    for (let length = SHORTEST + blank.length; length <= Math.min(LONGEST, tail.length); length += 1) {
      const ending = tail.slice(-length);
      if (!ending.startsWith(blank) || !LETTERS.test(ending.slice(blank.length))) continue;
      const isTwice = tail.slice(0, -length).endsWith(ending);
      counts.set(ending, (counts.get(ending) ?? 0) + (isTwice ? 2 : 1));
    }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TRIED)
    .map(([ending]) => ending);
}

const withoutEnds = (tail: string, word: string): string => {
  let end = tail.length;
  while (tail.endsWith(word, end)) end -= word.length;
  return tail.slice(0, end);
};

const endOf = (text: string, words: readonly [string, string]): string | undefined =>
  words.find((word) => text.endsWith(word));

/** The answers of a row, from the last one on. */
function endsOf(tail: string, words: readonly [string, string], most: number): string[] {
  const ends: string[] = [];
  for (let end = tail.length; ends.length < most; ) {
    const word = endOf(tail.slice(0, end), words);
    if (word === undefined) break;
    ends.push(word);
    end -= word.length;
  }
  return ends;
}

const countEnds = (tail: string, words: readonly [string, string]): number =>
  endsOf(tail, words, MOST_COLUMNS + 1).length;

const sizeOf = (tail: string, words: readonly [string, string], columns: number): number =>
  endsOf(tail, words, columns).join('').length;

/** Whether each word stands in two columns at least, and some column has both. */
function areMixed(tails: readonly string[], words: readonly [string, string], columns: number): boolean {
  const rows = tails.map((tail) => endsOf(tail, words, columns));
  const columnsOf = (word: string) =>
    Array.from({ length: columns }, (_, at) => at).filter((at) => rows.some((row) => row[at] === word));
  const [first, second] = [columnsOf(words[0]), columnsOf(words[1])];
  return first.length > 1 && second.length > 1 && first.some((at) => second.includes(at));
}
