/** How the document itself writes words: which it knows, and with which letters they begin and end. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, number>;
  readonly starts: ReadonlyMap<string, number>;
  readonly ends: ReadonlyMap<string, number>;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Vocabulary grows no more after this many words: memory stays bounded on any input. */
const MOST_WORDS = 200_000;

export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Map<string, number>();
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  let seen = 0;
  for (const line of lines) {
    for (const [word] of line.matchAll(WORD)) {
      if (word.length > 40) continue;
      if ((seen += 1) > MOST_WORDS) return { words, starts, ends };
      const key = word.toLowerCase();
      count(words, key);
      for (const length of [2, 3]) {
        if (key.length <= length) continue;
        count(starts, key.slice(0, length));
        count(ends, key.slice(-length));
      }
    }
  }
  return { words, starts, ends };
}
