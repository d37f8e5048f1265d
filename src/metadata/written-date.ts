/** The first whole date in a line of text, in any language whose month names are known here, as `YYYY-MM-DD`. */
import { once } from '../once.ts';
import { type Day, otherCalendar } from './calendars.ts';
import { MONTH_NAMES } from './month-names.ts';

/** Between the parts of a date: blanks, marks, endings of ordinal numbers, "of" in its forms, the Thai letters of an era. */
const JOIN = /^(?:[\s.,،/º°ªพศ]|st|nd|rd|th|er|de|del|of|di|m)*$/iu;
const YEARS = [1970, 2099] as const;
const YEAR = /\d{4}/;
/** `31.10.23`, all there is: in a text it could be a version, a section. */
const SHORT = /^\D{0,12}?(?<![\d.])(\d\d)\.(\d\d)\.(\d\d)(?![\d.])\D{0,12}(?:\d\d:\d\d\D{0,12})?$/;
/** Thailand counts years from 543 BC. */
const BUDDHIST = 543;

/** `language` is a BCP 47 tag: its months are read, and English ones. */
export function writtenDate(line: string, language = 'en'): string | undefined {
  const plain = withLatinDigits(line);
  if (!/\d/.test(plain)) return undefined;
  const found = otherCalendar(plain, language) ?? (YEAR.test(plain) ? gregorian(plain, language) : shortYear(plain));
  if (found === undefined) return undefined;
  const { month, day } = found;
  const year = found.year > YEARS[1] ? found.year - BUDDHIST : found.year;
  if (year < YEARS[0] || year > YEARS[1] || month < 1 || month > 12) return undefined;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const dayOf = (year: string | undefined, month: string | number | undefined, day: string | undefined): Day => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
});

const gregorian = (line: string, language: string): Day | undefined =>
  eastAsian(line) ?? yearFirst(line) ?? inFigures(line, language) ?? inWords(withoutTime(line), language);

/** Unix and mail programs put the time before the year: `Tue Jan  3 10:22:41 GMT 2017`. */
const withoutTime = (line: string): string => line.replace(/\s\d\d?:\d\d(?::\d\d)?(?:\s[A-Z]{3,4})?(?=\s\d{4}\b)/, '');

/** `2022年07月27日`, `2022년 7월 27일`. */
function eastAsian(line: string): Day | undefined {
  const match = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?/u.exec(line);
  return match === null ? undefined : dayOf(match[1], match[2], match[3]);
}

/** `2022-07-27`, `2022/7/27`, `2022.07.27`: nobody writes the day second. */
function yearFirst(line: string): Day | undefined {
  const match = /(?<!\d)(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/.exec(line);
  return match === null ? undefined : dayOf(match[1], match[3], match[4]);
}

/** `27.7.2022`, `27/07/2022`. With slashes Americans put the month first, so that English pages need a day above twelve. */
function inFigures(line: string, language: string): Day | undefined {
  const match = /(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/.exec(line);
  if (match === null) return undefined;
  const [, first = '', mark, second = '', year] = match;
  if (mark === '.' || Number(first) > 12 || !/^en(?:$|-US)/i.test(language)) return dayOf(year, second, first);
  return Number(second) > 12 ? dayOf(year, first, second) : undefined;
}

function shortYear(line: string): Day | undefined {
  const match = SHORT.exec(line);
  return match === null ? undefined : dayOf(`20${match[3]}`, match[2], match[1]);
}

interface Token {
  readonly text: string;
  readonly at: number;
}

/** `27 July 2022`, `July 27, 2022`, `27 de julio de 2022`, `2019. január 8.` */
function inWords(line: string, language: string): Day | undefined {
  const tokens: Token[] = [...line.matchAll(/\d+|[\p{L}\p{M}]+/gu)].map(({ 0: text, index }) => ({ text, at: index }));
  if (!tokens.some(({ text }) => /^\d{4}$/.test(text))) return undefined;
  const months = monthNames(language);
  for (const [at, { text }] of tokens.entries()) {
    const name = withoutIn(text.toLowerCase());
    const month = months.get(name) ?? anyMonths().get(name);
    if (month === undefined) continue;
    const [before, after] = [numberBeside(line, tokens, at, -1), numberBeside(line, tokens, at, 1)];
    if (before === undefined && after === undefined) continue;
    const next = after === undefined ? undefined : numberBeside(line, tokens, after, 1);
    const textOf = (one: number | undefined): string => (one === undefined ? '' : (tokens[one]?.text ?? ''));
    if (isYear(textOf(after)) && isDay(textOf(before))) return dayOf(textOf(after), month, textOf(before));
    if (isDay(textOf(after)) && isYear(textOf(next))) return dayOf(textOf(next), month, textOf(after));
    if (isYear(textOf(before)) && isDay(textOf(after))) return dayOf(textOf(before), month, textOf(after));
  }
  return undefined;
}

/** Hebrew writes "in" and the month as one word. */
const withoutIn = (word: string): string =>
  word.startsWith('\u05d1') ? word.replace(/^.(?=\p{Script=Hebrew}{3})/u, '') : word;

const isYear = (value: string): boolean => /^\d{4}$/.test(value);
const isDay = (value: string): boolean => /^\d{1,2}$/.test(value);

/** The next number to one side with nothing between but what joins a date. */
function numberBeside(line: string, tokens: readonly Token[], from: number, step: 1 | -1): number | undefined {
  for (let at = from + step; at >= 0 && at < tokens.length; at += step) {
    const [left, right] = step === 1 ? [tokens[from], tokens[at]] : [tokens[at], tokens[from]];
    if (left === undefined || right === undefined) return undefined;
    if (!JOIN.test(line.slice(left.at + left.text.length, right.at))) return undefined;
    if (/^\d/.test(tokens[at]?.text ?? '')) return at;
  }
  return undefined;
}

/** Tags by which languages of the table go as well. */
const ALSO: ReadonlyMap<string, string> = new Map(
  Object.entries({ in: 'id', iw: 'he', mo: 'ro', no: 'nb', sh: 'hr', tl: 'fil' }),
);

/** Read once a language: most pages of a run are in few. */
const known = new Map<string, ReadonlyMap<string, number>>();

/** Months of a language and of English by their names, 1 to 12. */
function monthNames(tag: string): ReadonlyMap<string, number> {
  const subtag = /^[a-z]*/.exec(tag.toLowerCase())?.[0] ?? '';
  const named = ALSO.get(subtag) ?? subtag;
  const language = Object.hasOwn(MONTH_NAMES, named) ? named : 'en';
  let names = known.get(language);
  if (names === undefined) {
    names = new Map([...namesIn('en'), ...namesIn(language)]);
    known.set(language, names);
  }
  return names;
}

/** Pages are labelled with another language than they are written in. Names that are different months somewhere are left out. */
const anyMonths = once((): ReadonlyMap<string, number> => {
  const names = new Map<string, number>();
  for (const [name, month] of Object.keys(MONTH_NAMES).flatMap(namesIn))
    names.set(name, (names.get(name) ?? month) === month ? month : 0);
  for (const [name, month] of names) if (month === 0) names.delete(name);
  return names;
});

const namesIn = (language: string): [name: string, month: number][] =>
  (MONTH_NAMES[language] ?? '')
    .split(' ')
    .flatMap((names, at) => names.split('|').map((name): [string, number] => [name, at + 1]));

/** Zeros of scripts with figures of their own: Arabic, Persian, Devanagari, Bengali, Thai, and wide ones. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

const withLatinDigits = (line: string): string =>
  line.replace(/[^\0-\x7f]/g, (sign) => {
    const code = sign.charCodeAt(0);
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? sign : String(code - zero);
  });
