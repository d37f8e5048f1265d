/**
 * Which words stand beside each other, where blanks part them: two that stand together elsewhere are hardly two cells, and a word
 * that goes on in many ways ends something more often than one that goes on in one way only.
 */
import { CLASS, isWordClass } from './characters.ts';
import type { Row } from './row.ts';

/** By hash of a word: how often, and beside how many different ones; the end of a line is a new one each time. */
interface Counts {
  times: number;
  readonly before: Set<number>;
  readonly behind: Set<number>;
}

export interface WordPairs {
  readonly words: ReadonlyMap<number, Counts>;
  /** By hash of two words and what stands between them but blanks. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** A piece between blanks: its word, digits alike, without what is no word at its ends. */
export interface Token {
  readonly from: number;
  readonly word: number;
  /** The same with its digits told apart. */
  readonly exact: number;
  /** What stands before and behind the word in its piece. */
  readonly lead: number;
  readonly trail: number;
}

/** @param perRow each row counts once, however often it has a word */
export function wordPairsOf(rows: readonly Row[], perRow: boolean): WordPairs {
  const words = new Map<number, Counts>();
  const pairs = new Map<number, number>();
  let edge = 1;
  for (const row of rows) {
    const tokens = tokensOf(row);
    const seen = new Set<number>();
    for (const [at, token] of tokens.entries()) {
      const counts = words.get(token.word) ?? { times: 0, before: new Set(), behind: new Set() };
      words.set(token.word, counts);
      if (!perRow || !seen.has(token.word)) counts.times += 1;
      seen.add(token.word);
      const left = tokens[at - 1];
      counts.before.add(left?.exact ?? -edge);
      counts.behind.add(tokens[at + 1]?.exact ?? -edge);
      edge += 1;
      if (left === undefined) continue;
      const pair = pairOf(left, token);
      if (perRow && seen.has(~pair)) continue;
      seen.add(~pair);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return { words, pairs };
}

const START = 0x811c9dc5;

function hashOf(from: number, to: number, codeAt: (at: number) => number): number {
  let hash = START;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ codeAt(at), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 1;
}

const pairOf = (left: Token, right: Token): number =>
  hashOf(0, 4, (at) => [left.word, left.trail, right.lead, right.word][at] as number);

export function tokensOf({ codes, classes, text }: Row): Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < classes.length; ) {
    if (classes[from] === CLASS.blank) {
      from += 1;
      continue;
    }
    let end = from;
    while (end < classes.length && classes[end] !== CLASS.blank) end += 1;
    let [first, last] = [from, end];
    while (first < last && !isWordClass(classes[first] as number)) first += 1;
    while (last > first && !isWordClass(classes[last - 1] as number)) last -= 1;
    if (first === last) [first, last] = [from, end];
    const code = (at: number) => codes[at] as number;
    tokens.push({
      from,
      word: hashOf(first, last, code),
      exact: hashOf(first, last, (at) => (code(at) === 48 ? text.charCodeAt(at) : code(at))),
      lead: hashOf(from, first, code),
      trail: hashOf(last, end, code),
    });
    from = end;
  }
  return tokens;
}

export const PAIR_FEATURES = [
  'docPair',
  'docPairLeft',
  'docPairRight',
  'docLeftBehind',
  'docRightBefore',
  'docPairBefore',
  'docPairBehind',
  'docWordTimesLeft',
  'docWordTimesRight',
  'rowsPair',
  'rowsLeft',
  'rowsRight',
  'rowsLeftBehind',
  'rowsRightBefore',
  'rowsPairBefore',
  'rowsPairBehind',
] as const;

const NONE = -1;

/** What pairs say about the blank before a token. */
export function putPairs(
  put: (value: number) => void,
  prose: WordPairs,
  rows: WordPairs,
  tokens: readonly Token[],
  at: number,
): void {
  const [left, right] = [tokens[at - 1], tokens[at]];
  if (left === undefined || right === undefined) {
    for (let step = 0; step < PAIR_FEATURES.length; step += 1) put(NONE);
    return;
  }
  const [first, next] = [tokens[at - 2], tokens[at + 1]];
  const timesIn = ({ pairs }: WordPairs, a: Token | undefined, b: Token | undefined): number =>
    a === undefined || b === undefined ? 0 : (pairs.get(pairOf(a, b)) ?? 0);
  const log = (count: number) => Math.min(8, Math.log2(count + 1));
  const here = timesIn(prose, left, right);
  const [a, b] = [prose.words.get(left.word), prose.words.get(right.word)];
  put(log(here));
  put(a === undefined ? NONE : here / a.times);
  put(b === undefined ? NONE : here / b.times);
  put(a === undefined || a.times < 2 ? NONE : a.behind.size / a.times);
  put(b === undefined || b.times < 2 ? NONE : b.before.size / b.times);
  put(log(timesIn(prose, first, left)));
  put(log(timesIn(prose, right, next)));
  put(log(a?.times ?? 0));
  put(log(b?.times ?? 0));
  // The row itself is one of the rows.
  const others = (count: number) => Math.min(6, Math.max(0, count - 1));
  const [c, d] = [rows.words.get(left.word), rows.words.get(right.word)];
  put(others(timesIn(rows, left, right)));
  put(others(c?.times ?? 0));
  put(others(d?.times ?? 0));
  put(c === undefined || c.times < 2 ? NONE : c.behind.size / c.times);
  put(d === undefined || d.times < 2 ? NONE : d.before.size / d.times);
  put(others(timesIn(rows, first, left)));
  put(others(timesIn(rows, right, next)));
}
