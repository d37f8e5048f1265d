/**
 * Names of people are two words with capitals before one without, where one blank parts cells:
 *
 *   Keramika pondělí Jana Malá    dílna
 *   Šachy    úterý   Petr Dvořák  klubovna
 *                        ^ no cell begins here, but behind the second word
 */
import type { Block } from './block.ts';
import { LIKELY, NEVER } from './certainty.ts';
import { wordsOf } from './row.ts';

const FEWEST_ROWS = 3;
const CAPITAL = /^\p{Lu}/u;
const NAME = /^\p{Lu}[\p{L}\p{M}’'-]+$/u;
const SMALL = /^\p{Ll}[\p{Ll}\p{M}]*,?$/u;
const STOP = /[.!?:]$/u;

/** Changes the scores of the places at such names, where each row below the first has one of its own. */
export function partNames({ rows }: Block, scores: readonly Float32Array[]): void {
  const body = rows.slice(1).map(wordsOf);
  if (body.length < FEWEST_ROWS || body.some((words, row) => words.length !== (scores[row + 1]?.length ?? 0) + 1))
    return;
  const starts = body.map(nameIn);
  if (starts.includes(undefined)) return;
  // Words of a kind come again: `Native`, `Interpreted`.
  if (new Set(body.map((words, row) => words[starts[row] as number])).size < body.length) return;
  for (const [row, start] of (starts as number[]).entries()) {
    // The place before a word has the index of the word before it.
    const own = scores[row + 1] as Float32Array;
    for (const edge of [start - 1, start + 1]) own[edge] = Math.max(LIKELY, own[edge] as number);
    own[start] = NEVER;
  }
}

/** The index of the first word of the only name of a row; capitals that begin it are those of the first cell. */
function nameIn(words: readonly string[]): number | undefined {
  let found: number | undefined;
  for (let at = 1; at + 2 < words.length; at += 1) {
    const [before = '', first = '', second = '', behind = ''] = words.slice(at - 1, at + 3);
    if (!NAME.test(first) || !NAME.test(second) || !SMALL.test(behind)) continue;
    if ((at > 1 && CAPITAL.test(before)) || STOP.test(before)) continue;
    if (found !== undefined) return undefined;
    found = at;
  }
  return found;
}
