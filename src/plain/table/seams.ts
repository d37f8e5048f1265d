/**
 * Where a glued line may be cut, and how strongly each place asks for it. A seam is where the habits of writing
 * break: a stop with no blank after it, a capital inside a word, a letter that only ends words inside one.
 */
import type { Vocabulary } from './vocabulary.ts';

export interface Seam {
  /** Index in the line of the first character of the right cell. */
  readonly at: number;
  /** 0: no sign; 1: as likely as not; 3: sure. */
  readonly score: number;
}

const LETTER = /[\p{L}\p{M}]/u;
const FINAL = /(?:[ةىםןץףךς]\p{M}*|\u064bا)$/u;
const CLOSING = /[.!?…。！？।॥؟»”’"）)\]』」›%]/u;
const OPENING = /[«“„‘（([『「‹]/u;
const TOKEN = /\S+/gu;
const ATOM =
  /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|\d{1,4}([-/.:])\d{1,2}(?:\1\d{1,4})?|\d[\d.,\s]*\d|:[a-z_]+:/giu;
/** Scripts that write no blanks between words: a change between them is no sign, nor is a long run of letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  UNSPACED,
  /\p{Script=Devanagari}/u,
  /\p{Script=Hangul}/u,
];

export function seamsOf(line: string, vocabulary: Vocabulary): Seam[] {
  const seams: Seam[] = [];
  const barred = atomsOf(line);
  for (const { 0: token, index } of line.matchAll(TOKEN)) {
    const known = vocabulary.words.get(bare(token)) ?? 0;
    for (let at = 1; at < token.length; at += 1) {
      const place = index + at;
      if (barred.has(place)) continue;
      const score = seamScore(token, at, known, vocabulary);
      if (score > 0.15) seams.push({ at: place, score });
    }
  }
  return seams;
}

const bare = (token: string): string => token.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');

function atomsOf(line: string): Set<number> {
  const barred = new Set<number>();
  for (const { 0: atom, index } of line.matchAll(ATOM)) {
    for (let at = index + 1; at < index + atom.length; at += 1) barred.add(at);
  }
  return barred;
}

function seamScore(token: string, at: number, known: number, vocabulary: Vocabulary): number {
  const left = token[at - 1] as string;
  const right = token[at] as string;
  if (/[\p{M}\u200c\u200d]/u.test(right) || left === '\u200c' || /[\ud800-\udbff]/.test(left)) return 0;
  if (CLOSING.test(left))
    return LETTER.test(right) || OPENING.test(right) || /\p{N}/u.test(right) ? closingScore(left, right) : 0;
  if (OPENING.test(left)) return 0;
  if (OPENING.test(right)) return 1.2;
  if (LETTER.test(right) && FINAL.test(token.slice(Math.max(0, at - 3), at))) return 2.8;
  if (/\p{Ll}/u.test(left) && /\p{Lu}/u.test(right)) return known > 1 ? 0.6 : 2.6;
  const isDigit = [/\p{Nd}/u.test(left), /\p{Nd}/u.test(right)];
  if (isDigit[0] !== isDigit[1] && (LETTER.test(left) || LETTER.test(right))) return known > 1 ? 0.3 : 1.4;
  if (!LETTER.test(left) || !LETTER.test(right)) return 0;
  const base = /\p{M}/u.test(left) ? (/\p{L}(?=\p{M}*$)/u.exec(token.slice(0, at))?.[0] ?? left) : left;
  const script = SCRIPTS.findIndex((one) => one.test(base));
  if (script !== SCRIPTS.findIndex((one) => one.test(right))) return 1.8;
  if (UNSPACED.test(base)) return 0;
  return known > 1 ? 0 : wordScore(token, at, vocabulary);
}

const closingScore = (left: string, right: string): number =>
  left === '.' && /[\p{Ll}\p{N}]/u.test(right) && !/[\p{Lo}]/u.test(right) ? 0.8 : left === '%' ? 1.6 : 2.8;

/** Letter against letter: are both sides words of this document, or begin and end as its words do? */
function wordScore(token: string, at: number, vocabulary: Vocabulary): number {
  const { words, starts, ends, anywhere } = vocabulary;
  const left = /[\p{L}\p{M}]+$/u.exec(token.slice(0, at))?.[0].toLowerCase() ?? '';
  const right = /^[\p{L}\p{M}]+/u.exec(token.slice(at))?.[0].toLowerCase() ?? '';
  if (left.length < 2 || right.length < 2) return 0;
  // Two letters alone are a cell only where the document writes them as a word.
  if ((left.length < 3 && !words.has(left)) || (right.length < 3 && !words.has(right))) return 0;
  const isWord = (word: string) => word.length > 2 && words.has(word);
  const ending = isWord(left) ? 1 : share(ends, anywhere, (length) => left.slice(-length));
  const beginning = isWord(right) ? 1 : share(starts, anywhere, (length) => right.slice(0, length));
  // Two cells in one run of letters make a long one.
  const length = Math.max(-0.3, Math.min(0.3, (left.length + right.length - 8) * 0.06));
  return Math.max(0, 2.4 * Math.sqrt(ending * beginning) + length);
}

/** Of all places where one to three letters stand, how many are an edge of a word; longer ones weigh more. */
function share(
  edge: ReadonlyMap<string, number>,
  anywhere: ReadonlyMap<string, number>,
  letters: (length: number) => string,
): number {
  let best = 0.03;
  for (const [length, weight] of [
    [1, 0.35],
    [2, 0.65],
    [3, 0.8],
  ] as const) {
    const gram = letters(length);
    best = Math.max(best, (weight * (edge.get(gram) ?? 0)) / ((anywhere.get(gram) ?? 0) + 1));
  }
  return best;
}
