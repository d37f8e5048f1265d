/** One part of a batch of many: every N-th of what is counted, beginning with the K-th. */

export interface Shard {
  /** 1 to `of`. */
  readonly part: number;
  readonly of: number;
}

/** `3/16` → the third of sixteen parts, or nothing where it is not written like this. */
export function readShard(written: string): Shard | undefined {
  const match = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/.exec(written);
  if (match === null) return undefined;
  const shard = { part: Number(match[1]), of: Number(match[2]) };
  return shard.part <= shard.of ? shard : undefined;
}

/** @param at the number of an input or record in reading order, from 0 */
export const isInShard = (at: number, { part, of }: Shard): boolean => at % of === part - 1;
