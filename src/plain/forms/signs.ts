/** The signs of a short line between its words, with figures where it begins and ends: equal for entries of one form. */
import type { Line } from '../lines/line.ts';

const LONGEST = 60;
/** All but those signs, and figures that stand first or last. */
const OTHERS = /(?<!^)\p{Nd}(?!$)|[^,،、;:：\p{Nd}]/gu;

//   Beto Nunes, fisherman → `,`     The Oars, 2001 → `,1`     Chair → none
export const signsOf = (line: Line | undefined): string =>
  line === undefined || line.raw.length > LONGEST ? '' : line.raw.replace(OTHERS, '').replace(/\p{Nd}/gu, '1');
