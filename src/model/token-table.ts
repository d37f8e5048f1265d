/** A table from the hash of a class token to what share of the text under it was content. */

export interface TokenTable {
  readonly size: number;
  /** 0–1, or nothing for a token that training did not meet often enough. */
  find(token: number): number | undefined;
}

/** Hashes ascending; scores in 255ths. Nothing is built from them: a run over one page asks for a few hundred tokens. */
export function tokenTable(hashes: Uint32Array, scores: Uint8Array): TokenTable {
  return {
    size: hashes.length,
    find(token) {
      let from = 0;
      let to = hashes.length;
      while (from < to) {
        const middle = (from + to) >>> 1;
        if ((hashes[middle] as number) < token) from = middle + 1;
        else to = middle;
      }
      return hashes[from] === token ? (scores[from] as number) / 255 : undefined;
    },
  };
}
