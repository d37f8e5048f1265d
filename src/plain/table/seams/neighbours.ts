/**
 * Words that stand side by side in the prose of a document belong together in its rows, too, where one blank parts cells:
 *
 *   … selected on the price list of the contract …
 *   Name Price list Contract
 *             ^ no cell ends here
 */
import type { Block } from './block.ts';
import { wordsOf } from './row.ts';

/** Pairs of stems, each as one text. */
export type Neighbours = ReadonlySet<string>;

/** Of 2,500 places where such words meet in tables nearly none with a score below 0 is a cut, and a third of those above. */
const AGAINST = 2;
/** Endings change with the sentence. */
const ENDING = 2;
const SHORTEST_STEM = 3;
const LONGEST_STEM = 6;
const WORD = /^([^\p{L}\p{M}\p{N}]*)([\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*)([^\p{L}\p{M}\p{N}]*)$/u;

export function neighboursOf(lines: readonly string[]): Neighbours {
  const pairs = new Set<string>();
  for (const line of lines) {
    let left: Word | undefined;
    for (const text of line.split(/\s+/)) {
      const word = wordOf(text);
      const pair = pairOf(left, word);
      if (pair !== undefined) pairs.add(pair);
      left = word;
    }
  }
  return pairs;
}

interface Word {
  readonly stem: string;
  /** Signs stand before it, and behind it: words do not belong together across them. */
  readonly opens: boolean;
  readonly closes: boolean;
}

function wordOf(text: string): Word | undefined {
  const [, before, word, behind] = WORD.exec(text) ?? [];
  if (word === undefined) return undefined;
  const lower = word.toLowerCase();
  const stem = lower.slice(0, Math.max(SHORTEST_STEM, Math.min(LONGEST_STEM, lower.length - ENDING)));
  return { stem, opens: before !== '', closes: behind !== '' };
}

const pairOf = (left: Word | undefined, right: Word | undefined): string | undefined =>
  left === undefined || right === undefined || left.closes || right.opens ? undefined : `${left.stem} ${right.stem}`;

/** Changes the scores of the places between such words. */
export function keepNeighbours({ rows }: Block, neighbours: Neighbours, scores: readonly Float32Array[]): void {
  if (neighbours.size === 0) return;
  for (const [at, row] of rows.entries()) {
    const own = scores[at] as Float32Array;
    const words = wordsOf(row).map(wordOf);
    for (let place = 0; place < own.length; place += 1) {
      const pair = pairOf(words[place], words[place + 1]);
      if (pair !== undefined && neighbours.has(pair)) own[place] = (own[place] as number) - AGAINST;
    }
  }
}
