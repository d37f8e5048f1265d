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

/** Class of each character of the lower planes that is no plain letter, 0 for letters. */
const CLASSES = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x500);
  for (let code = 0; code <= 0x20; code += 1) table[code] = SPACE;
  table[0xa0] = SPACE;
  for (let code = 0x30; code < 0x3a; code += 1) table[code] = DIGIT;
  const capitals = [
    [0x41, 0x5a],
    [0xc0, 0xde],
    [0x391, 0x3a9],
    [0x400, 0x42f],
  ] as const;
  for (const [from, to] of capitals) for (let code = from; code <= to; code += 1) table[code] = CAPITAL;
  for (const [signs, form] of FORMS) {
    for (const sign of signs) if (sign.charCodeAt(0) < table.length) table[sign.charCodeAt(0)] = form;
  }
  return table;
}

const HIGH = new Map(
  [...FORMS].flatMap(([signs, form]) => [...signs].map((sign) => [sign.charCodeAt(0), form] as const)),
);

function classOf(code: number): number {
  if (code < 0x500) return CLASSES[code] ?? 0;
  if (code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0xfeff) return SPACE;
  if (code >= 0x660 && code <= 0x669) return DIGIT;
  if (code >= 0x966 && code <= 0x96f) return DIGIT;
  if (code >= 0x4e00 && code <= 0xd7af) return 0;
  return HIGH.get(code) ?? 0;
}

const isIdeograph = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7af;
/** Thai, Lao, Burmese, Khmer: no blanks between words. */
const isUnspaced = (code: number): boolean =>
  (code >= 0xe00 && code <= 0xeff) || (code >= 0x1000 && code <= 0x109f) || (code >= 0x1780 && code <= 0x17ff);

const ENDS: Readonly<Record<number, number>> = { [STOP]: 1, [COLON]: 2, [QUESTION]: 3, [DOTS]: 4, [DIGIT]: 5 };
const LETTERS_A_WORD = 5;

/** Expects white space to be squeezed and trimmed. */
export function measure(text: string): Measure {
  const counts = new Int32Array(16);
  let size = text.length;
  let words = 0;
  let unspaced = 0;
  let years = 0;
  let digitRun = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const form = classOf(code);
    counts[form] = (counts[form] ?? 0) + 1;
    if (form === DIGIT) digitRun += 1;
    else {
      if (digitRun === 4 && isYear(text, at - 4)) years += 1;
      digitRun = 0;
    }
    if (form === 0 && code >= 0xe00) {
      if (isIdeograph(code)) {
        size += 2;
        unspaced += 2.5;
        isInWord = false;
        continue;
      }
      if (isUnspaced(code)) {
        unspaced += 1;
        continue;
      }
      if (isHangul(code)) size += 1;
    }
    const isLetter = form === 0 || form === CAPITAL || form === DIGIT;
    if (isLetter && !isInWord) words += 1;
    isInWord = isLetter || (isInWord && (form === QUOTE || form === OTHER) && code !== 0x2014);
  }
  if (digitRun === 4 && isYear(text, text.length - 4)) years += 1;
  const last = classOf(text.charCodeAt(text.length - 1));
  const beforeLast = classOf(text.charCodeAt(text.length - 2));
  const first = classOf(text.charCodeAt(0));
  return {
    size,
    words: words + Math.ceil(unspaced / LETTERS_A_WORD),
    commas: counts[COMMA] ?? 0,
    stops: counts[STOP] ?? 0,
    questions: counts[QUESTION] ?? 0,
    digits: counts[DIGIT] ?? 0,
    years,
    money: counts[MONEY] ?? 0,
    capitals: counts[CAPITAL] ?? 0,
    separators: counts[SEPARATOR] ?? 0,
    quotes: counts[QUOTE] ?? 0,
    end: endOf(last, beforeLast),
    start: first === CAPITAL ? 1 : first === DIGIT ? 2 : first === 0 ? 0 : 3,
  };
}

function endOf(last: number, beforeLast: number): number {
  if (last === STOP && beforeLast === STOP) return 4;
  if (last === QUOTE || last === OTHER) return ENDS[beforeLast] ?? 6;
  return last === 0 || last === CAPITAL ? 0 : (ENDS[last] ?? 6);
}

function isYear(text: string, at: number): boolean {
  const century = text.slice(at, at + 2);
  return century === '19' || century === '20';
}
