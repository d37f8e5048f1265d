/**
 * Counting words in any script. A word is a run of letters, marks and digits; in scripts that write no
 * spaces (Han, kana, Thai, Lao, Khmer, Myanmar) each two letters count as one word: a rule of thumb.
 */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu;
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SPACED_ONLY = /^[\u0000-\u0dff]*$/; // everything before Thai writes spaces

export function countWords(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= FIRST_OTHER && (code < 0x2000 || code >= IN_WORDS.length)) return countAnyWords(text);
    const isNext = IN_WORDS[code] === 1;
    if (isNext && !isInWord) count += 1;
    isInWord = isNext;
  }
  return count;
}

/** Letters of other scripts begin here; among them stand the dashes and quotes of Latin text. */
const FIRST_OTHER = 0x250;
/** Which of the characters that Latin text is made of belong to words. */
const IN_WORDS = new Uint8Array(0x2070);
for (const [from, to] of [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xb2, 0xb3],
  [0xb5, 0xb5],
  [0xb9, 0xba],
  [0xbc, 0xbe],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
] as const)
  IN_WORDS.fill(1, from, to + 1);

function countAnyWords(text: string): number {
  const eachUnspaced = new RegExp(UNSPACED, 'gu');
  let count = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (SPACED_ONLY.test(word)) {
      count += 1;
      continue;
    }
    const unspaced = word.match(eachUnspaced)?.length ?? 0;
    count += unspaced > 0 ? Math.ceil(unspaced / 2) : 1;
  }
  return count;
}

/** How much a text says, in letters of an alphabet: a character of Chinese, Japanese or Korean stands for about 2.5. */
export function weightOf(text: string): number {
  let wide = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= FIRST_WIDE) wide += 1;
  return text.length + wide * 1.5;
}

/** Radicals, kana, Han, Hangul and the wide forms are above, and what is written in surrogates. */
const FIRST_WIDE = 0x2e80;

/** The letters, digits and marks of a text alone, lower case: what two writings of one title share. */
export const lettersOf = (text: string): string => text.toLowerCase().match(WORD)?.join('') ?? '';

/** White space at the ends gone, and one blank for each run of it inside. */
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
