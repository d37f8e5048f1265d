/** A table from the hash of a class token to what share of the text under it was content. */

export interface TokenTable {
  readonly size: number;
  /** 0–1 by the hash of a token, signed or not; nothing for one that training did not meet often enough. */
  find(token: number): number | undefined;
}

/** Hashes ascending; scores in 255ths. */
export function tokenTable(hashes: Uint32Array, scores: Uint8Array): TokenTable {
  // Hashes are spread evenly: their high bits say nearly where they stand.
  let bits = 1;
  while (1 << bits < hashes.length) bits += 1;
  const shift = 32 - bits;
  const starts = new Uint32Array((1 << bits) + 1).fill(hashes.length);
  for (let at = hashes.length - 1; at >= 0; at -= 1) starts[(hashes[at] as number) >>> shift] = at;
  for (let slot = starts.length - 2; slot >= 0; slot -= 1) {
    starts[slot] = Math.min(starts[slot] as number, starts[slot + 1] as number);
  }
  return {
    size: hashes.length,
    find(signed) {
      const token = signed >>> 0;
      const slot = token >>> shift;
      const end = starts[slot + 1] as number;
      for (let at = starts[slot] as number; at < end; at += 1) {
        if (hashes[at] === token) return (scores[at] as number) / 255;
      }
      return undefined;
    },
  };
}
