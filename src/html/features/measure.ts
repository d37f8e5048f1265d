/** What a text looks like, in any script: counts by form of character, one pass, no words known. */
import { codeUnitAt } from '../../code-unit.ts';
import type { Block } from '../block.ts';
import { Room } from './room.ts';

export interface Measure {
  /** Length in Latin characters: a Han or kana character says as much as three, a Hangul one as two. */
  readonly size: number;
  readonly words: number;
  /** Marks inside and at the end of sentences. */
  readonly commas: number;
  readonly stops: number;
  readonly questions: number;
  readonly digits: number;
  /** Numbers of four digits from 1900 to 2099. */
  readonly years: number;
  readonly money: number;
  readonly capitals: number;
  /** Signs that stand between items of a menu or a by-line: `| · » › / •`. */
  readonly separators: number;
  readonly quotes: number;
  /** How it ends: 0 a letter, 1 a full stop, 2 a colon, 3 a question or exclamation mark, 4 dots, 5 a digit, 6 something else. */
  readonly end: number;
  /** How it begins: 0 a small letter or one without case, 1 a capital, 2 a digit, 3 a sign. */
  readonly start: number;
}

const COMMA = 1;
const STOP = 2;
const QUESTION = 3;
const DIGIT = 4;
const MONEY = 5;
const CAPITAL = 6;
const SEPARATOR = 7;
const QUOTE = 8;
const MARK = 9;
const SPACE = 10;
const COLON = 11;
const OTHER = 12;
const DOTS = 13;

/** Han and kana: each says more than a letter, and no blanks part words. */
const IDEOGRAPH = 14;
/** Thai, Lao, Burmese, Khmer: no blanks between words. */
const UNSPACED = 15;
const HANGUL = 16;
/** The em dash: a sign like others, but a word ends at it. */
const DASH = 17;
const FORM_COUNT = 18;

const FORMS = new Map<string, number>([
  [',;،؛、，；', COMMA],
  ['.。．।॥۔։።။។๏', STOP],
  ['?!？！؟¿¡', QUESTION],
  ['$£¢¥€₹₽₩₪₫₴₺₦฿￥', MONEY],
  ['|·»›/•→←«‹>', SEPARATOR],
  ['"“”„\'’‘「」『』', QUOTE],
  ['©®@™', MARK],
  [':：', COLON],
  ['…', DOTS],
  ['()[]{}<=+*#%&~^_-–\\`', OTHER],
  ['—', DASH],
]);

/** What a character of each form does to a word: it is of one, beginning it where there is none; it may stand inside one. */
const OF_WORD = 1;
const IN_WORD = 2;
const WORD_PARTS = wordParts();

function wordParts(): Uint8Array {
  const parts = new Uint8Array(FORM_COUNT);
  for (const form of [0, CAPITAL, DIGIT, HANGUL]) parts[form] = OF_WORD;
  for (const form of [QUOTE, OTHER, UNSPACED]) parts[form] = IN_WORD;
  return parts;
}

type Range = readonly [from: number, to: number];
const LETTERS: readonly (readonly [form: number, ranges: readonly Range[]])[] = [
  [
    IDEOGRAPH,
    [
      [0x3040, 0x30ff],
      [0x3400, 0x9fff],
      [0xf900, 0xfaff],
    ],
  ],
  [
    UNSPACED,
    [
      [0xe00, 0xeff],
      [0x1000, 0x109f],
      [0x1780, 0x17ff],
    ],
  ],
  [HANGUL, [[0xac00, 0xd7af]]],
  [
    CAPITAL,
    [
      [0x41, 0x5a],
      [0xc0, 0xde],
      [0x391, 0x3a9],
      [0x400, 0x42f],
    ],
  ],
];
const BLANKS_AND_DIGITS: typeof LETTERS = [
  [
    SPACE,
    [
      [0, 0x20],
      [0xa0, 0xa0],
      [0x2000, 0x200b],
      [0x3000, 0x3000],
      [0xfeff, 0xfeff],
    ],
  ],
  [
    DIGIT,
    [
      [0x30, 0x39],
      [0x660, 0x669],
      [0x966, 0x96f],
    ],
  ],
];

/** Form of each UTF-16 unit, 0 for plain letters. */
const CLASSES = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const mark = (forms: typeof LETTERS) => {
    for (const [form, ranges] of forms) for (const [from, to] of ranges) table.fill(form, from, to + 1);
  };
  mark(LETTERS);
  for (const [signs, form] of FORMS) for (const sign of signs) table[sign.charCodeAt(0)] = form;
  mark(BLANKS_AND_DIGITS);
  return table;
}

/** Form of a unit, with all letters but capitals as 0, and one sign like the other. */
function plainForm(unit: number): number {
  const form = CLASSES[unit] as number;
  if (form === DASH) return OTHER;
  return form >= IDEOGRAPH ? 0 : form;
}

const ENDS: Readonly<Record<number, number>> = { [STOP]: 1, [COLON]: 2, [QUESTION]: 3, [DOTS]: 4, [DIGIT]: 5 };
const LETTERS_A_WORD = 5;
const LETTERS_AN_IDEOGRAPH = 2.5;

/** Measures of many texts, an array a measure. */
export type Measures = { readonly [Key in keyof Measure]: Float64Array };

/** Expects white space to be squeezed and trimmed. */
export function measureAll(texts: readonly Pick<Block, 'units' | 'from' | 'to'>[], room: Room): Measures {
  const column = () => room.floats(texts.length);
  const all: Measures = {
    size: column(),
    words: column(),
    commas: column(),
    stops: column(),
    questions: column(),
    digits: column(),
    years: column(),
    money: column(),
    capitals: column(),
    separators: column(),
    quotes: column(),
    end: column(),
    start: column(),
  };
  const counts = room.ints(FORM_COUNT);
  for (let at = 0; at < texts.length; at += 1) {
    const { units, from, to } = texts[at] as Pick<Block, 'units' | 'from' | 'to'>;
    measureInto(all, at, units, from, to, counts);
  }
  return all;
}

/** One text alone. */
export function measure(text: string): Measure {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at += 1) units[at] = codeUnitAt(text, at);
  const all = Object.entries(measureAll([{ units, from: 0, to: units.length }], new Room(1 << 8)));
  return Object.fromEntries(all.map(([name, [value]]) => [name, value])) as unknown as Measure;
}

/** `counts` is working space. */
function measureInto(
  all: Measures,
  row: number,
  units: Uint16Array,
  from: number,
  to: number,
  counts: Int32Array,
): void {
  for (let form = 0; form < FORM_COUNT; form += 1) counts[form] = 0;
  let words = 0;
  let years = 0;
  let digitRun = 0;
  let isInWord = false;
  for (let at = from; at < to; at += 1) {
    const form = CLASSES[units[at] as number] as number;
    counts[form] = (counts[form] as number) + 1;
    if (form === DIGIT) digitRun += 1;
    else {
      if (digitRun === 4 && isYear(units, at - 4)) years += 1;
      digitRun = 0;
    }
    const part = WORD_PARTS[form] as number;
    if (part === OF_WORD && !isInWord) words += 1;
    isInWord = part === OF_WORD || (part === IN_WORD && isInWord);
    // Most characters are letters after a letter, and change nothing.
    if (isInWord && digitRun === 0) while (at + 1 < to && CLASSES[units[at + 1] as number] === 0) at += 1;
  }
  if (digitRun === 4 && isYear(units, to - 4)) years += 1;
  const ideographs = counts[IDEOGRAPH] as number;
  const unspaced = ideographs * LETTERS_AN_IDEOGRAPH + (counts[UNSPACED] as number);
  all.size[row] = to - from + ideographs * 2 + (counts[HANGUL] as number);
  all.words[row] = words + Math.ceil(unspaced / LETTERS_A_WORD);
  all.commas[row] = counts[COMMA] as number;
  all.stops[row] = counts[STOP] as number;
  all.questions[row] = counts[QUESTION] as number;
  all.digits[row] = counts[DIGIT] as number;
  all.years[row] = years;
  all.money[row] = counts[MONEY] as number;
  all.capitals[row] = counts[CAPITAL] as number;
  all.separators[row] = counts[SEPARATOR] as number;
  all.quotes[row] = counts[QUOTE] as number;
  if (from < to) {
    const first = plainForm(units[from] as number);
    all.start[row] = first === CAPITAL ? 1 : first === DIGIT ? 2 : first === 0 ? 0 : 3;
    all.end[row] = endOf(plainForm(units[to - 1] as number), to - from > 1 ? plainForm(units[to - 2] as number) : 0);
  }
}

function endOf(last: number, beforeLast: number): number {
  if (last === STOP && beforeLast === STOP) return 4;
  if (last === QUOTE || last === OTHER) return ENDS[beforeLast] ?? 6;
  return last === 0 || last === CAPITAL ? 0 : (ENDS[last] ?? 6);
}

/** Begins with 19 or 20. */
function isYear(units: Uint16Array, at: number): boolean {
  const [first, second] = [units[at], units[at + 1]];
  return (first === 0x31 && second === 0x39) || (first === 0x32 && second === 0x30);
}
