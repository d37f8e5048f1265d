/** Which words of a text come again, and how far away. */
import type { Columns } from './columns.ts';
import type { Measures } from './measures.ts';

/** Lines before or after in which a word counts as spoken of. */
const NEAR = 12;

export interface Vocabulary {
  /** Of each line, the share of its words that stand in more lines than it does itself. */
  readonly known: Float32Array;
  /** The share that stands in one of the next lines, and in one of the lines before. */
  readonly ahead: Float32Array;
  readonly behind: Float32Array;
  /** The share that stands in the first line. */
  readonly first: Float32Array;
}

/** `repeats` tells how often each line stands in the text. */
export function readVocabulary({ count, pieces, from }: Measures, repeats: Uint32Array, columns: Columns): Vocabulary {
  const slots = slotsOf(pieces, columns);
  const size = pieces.length + 1;
  const uses = columns.integers(size);
  const seen = columns.integers(size).fill(-1);
  const behind = columns.floats(count);
  const first = columns.floats(count);
  const firstEnd = from[1] ?? 0;
  const inFirst = columns.bytes(size);
  for (let at = 0; at < firstEnd; at += 1) inFirst[slots[at] as number] = 1;
  for (let line = 0; line < count; line += 1) {
    const start = from[line] as number;
    const end = from[line + 1] as number;
    let near = 0;
    let shared = 0;
    for (let at = start; at < end; at += 1) {
      const slot = slots[at] as number;
      const last = seen[slot] as number;
      if (last !== line) uses[slot] = (uses[slot] as number) + 1;
      if (last >= 0 && last < line && line - last <= NEAR) near += 1;
      shared += inFirst[slot] as number;
    }
    for (let at = start; at < end; at += 1) seen[slots[at] as number] = line;
    if (end > start) {
      behind[line] = near / (end - start);
      first[line] = shared / (end - start);
    }
  }
  const known = columns.floats(count);
  const ahead = columns.floats(count);
  seen.fill(-1);
  for (let line = count - 1; line >= 0; line -= 1) {
    const start = from[line] as number;
    const end = from[line + 1] as number;
    if (end === start) continue;
    let near = 0;
    let hits = 0;
    const own = repeats[line] as number;
    for (let at = start; at < end; at += 1) {
      const slot = slots[at] as number;
      const next = seen[slot] as number;
      if (next > line && next - line <= NEAR) near += 1;
      if ((uses[slot] as number) > own) hits += 1;
    }
    for (let at = start; at < end; at += 1) seen[slots[at] as number] = line;
    known[line] = hits / (end - start);
    ahead[line] = near / (end - start);
  }
  return { known, ahead, behind, first };
}

/** Each word as a number from 1, in order of coming: a table of open addresses. */
function slotsOf(pieces: Int32Array, columns: Columns): Int32Array {
  let bits = 4;
  while (1 << bits < pieces.length * 2) bits += 1;
  const mask = (1 << bits) - 1;
  /** Where the word of a place stands first, plus one. */
  const firsts = columns.integers(mask + 1);
  const slots = columns.integers(pieces.length);
  let next = 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const word = pieces[at] as number;
    let place = (Math.imul(word, 0x9e3779b1) >>> (32 - bits)) & mask;
    let first = firsts[place] as number;
    while (first !== 0 && pieces[first - 1] !== word) {
      place = (place + 1) & mask;
      first = firsts[place] as number;
    }
    if (first === 0) {
      next += 1;
      firsts[place] = at + 1;
      slots[at] = next;
    } else slots[at] = slots[first - 1] as number;
  }
  return slots;
}
