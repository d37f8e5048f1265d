/**
 * Where one blank parts cells, numbers side by side are cells if all rows have as many of them.
 *
 *   1 Peón Pasado 6 5 1 0 11       6 | 5 | 1 | 0 | 11
 *   2 Torre Alta 6 5 0 1 10        6 | 5 | 0 | 1 | 10
 *   Hire 1 240                     but not 1 | 240: thousands may be parted so, too
 */
import type { Block } from './block.ts';
import { changeAt, SURELY } from './certainty.ts';
import type { Row } from './row.ts';

const RUN = /(?<!\S)[+±−-]?\d[\d.,:/–-]*%?(?: [+±−-]?\d[\d.,:/–-]*%?(?!\S))+/g;
const FEWEST_ROWS = 3;
const SHARE_OF_ROWS = 0.8;
const MOST_RUNS = 4;

/** Raises the scores of the places between such numbers. */
export function partApart({ rows, joint }: Block, scores: readonly Float32Array[]): void {
  if (joint !== 'space') return;
  const body = rows.slice(1);
  const runs = body.map(({ figures }) => [...figures.matchAll(RUN)].reverse());
  for (let ordinal = 0; ordinal < MOST_RUNS; ordinal += 1) {
    const own = runs.flatMap((each, at) => {
      const run = each[ordinal];
      return run === undefined ? [] : [{ row: at + 1, from: run.index, words: run[0].split(' ') }];
    });
    if (own.length < Math.max(FEWEST_ROWS, body.length * SHARE_OF_ROWS)) return;
    const count = Math.min(...own.map(({ words }) => words.length));
    for (const run of own) if (run.words.length > count) run.words = inGroups(run.words, count);
    if (own.some(({ words }) => words.length !== count)) continue;
    for (let at = 1; at < count; at += 1) {
      const pairs = own.map(({ words }) => [words[at - 1], words[at]] as [string, string]);
      if (pairs.every(isOne)) continue;
      for (const { row, from, words } of own) {
        const place = from + words.slice(0, at).join(' ').length + 1;
        changeAt(rows[row] as Row, scores[row] as Float32Array, place, (score) => Math.max(SURELY, score));
      }
    }
  }
}

//   1 204 1 388 +15     976 811 −17      as many numbers as the other rows have
function inGroups(words: readonly string[], count: number): string[] {
  const numbers: string[] = [];
  for (const [at, word] of words.entries()) {
    const last = numbers.at(-1);
    const left = words.length - at;
    if (
      last !== undefined &&
      numbers.length + left > count &&
      /^[1-9]\d{0,2}(?: \d{3})*$/.test(last) &&
      /^\d{3}$/.test(word)
    )
      numbers[numbers.length - 1] = `${last} ${word}`;
    else numbers.push(word);
  }
  return numbers;
}

/** Groups of one number, a telephone number, or a day with its time. */
const isOne = ([left, right]: readonly [string, string]): boolean =>
  (/^[1-9]\d{0,2}$/.test(left) && /^\d{3}(?:[.,]\d+)?$/.test(right)) ||
  /^0\d{2,}$/.test(left) ||
  (/\d[./-]\d+[./-]\d/.test(left) && /^\d{1,2}:\d\d/.test(right));
