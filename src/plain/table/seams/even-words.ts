/**
 * Rows of as many words each are cut behind the same words, where one blank parts cells: what all rows say of a place is more than
 * what one does.
 *
 *   Sopranos Ada   Prior  14
 *   Altos    June  Marsh  11        no name of a person ends behind the second word, since none does in most rows
 *   Tenors   Sam   Okoro  5
 */
import type { Block } from './block.ts';

/** Of 152 tables whose rows, three at least below the names, have as many words each, 145 have all cuts behind the same words. */
const FEWEST_ROWS = 3;
const STRONGEST = 5;

/** Gives each place of such rows, but for the names above them, the mean of its own score and of all those behind as many words. */
export function agreeOnWords({ rows }: Block, scores: readonly Float32Array[]): void {
  const body = scores.slice(1);
  const places = rows[1]?.places.length ?? 0;
  if (body.length < FEWEST_ROWS || body.some((own) => own.length !== places)) return;
  for (let place = 0; place < places; place += 1) {
    const sum = body.reduce((total, own) => total + Math.max(-STRONGEST, Math.min(STRONGEST, own[place] as number)), 0);
    for (const own of body) own[place] = ((own[place] as number) + sum / body.length) / 2;
  }
}
