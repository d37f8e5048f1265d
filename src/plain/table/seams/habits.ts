/**
 * How the document itself writes: which classes of characters it puts side by side, how its words begin, end and go on.
 * A seam is where the habit breaks.
 */
import { GRAM, hashGram } from '../../../model/words.ts';
import { once } from '../../../once.ts';
import { CLASS, CLASSES, isWordClass } from './characters.ts';
import { type Neighbours, neighboursOf } from './neighbours.ts';
import { type Row, readRow } from './row.ts';

/** Counts by hash: all, and those of one sort (at a word's edge; unbroken). */
export interface GramCounts {
  /** Two numbers each: the hash plus one, 0 where free; the counts in sixteen bits each, those of one sort in the lower ones. */
  readonly slots: Int32Array;
}

const MOST = 0xffff;
const ALL = 0x10000;
const BLANK = 32;

export interface Habits {
  /** Of two classes (left × CLASSES + right): how often side by side, how often parted by a blank. */
  readonly unbroken: Float32Array;
  readonly parted: Float32Array;
  readonly grams: GramCounts;
  /** Words that it has side by side. */
  readonly neighbours: () => Neighbours;
  readonly characters: number;
}

/** More text adds little to the habits, and takes a table of counts that no cache holds. */
const MOST_CHARACTERS = 24_000;
/** No character begins or ends more. */
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
  while (size <= characters * GRAMS_A_CHARACTER) size *= 2;
  const grams = { slots: new Int32Array(size * 2) };
  for (const row of sample) {
    countPairs(row, unbroken, parted);
    countGrams(row, grams);
  }
  const neighbours = once(() => neighboursOf(sample.map(({ text }) => text)));
  return { unbroken, parted, grams, neighbours, characters };
}

/** Lines in a run may be rows: what runs together there is no habit. */
export const isInRun = (lines: readonly string[], at: number): boolean =>
  (lines[at - 1] ?? '') !== '' || (lines[at + 1] ?? '') !== '';

/** Fewer characters of prose say too little about how a document writes. */
const ENOUGH_PROSE = 800;

/**
 * The lines that show the habits, as many as are looked at: those that stand alone, since lines in a run may be rows; all where
 * these are too few.
 */
export function proseOf(lines: readonly string[], isRow: (at: number) => boolean): string[] {
  const filled = (at: number) => (lines[at] ?? '') !== '';
  const alone: string[] = [];
  const all: string[] = [];
  let characters = 0;
  for (let at = 0; at < lines.length && characters < MOST_CHARACTERS; at += 1) {
    if (!filled(at) || isRow(at)) continue;
    const line = lines[at] as string;
    if (characters < ENOUGH_PROSE) all.push(line);
    if (filled(at - 1) || filled(at + 1)) continue;
    alone.push(line);
    characters += line.length;
  }
  return characters < ENOUGH_PROSE ? all : alone;
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
  /** The letters on both sides of a blank. */
  const around = new Uint16Array(6);
  for (let at = 0; at <= length; at += 1) {
    const left = at === 0 ? CLASS.edge : (classes[at - 1] as number);
    const right = at === length ? CLASS.edge : (classes[at] as number);
    if (right === CLASS.mark) continue;
    const starts = !isWordClass(left);
    const ends = !isWordClass(right);
    if (right > CLASS.blank) {
      add(grams, hashGram(GRAM.right, codes, at, at + 3), starts);
      add(grams, hashGram(GRAM.right, codes, at, at + 4), starts);
      if (isSyllable(codes[at] as number)) {
        add(grams, hashGram(GRAM.right, codes, at, at + 1), starts);
        if (at > 0 && isSyllable(codes[at - 1] as number))
          add(grams, hashGram(GRAM.across, codes, at - 1, at + 1), true);
      }
    }
    if (left > CLASS.blank) {
      add(grams, hashGram(GRAM.left, codes, at - 3, at), ends);
      add(grams, hashGram(GRAM.left, codes, at - 4, at), ends);
    }
    const gap = right === CLASS.blank ? 1 : 0;
    for (let size = 2; size <= 3; size += 1) {
      if (at < size || at + gap + size > length || hasBlank(codes, at - size, at)) break;
      if (hasBlank(codes, at + gap, at + gap + size)) break;
      if (gap === 0) add(grams, hashGram(GRAM.across, codes, at - size, at + size), true);
      else {
        for (let step = 0; step < size; step += 1) {
          around[step] = codes[at - size + step] as number;
          around[size + step] = codes[at + 1 + step] as number;
        }
        add(grams, hashGram(GRAM.across, around, 0, size * 2), false);
      }
    }
    if (starts && !ends) {
      let end = at;
      while (end < length && end - at <= LONGEST_WORD && isWordClass(classes[end] as number)) end += 1;
      if (end - at >= 2 && end - at <= LONGEST_WORD) add(grams, hashGram(GRAM.word, codes, at, end), true);
    }
  }
}

function hasBlank(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (codes[at] === BLANK) return true;
  return false;
}

/** In scripts from Thai to Hangul two characters say as much as more letters do elsewhere. */
export const isSyllable = (code: number): boolean => code >= 0x0e00 && (code < 0x1e00 || code >= 0x3040);

function add({ slots }: GramCounts, hash: number, isOne: boolean): void {
  const last = slots.length - 1;
  let slot = (hash << 1) & last;
  while (slots[slot] !== 0 && slots[slot] !== hash + 1) slot = (slot + 2) & last;
  slots[slot] = hash + 1;
  const counts = slots[slot + 1] as number;
  if (counts >>> 16 < MOST) slots[slot + 1] = counts + ALL + (isOne ? 1 : 0);
}

/** The slot of a hash, -1 where the document does not have it. */
export function slotOf({ slots }: GramCounts, hash: number): number {
  const last = slots.length - 1;
  for (let slot = (hash << 1) & last; ; slot = (slot + 2) & last) {
    if (slots[slot] === 0) return -1;
    if (slots[slot] === hash + 1) return slot;
  }
}

/** How often the document has what a slot stands for. */
export const allOf = ({ slots }: GramCounts, slot: number): number => (slots[slot + 1] as number) >>> 16;

/** How often of these it is of one sort. */
export const oneOf = ({ slots }: GramCounts, slot: number): number => (slots[slot + 1] as number) & MOST;
