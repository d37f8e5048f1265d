/**
 * A number with the sign of its unit ends a cell, where one blank parts cells and rows are short:
 *
 *   Un       500 g elenmiş
 *   Ilık su  300 ml
 *   Ispanak  1 kg taze
 *                 ^ a cell begins here
 */
import type { Block } from './block.ts';
import { changeAt, LIKELY } from './certainty.ts';

/** Of 180 words behind such a number in rows no longer than this 176 begin a cell. */
const MOST_WORDS = 15;
const FEWEST_ROWS = 3;
/** Where such a number begins the line what follows is what there is so much of. */
const AMOUNT =
  /(?<=\S\s)[+−-]?\p{Nd}[\p{Nd}.,\u00a0\u202f]*\s?(?:[kcm]?m|[km]?g|[mcd]?l|kWh?|[MG]B|км|см|мм|м|кг|г|мл|л|°[CF]|[%€$£₽₹₴₺])\s(?=[\p{L}\p{N}])/gu;

/** Changes the scores of the places behind such numbers. */
export function partBehindUnits({ rows }: Block, scores: readonly Float32Array[]): void {
  if (rows.length < FEWEST_ROWS) return;
  for (const [at, row] of rows.entries()) {
    if (at === 0 || row.places.length >= MOST_WORDS) continue;
    for (const { 0: amount, index } of row.figures.matchAll(AMOUNT))
      changeAt(row, scores[at] as Float32Array, index + amount.length, (score) => Math.max(LIKELY, score));
  }
}
