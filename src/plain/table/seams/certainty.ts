/** How sure forms are of cuts: log-odds, stronger than what the models say. */
import type { Row } from './row.ts';

export const NEVER = -8;
export const LIKELY = 2;
export const SURELY = 4;

/** Changes the score of the place before the character at `at`, if there is one. */
export function changeAt({ places }: Row, scores: Float32Array, at: number, to: (score: number) => number): void {
  const place = places.indexOf(at);
  if (place !== -1) scores[place] = to(scores[place] as number);
}

/** No cell ends between the characters at `from` and `to`. */
export function keepWhole({ places }: Row, scores: Float32Array, from: number, to: number): void {
  for (let at = 0; at < places.length; at += 1)
    if ((places[at] as number) > from && (places[at] as number) < to) scores[at] = NEVER;
}
