/** Dates as pages write them → ISO 8601, where they can be read one way only. */
const YEAR = /\d{4}/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
/** Seconds or milliseconds since 1970. */
const SINCE_1970 = /^1\d{9}(?:\d{3})?$/;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec';
/** RFC 2822 and prose: `Tue, 04 Mar 2025 10:00:00 +0100`, `4 March 2025`, `4th of March, 2025`. */
const DAY_FIRST =
  /\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3})[a-z]*\.?,?\s+(\d{4})(?:\s+(\d{2}:\d{2}(?::\d{2})?)\s*(Z|GMT|UTC|[+-]\d{4})?)?/i;
/** `March 4, 2025`. */
const MONTH_FIRST = /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;

export function isoDate(written: string | undefined): string | undefined {
  const value = written?.trim() ?? '';
  if (!YEAR.test(value)) return undefined;
  const match = ISO.exec(value) ?? COMPACT.exec(value);
  const iso = match === null ? undefined : compose(match[1], match[2], match[3], match[4], match[5]);
  if (iso !== undefined) return iso;
  if (SINCE_1970.test(value)) return new Date(Number(value.padEnd(13, '0'))).toISOString().replace('.000Z', 'Z');
  if (match !== null) return undefined;
  const dayFirst = DAY_FIRST.exec(value);
  if (dayFirst !== null) {
    const zone = /GMT|UTC/i.test(dayFirst[5] ?? '') ? 'Z' : dayFirst[5];
    return compose(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1], dayFirst[4], zone);
  }
  const monthFirst = MONTH_FIRST.exec(value);
  return monthFirst === null ? undefined : compose(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
}

/** `YYYY-MM-DD` of a date that may have a time. */
export const dayOf = (date: string): string => date.slice(0, 10);

const monthNumber = (name = ''): string => String(MONTHS.split(' ').indexOf(name.toLowerCase()) + 1);

/** Undefined for a day that the calendar does not have; a year before 1500 is one of another calendar. */
function compose(year = '', month = '', day = '', time?: string, zone?: string): string | undefined {
  if (Number(year) < 1500 || Number(month) < 1 || Number(month) > 12) return undefined;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > days) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (time === undefined) return date;
  return `${date}T${time}${zone === undefined ? '' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
}
