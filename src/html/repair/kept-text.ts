/** How much of what is kept stands before a box, in it and behind it. */
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';

/** Characters kept before each block, and before the end. */
export function keptBefore(blocks: readonly Block[], keep: Uint8Array): Float64Array {
  const sizes = new Float64Array(blocks.length + 1);
  for (let at = 0; at < blocks.length; at += 1)
    sizes[at + 1] = (sizes[at] as number) + (keep[at] === 1 ? (blocks[at] as Block).text.length : 0);
  return sizes;
}

/** The first block with so many letters kept before it, of an alphabet or what says as much; -1 for none. */
export function firstBehind(blocks: readonly Block[], keep: Uint8Array, least: number): number {
  let weight = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    if (weight >= least) return at;
    if (keep[at] === 1) weight += weightOf((blocks[at] as Block).text);
  }
  return -1;
}

/** Characters kept before a box, in it and behind it. */
export interface Place {
  readonly before: number;
  readonly size: number;
  readonly behind: number;
}

/**
 * @param sizes `keptBefore` of all blocks
 * @param inside the blocks of the box, in order
 */
export function placeOf(sizes: Float64Array, inside: readonly number[]): Place {
  const before = sizes[inside[0] ?? 0] as number;
  const end = sizes[(inside.at(-1) ?? -1) + 1] as number;
  return { before, size: end - before, behind: (sizes.at(-1) ?? 0) - end };
}
