/** Figures around a place: where two numbers run together, what each would look like tells where one ends. */
import { CLASS } from './characters.ts';
import { type Row, runLeft, runRight } from './row.ts';

export const NUMBER_FEATURES = [
  'separatorLeft',
  'digitsBeforeSeparator',
  'startOfNumber',
  'separatorRight',
  'digitsAfterSeparator',
  'endOfNumber',
] as const;

const MOST_DIGITS = 9;

const isDigitClass = (value: number): boolean => value === CLASS.digit;

const isDigit = ({ classes }: Row, at: number): boolean => isDigitClass(classes[at] as number);
const digitsLeft = ({ classes }: Row, end: number): number => runLeft(classes, end, isDigitClass, MOST_DIGITS);
const digitsRight = ({ classes }: Row, start: number): number => runRight(classes, start, isDigitClass, MOST_DIGITS);

/** What parts two digits: 0 for nothing or what is no part of a number. */
function separatorAt(row: Row, at: number): number {
  if (!isDigit(row, at - 1) || !isDigit(row, at + 1)) return 0;
  const character = row.text[at] as string;
  const kind = SEPARATORS.findIndex((some) => some.includes(character));
  return kind + 1;
}
const SEPARATORS = ['.٫', ',٬', ':', '/', '-–−', ' \u00a0\u202f', "’'"] as const;

/** `NUMBER_FEATURES` of a place, into `out` from `to` on: all 0 where no digit touches it. */
export function putNumberContext(row: Row, leftEnd: number, place: number, out: Float32Array, to: number): void {
  if (isDigit(row, leftEnd - 1)) {
    const own = digitsLeft(row, leftEnd);
    const at = leftEnd - own - 1;
    const separator = separatorAt(row, at);
    const before = separator === 0 ? 0 : digitsLeft(row, at);
    out[to] = separator;
    out[to + 1] = before;
    out[to + 2] = 1 + (row.classes[separator === 0 ? at : at - before - 1] ?? CLASS.edge);
  }
  if (isDigit(row, place)) {
    const at = place + digitsRight(row, place);
    const separator = separatorAt(row, at);
    const after = separator === 0 ? 0 : digitsRight(row, at + 1);
    const end = separator === 0 ? at : at + 1 + after;
    out[to + 3] = separator;
    out[to + 4] = after;
    out[to + 5] = 1 + (row.classes[row.classes[end] === CLASS.blank ? end + 1 : end] ?? CLASS.edge);
  }
}

/** A number for the form of the figures on both sides of a place; 0 where one side has none. */
export function numberForm(row: Row, leftEnd: number, place: number): number {
  if (!isDigit(row, leftEnd - 1) || !isDigit(row, place)) return 0;
  const left = digitsLeft(row, leftEnd);
  const right = digitsRight(row, place);
  // Whole numbers are of any length; groups and decimals are not.
  const before = separatorAt(row, leftEnd - left - 1);
  const after = separatorAt(row, place + right);
  return 1 + (before === 0 ? 0 : left) + 10 * before + 100 * (after === 0 ? 0 : right) + 1000 * after;
}
