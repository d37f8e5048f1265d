/** Tables that no document has: columns of numbers, dates, codes, labels and sentences in the words of a language. */

/** A number from 0 to 1, the same row of them for the same seed. */
export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
  let state = seed | 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
}

type Column = (row: number) => string;

export function madeUpTable(own: readonly string[], other: readonly string[], chance: Chance): string[][] | undefined {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const short = own.filter((unit) => unit.length > 1 && unit.length <= 40).map(trim);
  const names = other.filter((unit) => unit.length > 1 && unit.length <= 30).map(trim);
  const long = own.filter((unit) => unit.length > 30).flatMap((unit) => unit.split(/(?<=[.!?。！？।؟])\s*/));
  const sentences = long.filter((sentence) => sentence.length > 15 && sentence.length < 180);
  const words = own.flatMap((unit) => unit.match(/[\p{L}\p{M}]{2,16}/gu) ?? []);
  if (short.length < 10 || names.length < 10 || sentences.length < 10 || words.length < 50) return undefined;
  const whole = (most: number) => Math.floor(chance() * most);
  const text: readonly (() => Column)[] = [
    () => () => pick(short),
    () => () => pick(names),
    () => () => capital(pick(words), chance() < 0.7),
    () => () => `${capital(pick(words), true)} ${pick(words)}`,
    () => () => pick(sentences),
    () => () => pick(sentences).replace(/[.。।]$/, ''),
    () => {
      const few = Array.from({ length: 2 + whole(3) }, () =>
        chance() < 0.5 ? pick(names) : capital(pick(words), true),
      );
      return () => pick(few);
    },
    () => {
      const label = capital(pick(words), true);
      const letters = chance() < 0.5;
      return (row) => `${label} ${letters ? String.fromCharCode(65 + (row % 26)) : row}`;
    },
  ];
  const date = dateColumn(chance, pick(words));
  const numbers: readonly (() => Column)[] = [
    () => (row) => String(row),
    () => () => String(whole(10)),
    () => () => String(whole(2000)),
    () => (row) => String(row),
    () => () => `:${pick(words).toLowerCase()}_${pick(['mark', 'check', 'x'])}:`,
    () => () => String(100 * whole(90)),
    () => () => (chance() * 100).toFixed(2),
    () => () => `${whole(100)}%`,
    () => () => `${pick(['$', '€', '£', ''])}${(1000 + whole(90_000)).toLocaleString(chance() < 0.5 ? 'en' : 'de')}`,
    () => () => `${whole(9000)} ${pick(['USD', 'EUR', 'INR', 'GBP', '€', 'km', 'MB'])}`,
    () => date,
    () => date,
    () => () => `${whole(24)}:${String(whole(60)).padStart(2, '0')}`,
    () => () => `${whole(12)}.${whole(12)}.${whole(40)}`,
    () => () => String(100_000 + whole(3_000_000)),
    () => () => `${pick(['A', 'B', 'X', 'SKU', 'ID'])}${pick(['-', '', '_'])}${100 + whole(900)}`,
    () => () => pick(['Yes', 'No', 'Yes']),
    () => () => pick(['✓', '✗', '-', '●']),
    () => () => pick([':heavy_check_mark:', ':x:', ':heavy_check_mark:']),
    () => () => pick(['https://example.com/a', 'https://example.org/docs/x?id=7', 'info@example.com']),
    () => () => pick(['int', 'String', 'boolean', 'getValue()', 'maxRetries', 'snake_case_name', '--flag', '/api/v1']),
  ];
  const width = 2 + Math.floor(chance() ** 1.4 * 6);
  const columns: Column[] = [];
  // Dates and amounts come side by side: half of the wide tables are mostly numbers.
  const numeric = chance() < 0.3;
  for (let column = 0; column < width; column += 1)
    columns.push((chance() < (column === 0 ? 0.85 : numeric ? 0.2 : 0.65) ? pick(text) : pick(numbers))());
  // Some columns say the same in nearly every row.
  for (let column = 1; column < width; column += 1)
    if (chance() < 0.12) {
      const often = (columns[column] as Column)(0);
      const rarely = columns[column] as Column;
      columns[column] = (row) => (chance() < 0.85 ? often : rarely(row));
    }
  const empty = columns.map(() => (chance() < 0.12 ? chance() * 0.6 : 0));
  const rows: string[][] = [];
  if (chance() < 0.85) rows.push(columns.map(() => (chance() < 0.6 ? capital(pick(words), true) : pick(names))));
  const count = 2 + Math.floor(chance() ** 2 * 28);
  for (let row = 1; row <= count; row += 1) {
    const cells = columns.map((column, at) => (chance() < (empty[at] as number) ? '' : column(row).trim()));
    if (cells.some((cell) => cell !== '')) rows.push(cells);
  }
  return rows.length < 2 ? undefined : rows;
}

const trim = (unit: string): string => unit.replace(/[\s:：]+$/, '');
const capital = (word: string, really: boolean): string =>
  really ? word.charAt(0).toUpperCase() + word.slice(1) : word;

function dateColumn(chance: Chance, month: string): Column {
  const form = Math.floor(chance() * 7);
  return () => {
    const [year, number, day] = [
      1990 + Math.floor(chance() * 36),
      1 + Math.floor(chance() * 12),
      1 + Math.floor(chance() * 28),
    ];
    const two = (value: number) => String(value).padStart(2, '0');
    return [
      `${year}-${two(number)}-${two(day)}`,
      `${number}/${day}/${year}`,
      `${two(day)}.${two(number)}.${year}`,
      `${day} ${month} ${year}`,
      `${capital(month, true)} ${day}, ${year}`,
      `${year} 年 ${number} 月 ${day} 日`,
      `${year}`,
    ][form] as string;
  };
}
