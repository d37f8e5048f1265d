/** What a text looks like, in any script: counts by form of character, one pass, no words known. */

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
  ['()[]{}<=+*#%&~^_-–—\\`', OTHER],
]);

/** Han and kana: each says more than a letter, and no blanks part words. */
const IDEOGRAPH = 14;
/** Thai, Lao, Burmese, Khmer: no blanks between words. */
const UNSPACED = 15;
const HANGUL = 16;
const FORM_COUNT = 17;

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

/** Form of the unit at a place, with all letters but capitals as 0. */
function formAt(text: string, at: number): number {
  const form = CLASSES[text.charCodeAt(at)] ?? 0;
  return form >= IDEOGRAPH ? 0 : form;
}

const ENDS: Readonly<Record<number, number>> = { [STOP]: 1, [COLON]: 2, [QUESTION]: 3, [DOTS]: 4, [DIGIT]: 5 };
const LETTERS_A_WORD = 5;
const LETTERS_AN_IDEOGRAPH = 2.5;

const EM_DASH = 0x2014;

/** Expects white space to be squeezed and trimmed. `counts` is working space. */
export function measure(text: string, counts: Int32Array = new Int32Array(FORM_COUNT)): Measure {
  counts.fill(0);
  let words = 0;
  let years = 0;
  let digitRun = 0;
  let isInWord = false;
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    const form = CLASSES[code] as number;
    counts[form] = (counts[form] as number) + 1;
    if (form === DIGIT) digitRun += 1;
    else {
      if (digitRun === 4 && isYear(text, at - 4)) years += 1;
      digitRun = 0;
    }
    if (form === 0 || form === CAPITAL || form === DIGIT || form === HANGUL) {
      if (!isInWord) words += 1;
      isInWord = true;
    } else if (form === IDEOGRAPH) isInWord = false;
    else if (form !== UNSPACED) isInWord = isInWord && (form === QUOTE || form === OTHER) && code !== EM_DASH;
  }
  if (digitRun === 4 && isYear(text, length - 4)) years += 1;
  const of = (form: number) => counts[form] as number;
  const first = formAt(text, 0);
  return {
    size: length + of(IDEOGRAPH) * 2 + of(HANGUL),
    words: words + Math.ceil((of(IDEOGRAPH) * LETTERS_AN_IDEOGRAPH + of(UNSPACED)) / LETTERS_A_WORD),
    commas: of(COMMA),
    stops: of(STOP),
    questions: of(QUESTION),
    digits: of(DIGIT),
    years,
    money: of(MONEY),
    capitals: of(CAPITAL),
    separators: of(SEPARATOR),
    quotes: of(QUOTE),
    end: endOf(formAt(text, length - 1), formAt(text, length - 2)),
    start: first === CAPITAL ? 1 : first === DIGIT ? 2 : first === 0 ? 0 : 3,
  };
}

/** Measures of many texts, an array a measure. */
export type Measures = { readonly [Key in keyof Measure]: Float64Array };

export function measureAll(texts: readonly { readonly text: string }[]): Measures {
  const column = () => new Float64Array(texts.length);
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
  const counts = new Int32Array(FORM_COUNT);
  for (const [at, { text }] of texts.entries()) {
    const one = measure(text, counts);
    all.size[at] = one.size;
    all.words[at] = one.words;
    all.commas[at] = one.commas;
    all.stops[at] = one.stops;
    all.questions[at] = one.questions;
    all.digits[at] = one.digits;
    all.years[at] = one.years;
    all.money[at] = one.money;
    all.capitals[at] = one.capitals;
    all.separators[at] = one.separators;
    all.quotes[at] = one.quotes;
    all.end[at] = one.end;
    all.start[at] = one.start;
  }
  return all;
}

function endOf(last: number, beforeLast: number): number {
  if (last === STOP && beforeLast === STOP) return 4;
  if (last === QUOTE || last === OTHER) return ENDS[beforeLast] ?? 6;
  return last === 0 || last === CAPITAL ? 0 : (ENDS[last] ?? 6);
}

/** Begins with 19 or 20. */
function isYear(text: string, at: number): boolean {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return (first === 0x31 && second === 0x39) || (first === 0x32 && second === 0x30);
}
