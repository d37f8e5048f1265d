/**
 * How the document itself writes: which classes of characters it puts side by side, how its words begin, end and go on.
 * A seam is where the habit breaks.
 */
import { GRAM, hashGram } from '../../model/words.ts';
import { CLASS, CLASSES, isWordClass } from './characters.ts';
import { type Row, readRow } from './row.ts';

/** Counts by hash: all, and those of one sort (at a word's edge; unbroken). */
export interface GramCounts {
  readonly keys: Int32Array;
  readonly all: Uint16Array;
  readonly one: Uint16Array;
}

export interface Habits {
  /** Of two classes (left × CLASSES + right): how often side by side, how often parted by a blank. */
  readonly unbroken: Float32Array;
  readonly parted: Float32Array;
  readonly grams: GramCounts;
  readonly characters: number;
}

/** More text adds little to the habits: 60,000 characters are the longest article of a thousand. */
const MOST_CHARACTERS = 60_000;
const GRAMS_A_CHARACTER = 9;
const LONGEST_WORD = 16;

export function habitsOf(lines: readonly string[]): Habits {
  const sample: Row[] = [];
  let characters = 0;
  for (const line of lines) {
    if (characters >= MOST_CHARACTERS) break;
    const row = readRow(line.slice(0, MOST_CHARACTERS - characters), 'glued');
    sample.push(row);
    characters += row.text.length;
  }
  const unbroken = new Float32Array(CLASSES * CLASSES);
  const parted = new Float32Array(CLASSES * CLASSES);
  let size = 1024;
  while (size < characters * GRAMS_A_CHARACTER * 1.3) size *= 2;
  const grams = { keys: new Int32Array(size), all: new Uint16Array(size), one: new Uint16Array(size) };
  for (const row of sample) {
    countPairs(row, unbroken, parted);
    countGrams(row, grams);
  }
  return { unbroken, parted, grams, characters };
}

/** Lines in a run may be rows: what runs together there is no habit. */
export const isInRun = (lines: readonly string[], at: number): boolean =>
  (lines[at - 1] ?? '') !== '' || (lines[at + 1] ?? '') !== '';

/** Fewer characters of prose say too little about how a document writes. */
const ENOUGH_PROSE = 800;

/** The lines that show the habits: those that stand alone, since lines in a run may be rows; all where these are too few. */
export function proseOf(lines: readonly string[], isRow: (at: number) => boolean): string[] {
  const filled = (at: number) => (lines[at] ?? '') !== '';
  const others = [...lines.keys()].filter((at) => filled(at) && !isRow(at));
  const alone = others.filter((at) => !filled(at - 1) && !filled(at + 1));
  const characters = alone.reduce((sum, at) => sum + (lines[at] as string).length, 0);
  return (characters < ENOUGH_PROSE ? others : alone).map((at) => lines[at] as string);
}

function countPairs({ classes }: Row, unbroken: Float32Array, parted: Float32Array): void {
  let left: number = CLASS.edge;
  let blank = false;
  for (const value of classes) {
    if (value === CLASS.mark) continue;
    if (value === CLASS.blank) {
      blank = true;
      continue;
    }
    const counts = blank ? parted : unbroken;
    const pair = left * CLASSES + value;
    counts[pair] = (counts[pair] as number) + 1;
    left = value;
    blank = false;
  }
}

function countGrams({ codes, classes }: Row, grams: GramCounts): void {
  const { length } = codes;
  const window = new Uint16Array(6);
  for (let at = 0; at <= length; at += 1) {
    const left = at === 0 ? CLASS.edge : (classes[at - 1] as number);
    const right = at === length ? CLASS.edge : (classes[at] as number);
    if (right === CLASS.mark) continue;
    const starts = !isWordClass(left);
    const ends = !isWordClass(right);
    for (let size = 3; size <= 4; size += 1) {
      if (right > CLASS.blank) add(grams, hashGram(GRAM.right, codes, at, at + size), starts);
      if (left > CLASS.blank) add(grams, hashGram(GRAM.left, codes, at - size, at), ends);
    }
    const gap = right === CLASS.blank ? 1 : 0;
    if (gap === 0 && right > CLASS.blank && isSyllable(codes[at] as number)) {
      add(grams, hashGram(GRAM.right, codes, at, at + 1), starts);
      if (at > 0 && isSyllable(codes[at - 1] as number)) add(grams, hashGram(GRAM.across, codes, at - 1, at + 1), true);
    }
    for (let size = 2; size <= 3; size += 1) {
      if (at < size || at + gap + size > length) continue;
      for (let step = 0; step < size; step += 1) {
        window[step] = codes[at - size + step] as number;
        window[size + step] = codes[at + gap + step] as number;
      }
      if (!window.subarray(0, size * 2).includes(32)) add(grams, hashGram(GRAM.across, window, 0, size * 2), gap === 0);
    }
    if (starts && isWordClass(right)) {
      let end = at;
      while (end < length && end - at <= LONGEST_WORD && isWordClass(classes[end] as number)) end += 1;
      if (end - at >= 2 && end - at <= LONGEST_WORD) add(grams, hashGram(GRAM.word, codes, at, end), true);
    }
  }
}

/** In scripts from Thai to Hangul two characters say as much as more letters do elsewhere. */
export const isSyllable = (code: number): boolean => code >= 0x0e00 && (code < 0x1e00 || code >= 0x3040);

function add({ keys, all, one }: GramCounts, hash: number, sort: boolean): void {
  const mask = keys.length - 1;
  let slot = hash & mask;
  while (keys[slot] !== 0 && keys[slot] !== hash + 1) slot = (slot + 1) & mask;
  keys[slot] = hash + 1;
  if ((all[slot] as number) < 65_535) {
    all[slot] = (all[slot] as number) + 1;
    if (sort) one[slot] = (one[slot] as number) + 1;
  }
}

/** The slot of a hash, -1 where the document does not have it. */
export function slotOf({ keys }: GramCounts, hash: number): number {
  const mask = keys.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    if (keys[slot] === 0) return -1;
    if (keys[slot] === hash + 1) return slot;
  }
}
