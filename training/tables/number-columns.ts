/** Columns of numbers, amounts, dates, times, marks and identifiers for made-up tables. */
import { type Chance, type Column, pickFrom } from './made-up-tables.ts';

/** Where counts, prices and amounts stand among the columns of numbers. */
export const FEW = 2;
export const MANY = 3;
export const HUNDREDS = 5;

export function numberColumns(chance: Chance, word: () => string): readonly (() => Column)[] {
  const pick = pickFrom(chance);
  const whole = (most: number) => Math.floor(chance() * most);
  const title = word();
  const heading = chance() < 0.8 ? title.charAt(0).toUpperCase() + title.slice(1) : '#';
  const named =
    (make: (row: number) => string): Column =>
    (row) =>
      row === 0 ? heading : make(row);
  const two = (value: number) => String(value).padStart(2, '0');
  const money = pick(['$', '€', '£', '₹', '¥', '']);
  const after = pick([' €', ' USD', ' kr', ' zł', ' ₽', '€', ' د.إ', '원', '元']);
  const style = pick(['en', 'de', 'fr']);
  const unit = pick(['km', 'MB', 'GB', 'kg', 'cm', 'ms', 'm²', 'h', 'min', '%', '°C', 'px']);
  const space = pick([' ', ' ', '']);
  const yes = pick([
    ['Yes', 'No'],
    ['✓', '✗'],
    ['✅', '❌'],
    ['●', '-'],
    ['✔', '–'],
    [word(), word()],
    ['+', '-'],
    ['X', 'O'],
  ]);
  const codes = [
    'int',
    'String',
    'boolean',
    'string',
    'getValue()',
    'maxRetries',
    'snake_case_name',
    '--flag',
    '/api/v1',
  ];
  const many = 10 ** (1 + whole(5));
  return [
    () => named((row) => String(row)),
    () => named((row) => `${row}.`),
    () => named(() => String(whole(10))),
    () => named(() => String(whole(many))),
    () => named(() => whole(many).toLocaleString(style)),
    () => named(() => String(100 * whole(90))),
    () => named(() => (chance() * many).toFixed(1 + (many % 2))),
    () => named(() => (chance() * 100).toFixed(2).replace('.', ',')),
    () => named(() => `${whole(100)}%`),
    () => named(() => `${pick(['+', '-', '−'])}${whole(100)}`),
    () => named(() => `${money}${whole(many).toLocaleString(style)}`),
    () => named(() => `${money}${(chance() * many).toFixed(2)}`),
    () => named(() => `${whole(many).toLocaleString(style)}${after}`),
    () => named(() => `${whole(many)}${space}${unit}`),
    () => named(() => `${whole(20)}–${20 + whole(70)}${space}${unit}`),
    ...dateColumns(chance, word).slice(0, 3),
    () => named(() => `${two(whole(24))}:${two(whole(60))}`),
    () => named(() => `${whole(12) + 1}:${two(whole(60))} ${pick(['AM', 'PM'])}`),
    () => named(() => `${two(8 + whole(6))}:${two(5 * whole(12))}${pick(['-', '–', ' - '])}${14 + whole(8)}:00`),
    () => named(() => `${1 + whole(5)}:${two(whole(60))}:${two(whole(60))}`),
    () => named(() => `${whole(5)}${pick([':', '–', '-'])}${whole(5)}`),
    () => named(() => `${whole(12)}.${whole(12)}.${whole(40)}`),
    () => named(() => String(100_000 + whole(3_000_000))),
    () => named(() => `+${whole(90)} ${100 + whole(900)} ${100 + whole(900)} ${10 + whole(90)}`),
    () => named(() => `${pick(['A', 'B', 'X', 'SKU', 'ID', 'RM', 'F'])}${pick(['-', '', '_'])}${100 + whole(900)}`),
    () => named(() => `${word().slice(0, 3).toUpperCase()}${10 + whole(90)}`),
    () => named(() => pick(yes)),
    () => named(() => pick(yes)),
    () => named(() => pick([':heavy_check_mark:', ':x:', ':heavy_check_mark:'])),
    () =>
      named(() =>
        pick(['https://example.com/a', 'https://example.org/docs/x?id=7', 'info@example.com', 'example.net']),
      ),
    () => named(() => pick(codes)),
    () => named(() => `${word().toLowerCase()}${word().charAt(0).toUpperCase()}${word().slice(1)}`),
    () => named(() => `${word().toLowerCase()}_${word().toLowerCase()}`),
  ];
}

/** Each column writes its dates in one way; the first ones are of another way each time. */
export function dateColumns(chance: Chance, word: () => string): readonly (() => Column)[] {
  const pick = pickFrom(chance);
  const two = (value: number) => String(value).padStart(2, '0');
  const month = Array.from({ length: 4 }, word);
  const dates: readonly ((year: number, number: number, day: number) => string)[] = [
    (year, number, day) => `${year}-${two(number)}-${two(day)}`,
    (year, number, day) => `${number}/${day}/${year}`,
    (year, number, day) => `${two(day)}/${two(number)}/${year}`,
    (year, number, day) => `${two(day)}.${two(number)}.${year}`,
    (year, number, day) => `${day} ${month[number % 4]} ${year}`,
    (year, number, day) => `${month[number % 4]} ${day}, ${year}`,
    (_, number, day) => `${day} ${month[number % 4]}`,
    (year, number, day) => `${year} 年 ${number} 月 ${day} 日`,
    (year, number, day) => `${year}年${number}月${day}日`,
    (year, number, day) => `${year}. ${number}. ${day}.`,
    (year) => `${year}`,
    (year) => `${year}–${two((year + 1) % 100)}`,
  ];
  return Array.from({ length: 4 }, () => {
    const form = pick(dates);
    const earliest = pick([1950, 2010, 2018]);
    return () => {
      const name = word();
      return (row: number) =>
        row === 0
          ? name
          : form(earliest + Math.floor(chance() * 14), 1 + Math.floor(chance() * 12), 1 + Math.floor(chance() * 28));
    };
  });
}
