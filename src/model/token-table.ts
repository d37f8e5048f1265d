/** A table from the hash of a class token to what share of the text under it was content. */

export interface TokenTable {
  readonly size: number;
  /** 0–1, or nothing for a token that training did not meet often enough. */
  find(token: number): number | undefined;
}

/** Hashes ascending; scores in 255ths. */
export function tokenTable(hashes: Uint32Array, scores: Uint8Array): TokenTable {
  return {
    size: hashes.length,
    find(token) {
      let low = 0;
      let high = hashes.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const hash = hashes[middle] as number;
        if (hash === token) return (scores[middle] as number) / 255;
        if (hash < token) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
  };
}
