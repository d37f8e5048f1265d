/**
 * Writes the word models of src/model/words/: for each language the letter sequences that tell most about where words
 * and cells begin and end. Usage: words.js CORPUS OUT [--without-fold N]; the form is described in src/model/words.ts.
 * What is counted without a fold is scaled up to the whole, so that grades mean the same.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { GRAM, hashGram } from '../../src/model/words.ts';
import { CLASS, classReader, isWordClass } from '../../src/plain/table/characters.ts';
import { readRow } from '../../src/plain/table/row.ts';
import { courseFold, readCorpus, unitsOf } from './corpus.ts';

const SIZE = 1 << 24;
/** Entries kept of each kind. */
const KEPT: Readonly<Record<number, number>> = {
  [GRAM.right]: 4500,
  [GRAM.left]: 4500,
  [GRAM.across]: 7000,
  [GRAM.word]: 4500,
};
/** Letters by the thousand make more sequences worth knowing, and words that no blank parts need more of them. */
const MORE: Readonly<Record<string, number>> = { ja: 1.6, ko: 1.6, zh: 1.6, 'zh-Hant': 1.6, km: 1.3, my: 1.3, th: 1.3 };
const LONGEST_WORD = 16;

const total = new Uint32Array(SIZE);
const first = new Uint32Array(SIZE);
const second = new Uint32Array(SIZE);
const kinds = new Uint8Array(SIZE);
const classOf = classReader();

function count(unit: string): void {
  const { codes, classes } = readRow(unit, 'glued', classOf);
  const { length } = codes;
  const bump = (kind: number, hash: number, one: boolean, two: boolean) => {
    kinds[hash] = kind;
    total[hash] = (total[hash] ?? 0) + 1;
    if (one) first[hash] = (first[hash] ?? 0) + 1;
    if (two) second[hash] = (second[hash] ?? 0) + 1;
  };
  for (let at = 0; at <= length; at += 1) {
    const left = at === 0 ? CLASS.edge : classes[at - 1];
    const right = at === length ? CLASS.edge : classes[at];
    if (right === CLASS.mark) continue;
    const startsWord = !isWordClass(left as number) && left !== CLASS.mark;
    const endsWord = !isWordClass(right as number);
    for (let size = 1; size <= 4; size += 1) {
      if (right !== CLASS.blank && right !== CLASS.edge)
        bump(GRAM.right, hashGram(GRAM.right, codes, at, at + size), startsWord, at === 0);
      if (left !== CLASS.blank && left !== CLASS.edge)
        bump(GRAM.left, hashGram(GRAM.left, codes, at - size, at), endsWord, at === length);
    }
    acrossAt(codes, classes, at, bump);
    if (startsWord && isWordClass(right as number)) {
      let end = at;
      while (end < length && isWordClass(classes[end] as number)) end += 1;
      if (end - at >= 2 && end - at <= LONGEST_WORD)
        bump(GRAM.word, hashGram(GRAM.word, codes, at, end), at === 0, at === 0 && end === length);
    }
  }
}

/** Two and three letters on both sides of a place, run together or with one blank between. */
function acrossAt(
  codes: Uint16Array,
  classes: Uint8Array,
  at: number,
  bump: (kind: number, hash: number, one: boolean, two: boolean) => void,
): void {
  for (const size of [2, 3]) {
    if (at < size) continue;
    const parted = classes[at] === CLASS.blank;
    const from = parted ? at + 1 : at;
    if (from + size > codes.length) continue;
    const window = new Uint16Array(size * 2);
    window.set(codes.subarray(at - size, at));
    window.set(codes.subarray(from, from + size), size);
    if (window.includes(32)) continue;
    bump(GRAM.across, hashGram(GRAM.across, window, 0, size * 2), !parted, false);
  }
}

let scale = 1;
const half = (value: number): number => Math.max(0, Math.min(15, Math.round(value)));
const odds = (one: number, all: number): number => Math.log2((one + 0.5) / (all - one + 0.5));

function gradeOf(kind: number, hash: number): number {
  const [all, one, two] = [total, first, second].map((counts) => (counts[hash] as number) * scale) as [
    number,
    number,
    number,
  ];
  if (kind === GRAM.word) return half(Math.log2(all + 1)) * 16 + half(Math.log2(two + 1));
  if (kind === GRAM.across) return half(Math.log2(one + 1)) * 16 + half(odds(one, all) + 8);
  return half(odds(one, all) + 8) * 16 + half(odds(two, all) + 12);
}

function pack(language: string): Uint8Array {
  const kept: number[] = [];
  for (const kind of Object.values(GRAM)) {
    const hashes: number[] = [];
    for (let hash = 0; hash < SIZE; hash += 1)
      if (kinds[hash] === kind && (total[hash] as number) >= 4) hashes.push(hash);
    hashes.sort((a, b) => (total[b] as number) - (total[a] as number));
    kept.push(...hashes.slice(0, (KEPT[kind] as number) * (MORE[language] ?? 1)));
  }
  kept.sort((a, b) => a - b);
  const short = Math.max(0, Math.round(Math.log2(SIZE / kept.length) - 0.5));
  const bits: number[] = [];
  let last = 0;
  for (const hash of kept) {
    const gap = hash - last;
    last = hash;
    for (let left = gap >> short; left > 0; left -= 1) bits.push(1);
    bits.push(0);
    for (let digit = short - 1; digit >= 0; digit -= 1) bits.push((gap >> digit) & 1);
  }
  while (bits.length % 8 !== 0) bits.push(0);
  const bytes = [short, kept.length >> 16, (kept.length >> 8) & 255, kept.length & 255];
  for (let at = 0; at < bits.length; at += 8) bytes.push(bits.slice(at, at + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  for (const hash of kept) bytes.push(gradeOf(kinds[hash] as number, hash));
  return Uint8Array.from(bytes);
}

const [corpus = '', out = '', , without] = process.argv.slice(2);
const documents = readCorpus(corpus);
mkdirSync(out, { recursive: true });
const languages = [...new Set(documents.map(({ language }) => language))].sort();
const isCounted = (key: string) => without === undefined || courseFold(key) !== Number(without);
for (const language of languages) {
  for (const array of [total, first, second, kinds]) array.fill(0);
  let [characters, counted] = [0, 0];
  for (const document of documents) {
    if (document.language !== language) continue;
    const units = unitsOf(document);
    const size = units.reduce((sum, unit) => sum + unit.length, 0);
    characters += size;
    if (!isCounted(document.key)) continue;
    counted += size;
    for (const unit of units) count(unit);
  }
  scale = characters / Math.max(1, counted);
  const packed = Buffer.from(pack(language)).toString('base64');
  writeFileSync(`${out}/${language}.json`, `"${packed}"\n`);
}
console.log(`${languages.length} languages: ${languages.join(' ')}`);
