/** Dates as pages write them → ISO 8601, where they can be read one way only. */
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

export function isoDate(written: string | undefined): string | undefined {
  const value = written?.trim() ?? '';
  const match = ISO.exec(value) ?? COMPACT.exec(value);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', time, zone] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31 || Number(year) < 1000)
    return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (time === undefined) return date;
  return `${date}T${time}${zone === undefined ? '' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
}
