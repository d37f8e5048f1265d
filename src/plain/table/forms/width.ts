/** How wide a text stands on a terminal, in the ways that programs count it. */
import { codeUnitAt } from '../../../code-unit.ts';
import { once } from '../../../once.ts';
import { flagsOf, HALF, knownFlags, ODD, SPACING_MARK } from '../../lines/glyphs.ts';
import { kindsOf } from '../../lines/kinds.ts';

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
/** Between two of these, letters of Chinese and Japanese and their signs, a line may end. */
export const BREAKS_ANYWHERE = /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]/;
/** The same of a code unit. */
export const breaksAnywhere = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60);
const NO_WIDTH = /[\p{M}\p{Cf}]/u;
const NO_SPACE = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** The width of a character by its code point. */
export type Measure = (code: number) => number;

const characters: Measure = () => 1;
const columns = measureOf(NO_WIDTH);
/** As POSIX wcwidth has it: a mark that takes space in print takes a column. */
const columnsWithMarks = measureOf(NO_SPACE);

/** Tells of each character once how wide it is. */
function measureOf(nothing: RegExp): Measure {
  const widths = once(() => new Uint8Array(0x10000));
  const tell = (code: number): number => {
    const character = String.fromCodePoint(code);
    return WIDE.test(character) ? 2 : nothing.test(character) ? 0 : 1;
  };
  return (code) => {
    if (code > 0xffff) return tell(code);
    const known = widths();
    // 0 is not known yet.
    if (known[code] === 0) known[code] = tell(code) + 1;
    return (known[code] as number) - 1;
  };
}

const MARK_IN_SPACE = /\p{Mc}/u;

/**
 * Programs count columns by characters or by what a terminal shows: the ways that may tell different things of some lines, given what
 * `kindsOf` tells of them.
 */
export function measuresOf(lines: readonly string[], kinds = lines.map(kindsOf)): readonly Measure[] {
  if (!kinds.some((kind) => (kind & ODD) !== 0)) return [characters];
  return lines.some((line, at) => ((kinds[at] as number) & SPACING_MARK) !== 0 && MARK_IN_SPACE.test(line))
    ? [characters, columns, columnsWithMarks]
    : [characters, columns];
}

/** How wide a line stands on a terminal. */
export const shownWidth = (text: string): number => widthOf(text, columns);

export function widthOf(text: string, measure: Measure): number {
  let width = 0;
  for (let at = 0, { length } = text; at < length; at += 1) {
    const code = codeUnitAt(text, at);
    const flags = (knownFlags[code] as number) || flagsOf(code);
    if ((flags & ODD) === 0) width += 1;
    else if ((flags & HALF) === 0) width += measure(code);
    else {
      const point = text.codePointAt(at) as number;
      width += measure(point);
      if (point > 0xffff) at += 1;
    }
  }
  return width;
}
