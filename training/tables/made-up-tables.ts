/** Tables that no document has: columns of numbers, dates, codes, labels and sentences in the words of a language. */
import { dateColumns, FEW, HUNDREDS, MANY, numberColumns } from './number-columns.ts';
import { isUnspaced, wordsIn } from './word-breaks.ts';

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

/** What the cells of one table are made of. */
export interface Stock {
  readonly language: string;
  /** Separate strings of the document itself, and of another one in its language. */
  readonly own: readonly string[];
  readonly other: readonly string[];
  readonly terms: readonly string[];
  /** Names in English, which tables of all languages have among their cells. */
  readonly foreign: readonly string[];
  /** Columns of real tables in the language, the name of each first. */
  readonly columns: readonly (readonly string[])[];
}

/** A cell by the number of its row, 0 for the name of the column. */
export type Column = (row: number) => string;

export const pickFrom =
  (chance: Chance) =>
  <T>(from: readonly T[]): T =>
    from[Math.floor(chance() * from.length)] as T;

export function madeUpTable(stock: Stock, chance: Chance): string[][] | undefined {
  const texts = textColumns(stock, chance);
  if (texts === undefined) return undefined;
  const { label, phrase, sentence, few, counter, name } = texts;
  const pick = pickFrom(chance);
  const number = () => pick(numberColumns(chance, texts.word))();
  const dates = dateColumns(chance, texts.word);
  const oneDate = pick(dates);
  const date = () => (chance() < 0.7 ? oneDate : pick(dates))();
  const any = (numbers: number): Column =>
    chance() < numbers ? number() : pick([label, label, name, phrase, sentence, few, counter])();
  const some = (count: number, make: () => Column) => Array.from({ length: count }, make);
  const whole = (least: number, most: number) => least + Math.floor(chance() * (most - least + 1));
  const kinds: readonly (() => Column[])[] = [
    // Any columns beside each other.
    () => [any(0.15), ...some(whole(1, 6), () => any(0.35))],
    () => [any(0.15), ...some(whole(1, 3), () => any(0.35))],
    // A name and what it means, perhaps with a type between or a default after.
    () => [label(), pick([sentence, sentence, phrase])()],
    () => [pick([label, name])(), pick([few, name, number])(), sentence()],
    () => [pick([label, name])(), sentence(), pick([few, number])()],
    () => [label(), sentence(), sentence(), ...some(whole(0, 1), sentence)],
    // A fact a row.
    () => [label(), (row) => (row === 0 ? texts.title() : pick([label, number, phrase, name, few])()(row))],
    // Events: dates beside each other, and what state things are in.
    () => [pick([label, phrase])(), date(), date(), few(), ...some(whole(0, 1), few)],
    () => [label(), few(), date(), ...some(whole(1, 3), number)],
    // What was bought when: how many, at which price, for how much.
    () => {
      const numbers = numberColumns(chance, texts.word);
      const figures = [FEW, HUNDREDS, MANY].map((at) => (numbers[at] as () => Column)());
      return [pick([counter, label])(), few(), date(), ...figures].slice(whole(0, 2));
    },
    // Short names in every column.
    () => some(whole(3, 6), () => pick([label, few, name, phrase])()),
    () => [phrase(), ...some(whole(2, 4), () => pick([label, few, sentence, phrase])())],
    // Things compared.
    () => {
      const values = pick([few, few, () => pick(numberColumns(chance, texts.word))()]);
      return [pick([label, phrase])(), ...some(whole(2, 5), values)];
    },
    // A timetable, a table of results, a price list, accounts.
    () => [number(), label(), ...some(whole(0, 2), () => any(0.3))],
    () => [number(), name(), ...some(whole(1, 5), number)],
    () => [label(), ...some(whole(1, 6), number)],
    () => [label(), few(), number(), ...some(whole(0, 2), number)],
  ];
  const columns = pick(kinds)().slice(0, 7);
  // Some columns say the same in nearly every row.
  for (let at = 1; at < columns.length; at += 1)
    if (chance() < 0.08) {
      const rarely = columns[at] as Column;
      const often = rarely(1);
      columns[at] = (row) => (row > 0 && chance() < 0.8 ? often : rarely(row));
    }
  return fill(columns, chance, texts.title);
}

function fill(columns: readonly Column[], chance: Chance, title: () => string): string[][] | undefined {
  const empty = columns.map((_, at) => (chance() < (at === 0 ? 0.04 : 0.12) ? chance() * 0.6 : 0));
  const rows: string[][] = [];
  const loud = chance() < 0.08;
  const isNamed = chance() < 0.9;
  if (isNamed) {
    const style = chance();
    const names = columns.map((column) => (style < 0.75 ? column(0) || title() : title()));
    if (chance() < 0.08) names[0] = '';
    rows.push(names.map((cell) => (loud ? cell.toUpperCase() : cell).trim()));
  }
  // Rows of a group say its name once, in their first row or above them.
  const group = chance() < 0.15 ? 2 + Math.floor(chance() * 4) : 0;
  const isAbove = chance() < 0.3;
  if (chance() < 0.1) empty[columns.length - 1] = 0.3 + chance() * 0.65;
  const count = 1 + Math.floor(chance() ** 2 * 13) + (chance() < 0.7 ? 1 : 0);
  for (let row = 1; row <= count; row += 1) {
    const cells = columns.map((column, at) => (chance() < (empty[at] as number) ? '' : column(row).trim()));
    if (group > 0 && isAbove && row % group === 1) rows.push([cells[0] || title(), ...cells.slice(1).fill('')]);
    if (group > 0 && (isAbove || row % group !== 1)) cells[0] = '';
    if (cells.some((cell) => cell !== '')) rows.push(cells);
  }
  return rows.length < 2 ? undefined : rows;
}

interface TextColumns {
  readonly word: () => string;
  /** A name for a column. */
  readonly title: () => string;
  readonly label: () => Column;
  readonly name: () => Column;
  readonly phrase: () => Column;
  readonly sentence: () => Column;
  /** A few values that come again. */
  readonly few: () => Column;
  /** The same word with a number or a letter. */
  readonly counter: () => Column;
}

/** Cells with a list, whose lines are put together before they are read. */
const LISTED = 0.06;
const SENTENCE_END = /(?<=[.!?।؟])\s+|(?<=[。！？])/u;

/** What counts as short: in scripts that part no words by blanks half as many letters say the same. */
const SHORT = 32;
const UNSPACED_SHORT = 16;

function textColumns(
  { language, own, other, terms, foreign, columns }: Stock,
  chance: Chance,
): TextColumns | undefined {
  const pick = pickFrom(chance);
  const most = isUnspaced(language) ? UNSPACED_SHORT : SHORT;
  const short = [...own, ...terms].filter((unit) => unit.length > 1 && unit.length <= most).map(bare);
  const names = [...other.filter((unit) => unit.length < most), ...terms].filter((unit) => unit.length > 1).map(bare);
  const phrases = [...own, ...other].filter((unit) => unit.length > 12 && unit.length <= 80).map(bare);
  const sentences = own
    .filter((unit) => unit.length > 25)
    .flatMap((unit) => unit.split(SENTENCE_END))
    .filter((text) => text.length > 12 && text.length < 160);
  const words = own.flatMap((unit) => namesIn(unit, language));
  if (short.length < 8 || names.length < 8 || phrases.length < 6 || sentences.length < 8 || words.length < 50)
    return undefined;
  const capitals = words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  const raw = () => pick(words);
  // One table writes all its labels large or all small.
  const isLarge = chance() < 0.85;
  const word = () => cased(raw(), isLarge);
  const gap = isUnspaced(language) ? '' : ' ';
  const short2 = () => (chance() < 0.5 ? pick(short) : chance() < 0.5 ? word() : word() + gap + raw().toLowerCase());
  const title = () =>
    chance() < 0.45 ? cased(pick(short), true) : chance() < 0.6 ? cased(raw(), isLarge) : pick(names);
  const named = (make: () => string): Column => {
    const heading = title();
    return (row) => (row === 0 ? heading : make());
  };
  const real = (): Column | undefined => {
    const column = columns.length === 0 ? undefined : pick(columns);
    if (column === undefined || column.length < 2) return undefined;
    return (row) => (row === 0 ? (column[0] as string) : (column[1 + ((row - 1) % (column.length - 1))] as string));
  };
  const listed = () => Array.from({ length: 2 + Math.floor(chance() * 3) }, () => `- ${pick(short)}`).join(' ');
  const orReal = (share: number, make: () => Column): Column => (chance() < share ? real() : undefined) ?? make();
  return {
    word: raw,
    title,
    label: () =>
      orReal(0.3, () => {
        const make = pick<() => string>([
          short2,
          word,
          () => pick(short),
          () => pick(short),
          () => word() + gap + raw(),
        ]);
        return named(make);
      }),
    name: () =>
      orReal(0.2, () =>
        named(
          pick<() => string>([
            () => pick(names),
            () => pick(names),
            () => pick(foreign),
            () => `${pick(foreign)} ${pick(foreign)}`.slice(0, 30).trim(),
            () => (capitals.length > 5 ? `${pick(capitals)} ${pick(capitals)}` : pick(names)),
          ]),
        ),
      ),
    phrase: () => orReal(0.3, () => named(() => pick(phrases))),
    sentence: () =>
      orReal(0.25, () => {
        const stop = chance() < 0.6;
        const more = chance() < 0.3 ? 0.5 : 0.05;
        return named(() => {
          let text = pick(sentences);
          if (chance() < LISTED) text = `${text.replace(/[.。।]$/, ':')} ${listed()}`;
          else if (chance() < more) text += `${/[。！？]$/.test(text) ? '' : ' '}${pick(sentences)}`;
          return stop ? text : text.replace(/[.。।]$/, '');
        });
      }),
    few: () => {
      const values = Array.from({ length: 2 + Math.floor(chance() * 3) }, () =>
        pick([() => pick(names), word, word, () => pick(short)])(),
      );
      return named(() => pick(values));
    },
    counter: () => {
      const start = word();
      const letters = chance() < 0.4;
      const heading = title();
      const gap = chance() < 0.7 ? ' ' : '';
      return (row) => (row === 0 ? heading : `${start}${gap}${letters ? String.fromCharCode(64 + (row % 26)) : row}`);
    },
  };
}

/** Words that can name something; where no blank parts them also two in a row, as such names have them. */
function namesIn(unit: string, language: string): string[] {
  if (!isUnspaced(language)) return unit.match(/[\p{L}\p{M}]{2,16}/gu) ?? [];
  const words = wordsIn(unit, language);
  const isName = (at: number) => words[at]?.isWord === true && (words[at]?.text.length ?? 0) > 1;
  return words.flatMap(({ text }, at) => {
    if (!isName(at)) return [];
    return isName(at + 1) ? [text, text + words[at + 1]?.text] : [text];
  });
}

const bare = (unit: string): string => unit.replace(/[\s:：]+$/, '');
const cased = (text: string, large: boolean): string =>
  large ? text.charAt(0).toUpperCase() + text.slice(1) : text.charAt(0).toLowerCase() + text.slice(1);
