/**
 * Two words that stand together in one row more than once, and never apart, are one cell, where one blank parts cells:
 *
 *   Read committed   Not possible Possible Possible
 *   Serializable     Not possible Not possible Possible
 */
import type { Block } from './block.ts';
import { LIKELY, NEVER } from './certainty.ts';
import { wordsOf } from './row.ts';

const FEWEST = 3;

interface Word {
  readonly row: number;
  /** The index of its place; -1 for the first of a row. */
  readonly at: number;
  readonly text: string;
}

/** Changes the scores of the places inside such pairs, and between two of the same. */
export function keepPairs({ rows, joint }: Block, scores: readonly Float32Array[]): void {
  if (joint !== 'space') return;
  const words = rows.map((own, row): Word[] => wordsOf(own).map((text, at) => ({ row, at: at - 1, text })));
  const counts = new Map<string, number>();
  const pairs = new Map<string, Word[]>();
  const twice = new Set<string>();
  for (const own of words) {
    const seen = new Set<string>();
    for (const [at, word] of own.entries()) {
      counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
      const next = own[at + 1];
      if (next === undefined || next.text === word.text) continue;
      const pair = `${word.text} ${next.text}`;
      if (seen.has(pair)) twice.add(pair);
      seen.add(pair);
      const seconds = pairs.get(pair);
      if (seconds === undefined) pairs.set(pair, [next]);
      else seconds.push(next);
    }
  }
  for (const pair of twice) {
    const seconds = pairs.get(pair) as Word[];
    const [first = '', second = ''] = pair.split(' ');
    const count = seconds.length;
    if (count < FEWEST || counts.get(first) !== count || counts.get(second) !== count) continue;
    for (const { row, at } of seconds) {
      const own = scores[row] as Float32Array;
      own[at] = NEVER;
      if (words[row]?.[at + 2]?.text === first) own[at + 1] = Math.max(LIKELY, own[at + 1] as number);
    }
  }
}
