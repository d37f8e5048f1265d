/** Lines that may be the rows of one table, with what they show together. */
import { CLASSES } from './characters.ts';
import { type Joint, leftOf, type Row, readRow } from './row.ts';

export interface Block {
  readonly joint: Joint;
  readonly rows: readonly Row[];
  /** The rows stand in one line, and where each begins is a guess. */
  readonly hasGuessedRows: boolean;
  /** In how many rows two classes meet at a place (left × CLASSES + right). */
  readonly rowsWithPair: Uint16Array;
  /** How many rows begin, or end, with a text; by its hash. */
  readonly beginnings: ReadonlyMap<number, number>;
  readonly endings: ReadonlyMap<number, number>;
  /** In how many rows four characters stand; by hash. */
  readonly rowsWithFour: ReadonlyMap<number, number>;
}

/** Longer beginnings and endings are not shared by chance nor looked for. */
const LONGEST_EDGE = 160;

export function readBlock(lines: readonly string[], joint: Joint, hasGuessedRows = false): Block {
  const rows = lines.map((line) => readRow(line, joint));
  const rowsWithPair = new Uint16Array(CLASSES * CLASSES);
  const beginnings = new Map<number, number>();
  const endings = new Map<number, number>();
  const rowsWithFour = new Map<number, number>();
  const bump = (map: Map<number, number>, key: number) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const row of rows) {
    for (const pair of new Set(Array.from(row.places, (place) => pairAt(row, place))))
      rowsWithPair[pair] = (rowsWithPair[pair] as number) + 1;
    for (const hash of edgeHashes(row.codes, false)) bump(beginnings, hash);
    for (const hash of edgeHashes(row.codes, true)) bump(endings, hash);
    const seen = new Set<number>();
    for (let at = 0; at + 4 <= row.codes.length; at += 1) seen.add(fourAt(row.codes, at));
    for (const hash of seen) bump(rowsWithFour, hash);
  }
  return { joint, rows, hasGuessedRows, rowsWithPair, beginnings, endings, rowsWithFour };
}

export function pairAt(row: Row, place: number): number {
  const left = leftOf(row, place);
  return (left < 0 ? 0 : (row.classes[left] as number)) * CLASSES + (row.classes[place] as number);
}

/** Hash of the first (or last) n characters for each n; the index is n. */
export function edgeHashes(codes: Uint16Array, backwards: boolean): Int32Array {
  const length = Math.min(codes.length, LONGEST_EDGE);
  const hashes = new Int32Array(length + 1);
  let hash = 17;
  for (let at = 0; at < length; at += 1) {
    hash = Math.imul(hash ^ (codes[backwards ? codes.length - 1 - at : at] as number), 0x01000193);
    hash ^= hash >>> 15;
    hashes[at + 1] = hash;
  }
  return hashes;
}

/** Hash of four characters from an index on; what lies outside counts as a blank. */
export function fourAt(codes: Uint16Array, at: number): number {
  let hash = 5;
  for (let step = 0; step < 4; step += 1) hash = (Math.imul(hash, 65_599) + (codes[at + step] ?? 32)) | 0;
  return hash;
}
