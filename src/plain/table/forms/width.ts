/** How wide a text stands on a terminal, in the two ways that programs count it. */
import { codeUnitAt } from '../../../code-unit.ts';

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
const NO_WIDTH = /[\p{M}\p{Cf}]/u;

/** The width of one UTF-16 code unit. */
export type Measure = (character: string) => number;

/** Programs count columns by characters or by what a terminal shows. */
export const MEASURES: readonly Measure[] = [
  () => 1,
  (character) => (WIDE.test(character) ? 2 : NO_WIDTH.test(character) ? 0 : 1),
];

export function widthOf(text: string, measure: Measure): number {
  let width = 0;
  for (let at = 0, { length } = text; at < length; at += 1) {
    const code = codeUnitAt(text, at);
    if (code < FIRST_ODD && code !== SOFT_HYPHEN) {
      width += 1;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) as number);
    width += measure(character);
    at += character.length - 1;
  }
  return width;
}

/** All characters below take one place, but for one. */
const FIRST_ODD = 0x300;
const SOFT_HYPHEN = 0xad;
