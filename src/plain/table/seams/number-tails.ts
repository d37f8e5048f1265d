/**
 * What the numbers of a column end in: groups of three figures, or so many decimals, which no cell parts.
 *
 *   Gayo200 gRp 68.000           68.000 is whole
 *   18.30free                    18.30 | free
 *   10.00350 crowns              10.00 | 350 crowns
 */
import type { Block } from './block.ts';
import { changeAt, keepWhole, SURELY } from './certainty.ts';
import type { Row } from './row.ts';

const NUMBER = /\d(?:[\d.,]*\d)?/g;
/** In India figures go by twos above the thousand: `2,40,000`. */
const GROUPS = /^\d+([.,])(?:\d{2}\1)*\d{3}(?:\1\d{3})*$/;
const SHORT = /^\d{1,3}$/;
const DECIMALS = /^\d{1,2}([.,])\d{2}$/;
const MORE_DECIMALS = /^\d{1,2}([.,])\d{4}/;
const FEWEST_ROWS = 3;
const SHARE_OF_ROWS = 0.8;
const SHARE_OF_GROUPS = 0.6;
const SHARE_OF_DECIMALS = 0.7;
const MOST_ORDINALS = 8;

interface Found {
  readonly row: number;
  readonly from: number;
  readonly text: string;
}

/** Changes the scores of the places in such numbers. */
export function keepTails({ rows }: Block, scores: readonly Float32Array[]): void {
  const body = rows.slice(1);
  const numbers = body.map(({ figures }) => [...figures.matchAll(NUMBER)].reverse());
  for (let ordinal = 0; ordinal < MOST_ORDINALS; ordinal += 1) {
    const found = numbers.flatMap((own, at): Found[] => {
      const number = own[ordinal];
      return number === undefined ? [] : [{ row: at + 1, from: number.index, text: number[0] }];
    });
    if (found.length < Math.max(FEWEST_ROWS, body.length * SHARE_OF_ROWS)) return;
    keepGroups(found, rows, scores);
    partDecimals(found, rows, scores);
  }
}

function keepGroups(found: readonly Found[], rows: readonly Row[], scores: readonly Float32Array[]): void {
  const marks = found.flatMap(({ text }) => GROUPS.exec(text)?.[1] ?? []);
  if (marks.length < found.length * SHARE_OF_GROUPS || new Set(marks).size > 1) return;
  if (!found.every(({ text }) => GROUPS.test(text) || SHORT.test(text))) return;
  for (const { row, from, text } of found)
    if (!SHORT.test(text))
      keepWhole(rows[row] as Row, scores[row] as Float32Array, from + text.search(/[.,]/), from + text.length);
}

function partDecimals(found: readonly Found[], rows: readonly Row[], scores: readonly Float32Array[]): void {
  const alike = found.filter(
    ({ row, from, text }) => DECIMALS.test(text) && isBeforeWord(rows[row] as Row, from, text),
  );
  const others = found.filter((number) => !alike.includes(number));
  if (others.length === 0 || alike.length < found.length * SHARE_OF_DECIMALS) return;
  const marks = found.map(({ text }) => (DECIMALS.exec(text) ?? MORE_DECIMALS.exec(text))?.[1]);
  if (new Set(marks).size > 1 || marks.includes(undefined)) return;
  // As times have: 18.30.
  const areTwo = found.every(({ text }) => text.search(/[.,]/) === 2);
  for (const { row, from, text } of found) {
    const mark = from + text.search(/[.,]/);
    const end = mark + '.00'.length;
    keepWhole(rows[row] as Row, scores[row] as Float32Array, areTwo ? from : mark, end);
    changeAt(rows[row] as Row, scores[row] as Float32Array, end, () => SURELY);
  }
}

const isBeforeWord = ({ figures }: Row, from: number, text: string): boolean =>
  /^[\p{L}]/u.test(figures.slice(from + text.length, from + text.length + 1));
