/**
 * Words of scripts that part none by blanks. The segmenter's words change with its version: they teach, and never run in the
 * product.
 */
const UNSPACED = new Set(['zh', 'zh-Hant', 'ja', 'th', 'km', 'my']);

export const isUnspaced = (language: string): boolean => UNSPACED.has(language);

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return known;
}

/** Longer texts are segmented piece by piece: on Thai the segmenter is slower than linear. */
const LONGEST = 400;

export interface Word {
  readonly text: string;
  readonly index: number;
  readonly isWord: boolean;
}

/** All pieces of a text, one after the other. */
export function wordsIn(text: string, language: string): Word[] {
  const words: Word[] = [];
  for (let from = 0; from < text.length; from += LONGEST)
    for (const { segment, index, isWordLike } of segmenter(language).segment(text.slice(from, from + LONGEST)))
      words.push({ text: segment, index: from + index, isWord: isWordLike === true && /[\p{L}\p{M}]/u.test(segment) });
  return words;
}
