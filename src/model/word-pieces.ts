/** The words of a text in small letters; in scripts that write no blanks each letter is one. */
import { codeUnitAt } from '../code-unit.ts';
import { hashWith, NO_HASH, numberAt, type WordNumbers } from './word-numbers.ts';

const PIECE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{M}]+/gu;
const ALONE_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export const piecesOf = (text: string): string[] => text.toLowerCase().match(PIECE) ?? [];

const LETTER = 1;
const MARK = 2;
/** A letter that begins a word of its own. */
const ALONE = 4;
const KNOWN = 8;
/** Of each code unit that was seen what it is, but for halves of characters: each pair is another one. */
const kinds = new Uint8Array(0x10000);

const kindOf = (character: string): number =>
  KNOWN |
  (/[\p{L}\p{M}]/u.test(character) ? LETTER : 0) |
  (/\p{M}/u.test(character) ? MARK : 0) |
  (ALONE_LETTER.test(character) ? ALONE : 0);

/** How many words a text has; those that have a number are counted by it. */
export function countPieces(text: string, numbers: WordNumbers, counts: Int32Array): number {
  const small = text.toLowerCase();
  const { length } = small;
  let count = 0;
  /** Where the word began that goes on with letters of such a kind; 0 between words. */
  let start = 0;
  let goesOn = 0;
  let hash = NO_HASH;
  for (let at = 0; at <= length; at += 1) {
    const code = at < length ? codeUnitAt(small, at) : 0;
    const kind = (kinds[code] as number) || tell(code, small, at);
    if ((kind & goesOn) !== 0) {
      hash = hashWith(hash, code);
      continue;
    }
    if (goesOn !== 0) {
      const number = numberAt(numbers, small, start, at, hash);
      if (number !== -1) counts[number] = (counts[number] as number) + 1;
      count += 1;
    }
    start = at;
    goesOn = (kind & ALONE) !== 0 ? MARK : kind & LETTER;
    hash = hashWith(NO_HASH, code);
  }
  return count;
}

/** The second half of a character goes on with the first one, whatever that is. */
function tell(code: number, text: string, at: number): number {
  if ((code & 0xfc00) === 0xd800) return kindOf(String.fromCodePoint(text.codePointAt(at) as number));
  if ((code & 0xfc00) !== 0xdc00) return (kinds[code] = kindOf(String.fromCharCode(code)));
  if (at === 0 || (codeUnitAt(text, at - 1) & 0xfc00) !== 0xd800) return KNOWN;
  const kind = kindOf(String.fromCodePoint(text.codePointAt(at - 1) as number));
  return (kind & ALONE) !== 0 ? (kind & LETTER) | MARK : kind;
}
