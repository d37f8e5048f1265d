/** A table from the hash of a class token to what share of the text under it was content. */

export interface TokenTable {
  readonly size: number;
  /** 0–1 by the hash of a token, signed or not; nothing for one that training did not meet often enough. */
  find(token: number): number | undefined;
}

/**
 * Hashes ascending; scores in 255ths. Nothing is built from them: a run over one page asks for a few hundred tokens. Hashes are
 * spread evenly, so that three or four guesses by the rule of three find one or show that there is none.
 */
export function tokenTable(hashes: Uint32Array, scores: Uint8Array): TokenTable {
  return {
    size: hashes.length,
    find(signed) {
      const token = signed >>> 0;
      let from = 0;
      let to = hashes.length - 1;
      while (from <= to) {
        const low = hashes[from] as number;
        const high = hashes[to] as number;
        if (token < low || token > high) return undefined;
        const at = low === high ? from : from + Math.floor(((token - low) / (high - low)) * (to - from));
        const hash = hashes[at] as number;
        if (hash === token) return (scores[at] as number) / 255;
        if (hash < token) from = at + 1;
        else to = at - 1;
      }
      return undefined;
    },
  };
}
