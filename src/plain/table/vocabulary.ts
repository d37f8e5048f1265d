/** How the document itself writes words: which it knows, and with which letters they begin and end. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, number>;
  /** How often one to three letters begin a word, end one, and stand anywhere in one. */
  readonly starts: ReadonlyMap<string, number>;
  readonly ends: ReadonlyMap<string, number>;
  readonly anywhere: ReadonlyMap<string, number>;
}

/** Longer runs of letters are cells glued together, or unspaced text. */
const LONGEST_WORD = 40;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Vocabulary grows no more after this many words: memory stays bounded on any input. */
const MOST_WORDS = 200_000;

export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Map<string, number>();
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  const anywhere = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  let seen = 0;
  for (const line of lines) {
    for (const [word] of line.matchAll(WORD)) {
      if (word.length > LONGEST_WORD) continue;
      if ((seen += 1) > MOST_WORDS) return { words, starts, ends, anywhere };
      const key = word.toLowerCase();
      count(words, key);
      for (let length = 1; length <= 3 && length < key.length; length += 1) {
        count(starts, key.slice(0, length));
        count(ends, key.slice(-length));
        for (let at = 0; at + length <= key.length; at += 1) count(anywhere, key.slice(at, at + length));
      }
    }
  }
  return { words, starts, ends, anywhere };
}
