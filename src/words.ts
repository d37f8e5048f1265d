/**
 * Counting words in any script. A word is a run of letters, marks and digits; in scripts that write no
 * spaces (Han, kana, Thai, Lao, Khmer, Myanmar) each two letters count as one word: a rule of thumb.
 */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu;
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const EACH_UNSPACED = new RegExp(UNSPACED, 'gu');
const SPACED_ONLY = /^[\u0000-\u0dff]*$/; // everything before Thai writes spaces

export function countWords(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= IN_WORDS.length && !(code >= 0x2000 && code < 0x2070)) return countAnyWords(text);
    const isNext = IN_WORDS[code] === 1;
    if (isNext && !isInWord) count += 1;
    isInWord = isNext;
  }
  return count;
}

/** Which of the characters that Latin text is made of, dashes and quotes aside, belong to words. */
const IN_WORDS = Uint8Array.from(
  { length: 0x250 },
  (_, code) => +/^[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)),
);

function countAnyWords(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (SPACED_ONLY.test(word)) {
      count += 1;
      continue;
    }
    const unspaced = word.match(EACH_UNSPACED)?.length ?? 0;
    count += unspaced > 0 ? Math.ceil(unspaced / 2) : 1;
  }
  return count;
}

/** The letters, digits and marks of a text alone, lower case: what two writings of one title share. */
export const lettersOf = (text: string): string => text.toLowerCase().match(WORD)?.join('') ?? '';

/** White space at the ends gone, and one blank for each run of it inside. */
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
