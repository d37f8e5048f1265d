/**
 * Pictures and who took them, right below the text: every second line has the same sign or label, and no figure.
 *
 *   Crane on her nest
 *   © Paul Deters
 *   The old shed
 *   © Archive of the moor      ← they are the author's up to here
 */
import { isSentence } from '../forms/sentence.ts';
import type { Line } from '../lines/line.ts';

/** What heads them, and the first caption. */
const MOST_ABOVE = 2;
const LONGEST = 60;
/** Cards of other pages may say who wrote those: of them the model is surer. */
const SURE_CUT = 0.7;

//   © Paul Deters     Photo: Ida Moss     Fot. Jan Kos     撮影　田島亮
const CREDIT = /^(?:(©)\s*|(\p{L}[\p{L}\p{M}]{1,14})(?:[.:：]\s?|\u3000))\p{L}\P{Nd}*$/u;

/** The line below the last credit, or 0. */
export function belowCredits(lines: readonly Line[], last: number, chances: readonly number[]): number {
  for (let first = last + 1; first <= last + 1 + MOST_ABOVE; first += 1) {
    const sign = signOf(lines[first]);
    if (sign === '' || (sign !== '©' && (chances[first] as number) >= SURE_CUT)) continue;
    let at = first;
    while (signOf(lines[at + 1]) !== sign && signOf(lines[at + 2]) === sign) at += 2;
    if (at > first) return at + 1;
  }
  return 0;
}

function signOf(line: Line | undefined): string {
  if (line === undefined || line.marker !== undefined || line.raw.length > LONGEST || isSentence(line)) return '';
  const [, sign, label] = CREDIT.exec(line.raw) ?? [];
  return sign ?? label ?? '';
}
