/**
 * Writes the word models of src/model/words/: for each language the letter sequences that tell most about where words
 * and cells begin and end. Usage: words.js CORPUS MESSAGES OUT [--only LANGUAGES]; the form is described in src/model/words.ts,
 * MESSAGES in messages.py. Where no blank parts words they are those of a segmenter.
 * OUT/all has counted everything, OUT/without-0 and OUT/without-1 all but the courses of one fold; what is counted without one is
 * scaled up to the whole, so that grades mean the same.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { GRAM, hashGram } from '../../src/model/words.ts';
import { CLASS, isWordClass } from '../../src/plain/table/seams/characters.ts';
import { isSyllable } from '../../src/plain/table/seams/habits.ts';
import { readRow } from '../../src/plain/table/seams/row.ts';
import { courseFold, readCorpus, unitsOf } from './corpus.ts';
import { packWordModel } from './pack-words.ts';
import { isUnspaced, wordsIn } from './word-breaks.ts';

const SIZE = 1 << 24;
/** Entries kept of each kind. */
const KEPT: Readonly<Record<number, number>> = {
  [GRAM.right]: 4500,
  [GRAM.left]: 4500,
  [GRAM.across]: 5000,
  [GRAM.word]: 5000,
};
/** Letters by the thousand make more sequences worth knowing, and words that no blank parts need more of them. */
const MORE: Readonly<Record<string, number>> = { ja: 1.6, ko: 1.6, zh: 1.6, 'zh-Hant': 1.6, km: 1.3, my: 1.3, th: 1.3 };
const LONGEST_WORD = 16;
/** What is seldomer says nothing. */
const FEWEST = 4;

/** Where a sequence was counted: courses of each fold, messages. */
const PLACES = 3;
const MESSAGES = 2;
/** Of each sequence and place: all; at the start or end of a word (`across`: unbroken); at that of a whole string. */
const COUNTS = { all: 0, one: 1, two: 2 } as const;
/** All counts of one sequence are near each other, its kind behind them. */
const STRIDE = 16;
const KIND = STRIDE - 1;
const counts = new Uint32Array(SIZE * STRIDE);
/** The sequences of the language at hand. */
let known: number[] = [];

function count(unit: string, language: string, place: number): void {
  const { codes, classes } = readRow(unit, 'glued');
  const { length } = codes;
  const words = isUnspaced(language) ? wordsIn(unit, language) : undefined;
  const breaks = words && new Set([...words.map(({ index }) => index), length]);
  const isBreak = (at: number, side: number): boolean => breaks?.has(at) || !isWordClass(side);
  const add = (index: number) => {
    counts[index] = (counts[index] as number) + 1;
  };
  const bump = (kind: number, hash: number, one: boolean, two: boolean) => {
    const from = hash * STRIDE + place * PLACES;
    if (counts[hash * STRIDE + KIND] === 0) known.push(hash);
    counts[hash * STRIDE + KIND] = kind;
    add(from + COUNTS.all);
    if (one) add(from + COUNTS.one);
    if (two) add(from + COUNTS.two);
  };
  for (let at = 0; at <= length; at += 1) {
    const left = at === 0 ? CLASS.edge : classes[at - 1];
    const right = at === length ? CLASS.edge : classes[at];
    if (right === CLASS.mark) continue;
    const startsWord = isBreak(at, left as number);
    const endsWord = isBreak(at, right as number);
    for (let size = 1; size <= 4; size += 1) {
      if (right !== CLASS.blank && right !== CLASS.edge)
        bump(GRAM.right, hashGram(GRAM.right, codes, at, at + size), startsWord, at === 0);
      if (left !== CLASS.blank && left !== CLASS.edge)
        bump(GRAM.left, hashGram(GRAM.left, codes, at - size, at), endsWord, at === length);
    }
    acrossAt(codes, classes, at, breaks?.has(at) === true, bump);
    if (startsWord && isWordClass(right as number)) {
      let end = at + 1;
      while (end < length && isWordClass(classes[end] as number) && !breaks?.has(end)) end += 1;
      if (end - at >= 2 && end - at <= LONGEST_WORD)
        bump(GRAM.word, hashGram(GRAM.word, codes, at, end), at === 0, at === 0 && end === length);
    }
  }
}

/** Two and three letters on both sides of a place, within a word or with its end between; single characters of large scripts, too. */
function acrossAt(
  codes: Uint16Array,
  classes: Uint8Array,
  at: number,
  isBreak: boolean,
  bump: (kind: number, hash: number, one: boolean, two: boolean) => void,
): void {
  for (const size of [1, 2, 3]) {
    if (at < size || (size === 1 && !isSyllable(codes[at - 1] as number))) continue;
    const parted = classes[at] === CLASS.blank;
    const from = parted ? at + 1 : at;
    if (from + size > codes.length) continue;
    const window = new Uint16Array(size * 2);
    window.set(codes.subarray(at - size, at));
    window.set(codes.subarray(from, from + size), size);
    if (window.includes(32) || (size === 1 && !isSyllable(window[1] as number))) continue;
    bump(GRAM.across, hashGram(GRAM.across, window, 0, size * 2), !parted && !isBreak, false);
  }
}

const half = (value: number): number => Math.max(0, Math.min(15, Math.round(value)));
const odds = (one: number, all: number): number => Math.log2((one + 0.5) / (all - one + 0.5));

/** What each place counts for. */
type Weights = readonly number[];

function sumOf(of: keyof typeof COUNTS, hash: number, weights: Weights): number {
  let sum = 0;
  for (let place = 0; place < PLACES; place += 1)
    sum += (counts[hash * STRIDE + place * PLACES + COUNTS[of]] as number) * (weights[place] as number);
  return sum;
}

function gradeOf(kind: number, hash: number, weights: Weights): number {
  const all = sumOf('all', hash, weights);
  const one = sumOf('one', hash, weights);
  const two = sumOf('two', hash, weights);
  if (kind === GRAM.word) return half(Math.log2(all + 1)) * 16 + half(Math.log2(two + 1));
  if (kind === GRAM.across) return half(Math.log2(one + 1)) * 16 + half(odds(one, all) + 8);
  return half(odds(one, all) + 8) * 16 + half(odds(two, all) + 12);
}

function pack(language: string, weights: Weights): Uint8Array {
  const kept: number[] = [];
  const isKept = weights.map((weight) => (weight > 0 ? 1 : 0));
  const frequent = known
    .filter((hash) => sumOf('all', hash, isKept) >= FEWEST)
    .map((hash) => ({ hash, total: sumOf('all', hash, weights) }))
    .sort((a, b) => b.total - a.total || a.hash - b.hash);
  for (const kind of Object.values(GRAM))
    kept.push(
      ...frequent
        .filter(({ hash }) => counts[hash * STRIDE + KIND] === kind)
        .slice(0, (KEPT[kind] as number) * (MORE[language] ?? 1))
        .map(({ hash }) => hash),
    );
  return packWordModel(
    new Map(kept.map((hash) => [hash, gradeOf(counts[hash * STRIDE + KIND] as number, hash, weights)])),
  );
}

const [corpus = '', messages = '', out = '', flag, only = ''] = process.argv.slice(2);
const documents = readCorpus(corpus);
const strings = readFileSync(messages, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { language: string; text: string });
const languages = [...new Set(documents.map(({ language }) => language))]
  .sort()
  .filter((language) => flag !== '--only' || only.split(',').includes(language));
for (const language of languages) {
  for (const hash of known) counts.fill(0, hash * STRIDE, (hash + 1) * STRIDE);
  known = [];
  const characters = [0, 0];
  for (const document of documents) {
    if (document.language !== language) continue;
    const fold = courseFold(document.key);
    for (const unit of unitsOf(document)) {
      characters[fold] = (characters[fold] as number) + unit.length;
      count(unit, language, fold);
    }
  }
  for (const { language: own, text } of strings) if (own === language) count(text, language, MESSAGES);
  const [zero, one] = characters as [number, number];
  const folders: Readonly<Record<string, Weights>> = {
    all: [1, 1, 1],
    'without-0': [0, (zero + one) / Math.max(1, one), 1],
    'without-1': [(zero + one) / Math.max(1, zero), 0, 1],
  };
  for (const [name, weights] of Object.entries(folders)) {
    mkdirSync(`${out}/${name}`, { recursive: true });
    const packed = Buffer.from(pack(language, weights)).toString('base64');
    writeFileSync(`${out}/${name}/${language}.json`, `"${packed}"\n`);
  }
}
console.log(`${languages.length} languages: ${languages.join(' ')}`);
