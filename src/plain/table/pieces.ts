/**
 * Pieces of text in scripts that part no words by blanks, or whose syllables say as much as words do: how often each was written,
 * and beside how many different characters. What stands beside many is a word; what goes on in one way only is a part of one.
 */
import { GRAM, hashGram } from '../../model/words.ts';
import { isLetterClass } from './characters.ts';
import type { Row } from './row.ts';

export const LONGEST_PIECE = 6;
/** Later rows add little. */
const MOST_CHARACTERS = 60_000;

/** Counts by hash, open addressing: all, and different neighbours on both sides. The edge of a run of letters is a new one each time. */
export interface Pieces {
  readonly keys: Int32Array;
  readonly all: Uint16Array;
  readonly before: Uint16Array;
  readonly behind: Uint16Array;
}

/** In scripts from Thai to Hangul two characters say as much as more letters do elsewhere. */
export const isSyllable = (code: number): boolean =>
  code >= 0x0e00 && (code < 0x1e00 || (code >= 0x3040 && code < 0xff00));

const NO_PIECES: Pieces = {
  keys: new Int32Array(1),
  all: new Uint16Array(1),
  before: new Uint16Array(1),
  behind: new Uint16Array(1),
};

const isPart = ({ codes, classes }: Row, at: number): boolean =>
  isSyllable(codes[at] as number) && isLetterClass(classes[at] as number);

export function piecesOf(rows: readonly Row[]): Pieces {
  let characters = 0;
  let counted = 0;
  for (const row of rows) {
    if (characters >= MOST_CHARACTERS) break;
    for (let at = 0; at < row.codes.length; at += 1) if (isPart(row, at)) characters += 1;
    counted += 1;
  }
  if (characters === 0) return NO_PIECES;
  let size = 256;
  while (size < characters * LONGEST_PIECE * 1.4) size *= 2;
  const pieces: Pieces = {
    keys: new Int32Array(size),
    all: new Uint16Array(size),
    before: new Uint16Array(size),
    behind: new Uint16Array(size),
  };
  for (const row of rows.slice(0, counted)) countPieces(row, pieces);
  return pieces;
}

/** From right to left, so that the pieces one character further are known. */
function countPieces(row: Row, pieces: Pieces): void {
  const { codes } = row;
  let further = new Int32Array(LONGEST_PIECE + 1).fill(-1);
  let own = new Int32Array(LONGEST_PIECE + 1).fill(-1);
  let end = codes.length;
  for (let at = codes.length - 1; at >= 0; at -= 1) {
    if (!isPart(row, at)) {
      end = at;
      continue;
    }
    const isFirst = at === 0 || !isPart(row, at - 1);
    for (let size = 1; size <= Math.min(LONGEST_PIECE, end - at); size += 1) {
      const slot = slotFor(pieces, hashGram(GRAM.piece, codes, at, at + size));
      own[size] = slot;
      if (bump(pieces.all, slot) === 1 && size > 1) {
        bump(pieces.behind, own[size - 1] as number);
        bump(pieces.before, further[size - 1] as number);
      }
      if (at + size === end) bump(pieces.behind, slot);
      if (isFirst) bump(pieces.before, slot);
    }
    [own, further] = [further, own];
  }
}

function bump(counts: Uint16Array, slot: number): number {
  const count = counts[slot] as number;
  if (count < 65_535) counts[slot] = count + 1;
  return count + 1;
}

function slotFor({ keys }: Pieces, hash: number): number {
  const mask = keys.length - 1;
  let slot = hash & mask;
  while (keys[slot] !== 0 && keys[slot] !== hash + 1) slot = (slot + 1) & mask;
  keys[slot] = hash + 1;
  return slot;
}

/** The slot of a piece, -1 where it was never written. */
export function slotOfPiece({ keys }: Pieces, codes: Uint16Array, from: number, to: number): number {
  if (keys.length === 1) return -1;
  const hash = hashGram(GRAM.piece, codes, from, to);
  const mask = keys.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    if (keys[slot] === 0) return -1;
    if (keys[slot] === hash + 1) return slot;
  }
}

export const PIECE_FEATURES = 10;
const NEVER_WRITTEN = -1;

/**
 * Puts what pieces say about a place: how often the two and three characters to the right were written and beside how many
 * others, the same to the left, the longest piece across the place, and how often the commonest of three characters across it.
 * What was written fewer than `least` times counts as not written.
 */
export function putPieces(
  put: (value: number) => void,
  pieces: Pieces,
  row: Row,
  leftEnd: number,
  place: number,
  least: number,
): void {
  const { codes } = row;
  if (pieces.keys.length === 1 || leftEnd !== place || !isPart(row, place - 1) || !isPart(row, place)) {
    for (let at = 0; at < PIECE_FEATURES; at += 1) put(NEVER_WRITTEN);
    return;
  }
  const side = (from: number, to: number, neighbours: Uint16Array) => {
    const slot = slotOfPiece(pieces, codes, from, to);
    const all = slot < 0 ? 0 : (pieces.all[slot] as number);
    put(all < least ? NEVER_WRITTEN : Math.min(10, Math.log2(all)));
    put(all < least ? NEVER_WRITTEN : (neighbours[slot] as number) / all);
  };
  for (const size of [2, 3]) {
    side(place, place + size, pieces.before);
    side(place - size, place, pieces.behind);
  }
  let longest = 0;
  let most = 0;
  for (let size = LONGEST_PIECE; size >= 2 && size > longest; size -= 1)
    for (let from = place - size + 1; from < place && size > longest; from += 1) {
      const slot = slotOfPiece(pieces, codes, from, from + size);
      if (slot >= 0 && (pieces.all[slot] as number) >= least) longest = size;
    }
  for (let from = place - 2; from < place && longest >= 3; from += 1) {
    const slot = slotOfPiece(pieces, codes, from, from + 3);
    if (slot >= 0) most = Math.max(most, pieces.all[slot] as number);
  }
  put(longest);
  put(Math.min(8, Math.log2(most + 1)));
}
