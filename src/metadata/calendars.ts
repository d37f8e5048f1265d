/**
 * Dates of calendars that pages of today are dated in, as days of the Gregorian one: the sun's years of Iran and Afghanistan,
 * Nepal's, Ethiopia's, the years of Taiwan's republic and of Japan's emperors, Thailand's years in their short forms. Figures
 * are Latin ones here.
 */

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The first date of such a calendar in a line; nothing where it is none of theirs. `language` is a BCP 47 tag. */
export function otherCalendar(line: string, language: string): Day | undefined {
  const reader = READERS.get(/^[a-z]*/i.exec(language)?.[0].toLowerCase() ?? '');
  return era(line) ?? reader?.(line, language);
}

type Reader = (line: string, language: string) => Day | undefined;
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['fa', solarHijri],
  ['prs', solarHijri],
  ['ps', solarHijri],
  ['ne', nepali],
  ['am', ethiopian],
  ['ti', ethiopian],
  ['th', thai],
  ['zh', republic],
]);

const MS_A_DAY = 86_400_000;

function dayAfter(start: number, days: number): Day {
  const date = new Date(start + days * MS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Emperors' years begin with the one before their first. */
const ERAS: Readonly<Record<string, number>> = { 昭和: 1925, 平成: 1988, 令和: 2018, 民國: 1911, 民国: 1911 };

/** `令和5年11月5日`, `令和元年5月1日`, `中華民國112年11月5日`. */
function era(line: string): Day | undefined {
  const match = /(昭和|平成|令和|民[國国])\s*(元|\d{1,3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(line);
  if (match === null) return undefined;
  const [, name = '', year, month, day] = match;
  return { year: (ERAS[name] as number) + (year === '元' ? 1 : Number(year)), month: Number(month), day: Number(day) };
}

/** `112年11月5日`, `112-11-05`, `112/11/05` on pages from Taiwan. */
function republic(line: string, language: string): Day | undefined {
  if (!/^zh-(?:TW|Hant)/i.test(language)) return undefined;
  const match =
    /(?<![\d./-])(\d{2,3})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/.exec(line) ??
    /(?<![\d./-])(1\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d./-])/.exec(line);
  if (match === null) return undefined;
  const [month, day] = match.slice(-2);
  return { year: Number(match[1]) + 1911, month: Number(month), day: Number(day) };
}

const THAI_MONTHS = 'ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค'.split(' ');
const BUDDHIST = 543;

/** `12 ก.พ. 2567`, `12 ก.พ. 67`; years from 2500 on are the Buddha's. */
function thai(line: string): Day | undefined {
  const match = /(?<!\d)(\d{1,2})\s*([ก-ฮเ]ี?ิ?\.?[ก-ฮ]?ิ?\.[ก-ฮ])\.?\s*(?:พ\.ศ\.\s*)?(\d{4}|\d{2})(?!\d)/.exec(line);
  const month = THAI_MONTHS.indexOf(match?.[2] ?? '') + 1;
  if (match === null || month === 0) return undefined;
  const said = Number(match[3]);
  const year = said < 100 ? said + 2500 : said;
  return { year: year >= 2500 ? year - BUDDHIST : year, month, day: Number(match[1]) };
}

/** Names of months as a table from name to number; several of one month are parted by bars. */
const months = (names: string): ReadonlyMap<string, number> =>
  new Map(names.split(' ').flatMap((all, at) => all.split('|').map((name): [string, number] => [name, at + 1])));

/** A day, the name of its month and a year; or the year first. What stands between are blanks, commas, a word. */
function inNames(line: string, names: ReadonlyMap<string, number>): Day | undefined {
  for (const [, first, name = '', second] of line.matchAll(NAMED)) {
    const month = names.get(name);
    if (month === undefined) continue;
    const [day, year] = [first, second].map(Number).sort((a, b) => a - b) as [number, number];
    if (day <= 32 && year >= 1000) return { year, month, day };
  }
  for (const [, name = '', day, year] of line.matchAll(MONTH_FIRST)) {
    const month = names.get(name);
    if (month !== undefined) return { year: Number(year), month, day: Number(day) };
  }
  for (const [, year, name = '', day] of line.matchAll(YEAR_FIRST)) {
    const month = names.get(name);
    if (month !== undefined) return { year: Number(year), month, day: Number(day) };
  }
  return undefined;
}
const NAMED = /(\d{1,4})[\s،,]+([^\s\d،,፣፡]+)[\s،,]+(?:(?:ماه|سال)\s+)?(\d{1,4})(?!\d)/g;
const MONTH_FIRST = /([^\s\d،,፣፡]+)\s+(\d{1,2})(?:\s*ቀን)?[\s,፣፡]+(\d{4})(?!\d)/g;
const YEAR_FIRST = /(?<!\d)(\d{4})[\s,]+([^\s\d,]+)[\s,]+(\d{1,2})(?!\d)/g;

/** In figures, which the pattern finds as year, sign, month and day, or with the name of the month. */
function partsIn(line: string, figures: RegExp, names: ReadonlyMap<string, number>): Day | undefined {
  const found = figures.exec(line);
  if (found === null) return inNames(line, names);
  return { year: Number(found[1]), month: Number(found[3]), day: Number(found[4]) };
}

const IRANIAN = months(
  'فروردین|فروردين|حمل|وری اردیبهشت|ارديبهشت|ثور|غویی خرداد|جوزا|غبرګولی تیر|تير|سرطان|چنګاښ مرداد|اسد|زمری شهریور|شهريور|سنبله|وږی مهر|میزان|تله آبان|ابان|عقرب|لړم آذر|اذر|قوس|لیندۍ دی|دي|جدی|مرغومی بهمن|دلو|سلواغه اسفند|حوت|کب',
);
/** The first day of 1403; six months of 31 days, then five of 30. */
const NOWRUZ_1403 = Date.UTC(2024, 2, 20);
const isIranianLeap = (year: number): boolean => (year * 8 + 29) % 33 < 8;

function solarHijri(line: string): Day | undefined {
  const parts = partsIn(line, /(?<!\d)(1[34]\d\d)\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/, IRANIAN);
  // The rule of its leap years holds for these.
  if (parts === undefined || parts.year < 1343 || parts.year > 1472 || parts.month < 1 || parts.month > 12)
    return undefined;
  const { year, month, day } = parts;
  const length = month <= 6 ? 31 : month < 12 || isIranianLeap(year) ? 30 : 29;
  if (day < 1 || day > length) return undefined;
  let days = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  for (let at = 1403; at < year; at += 1) days += isIranianLeap(at) ? 366 : 365;
  for (let at = 1402; at >= year; at -= 1) days -= isIranianLeap(at) ? 366 : 365;
  return dayAfter(NOWRUZ_1403, days + day - 1);
}

const NEPALI = months(
  'बैशाख|वैशाख|बैसाख जेठ|ज्येष्ठ असार|आषाढ साउन|श्रावण|सावन भदौ|भाद्र|भाद्रपद असोज|आश्विन|आसोज कार्तिक|कात्तिक मंसिर|मङ्सिर|मार्ग|मंसीर पुस|पुष|पौष माघ फागुन|फाल्गुन चैत|चैत्र',
);
/** Days of the months above 28, from the year 2060 on, which the calendar's makers set year by year. */
const NEPALI_MONTHS =
  '334432212122 343432221123 243433121213 334333212122 334432212122 343432221123 333433122113 334333212122 334432212122 343432221123 333433122122 334333212122 343432212122 343432221123 333433212122 334333212122 343432221122 343432221213 333433212122 334333212122 343432221122 343432221213 334333212122 334333212122'.split(
    ' ',
  );
const NEPALI_START = 2060;
const NEPALI_FIRST = Date.UTC(2003, 3, 14);

function nepali(line: string): Day | undefined {
  const parts = partsIn(line, /(?<!\d)(20[6-8]\d)\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/, NEPALI);
  if (parts === undefined) return undefined;
  const { year, month, day } = parts;
  const at = year - NEPALI_START;
  const lengths = NEPALI_MONTHS[at];
  if (lengths === undefined || month < 1 || month > 12 || day < 1 || day > 28 + Number(lengths[month - 1]))
    return undefined;
  let days = day - 1;
  const count = (months: string): number => [...months].reduce((sum, more) => sum + 28 + Number(more), 0);
  for (const before of NEPALI_MONTHS.slice(0, at)) days += count(before);
  return dayAfter(NEPALI_FIRST, days + count(lengths.slice(0, month - 1)));
}

const ETHIOPIAN = months(
  'መስከረም ጥቅምት ኅዳር|ህዳር|ሕዳር ታኅሣሥ|ታህሳስ|ታኅሳስ|ታህሣሥ ጥር የካቲት መጋቢት ሚያዝያ|ሚያዚያ ግንቦት ሰኔ ሐምሌ|ሀምሌ ነሐሴ|ነሃሴ|ነሀሴ ጳጉሜን|ጳጉሜ',
);
/** The first day of 2001: each fourth year, the one before it among them, has a day more. */
const ETHIOPIAN_2001 = Date.UTC(2008, 8, 11);

function ethiopian(line: string): Day | undefined {
  const parts = inNames(line, ETHIOPIAN);
  if (parts === undefined || parts.year < 1960 || parts.year > 2090 || parts.day < 1 || parts.day > 30)
    return undefined;
  const { year, month, day } = parts;
  const leaps = Math.floor(year / 4) - Math.floor(2001 / 4);
  return dayAfter(ETHIOPIAN_2001, (year - 2001) * 365 + leaps + (month - 1) * 30 + day - 1);
}
