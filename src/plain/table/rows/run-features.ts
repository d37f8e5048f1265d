/**
 * What a run of lines shows at a glance: paragraphs, items of lists and lines of an address run together, too, and seldom look
 * like rows whose cells are glued or joined by one blank. The order of `RUN_FEATURES` is the contract with training/.
 */

import { codeUnitAt } from '../../../code-unit.ts';
import { CLASS, classOf, isLetterClass } from '../seams/characters.ts';
import type { Joint } from '../seams/row.ts';
import { brokenPlaces } from './broken-habits.ts';

export const RUN_FEATURES = [
  'glued',
  'seams',
  'linesWithSeams',
  'lines',
  'words',
  'wordsSpread',
  'fewestWords',
  'mostWords',
  'wordsAgreement',
  'mostToUsualWords',
  'length',
  'lengthSpread',
  'longest',
  'firstLengthToOthers',
  'firstWordsToUsual',
  'endInStop',
  'endInColon',
  'endInComma',
  'endInFigure',
  'endInBracket',
  'beginLower',
  'beginUpper',
  'beginFigure',
  'beginSign',
  'linesWithNumbers',
  'numbers',
  'numbersSpread',
  'numbersShare',
  'numbersInFirst',
  'numbersLast',
  'numbersAgreement',
  'firstNumberAgreement',
  'lastNumberAgreement',
  'firstKindAgreement',
  'secondKindAgreement',
  'thirdKindAgreement',
  'lastKindAgreement',
  'lastButOneKindAgreement',
  'lastButTwoKindAgreement',
  'firstWordRepeated',
  'lastWordRepeated',
  'wordsRepeated',
  'labels',
  'capitals',
  'capitalsSpread',
  'lowerWords',
  'caselessWords',
  'mixedWords',
  'rises',
  'linesWithRises',
  'risesAgreement',
  'wordLength',
  'stopsInside',
  'commas',
  'brackets',
  'dashes',
  'quotes',
  'colons',
  'symbols',
  'unspaced',
] as const;

/** What a word is made of. */
const KIND = { none: 0, number: 1, amount: 2, symbol: 3, mixed: 4, upper: 5, lower: 6, caseless: 7, unspaced: 8 };

/** Lines behind these look like those before. */
const MOST_LINES = 40;
const MOST_SEAMS = 8;
/** A label stands before a colon, this near to the beginning of its line. */
const LABEL = /^.{1,39}?[:：](?=\s+\S)/u;

interface LineForm {
  readonly text: string;
  readonly words: readonly string[];
  readonly kinds: Uint8Array;
  readonly first: number;
  readonly last: number;
  readonly numbers: number;
  /** Places where a capital word follows one without: cells begin with capitals. */
  readonly rises: number;
}

/** The features of a run, as rows whose cells are joined so. */
export function asRows(look: Float32Array, joint: Joint): Float32Array {
  const features = look.slice();
  features[0] = joint === 'glued' ? 1 : 0;
  return features;
}

/**
 * What a run shows however its cells may be joined.
 * @param run lines without blank ones between them, at least two
 */
export function lookOf(run: readonly string[]): Float32Array {
  const lines = run.slice(0, MOST_LINES).map((line) => formOf(line.trim()));
  const counts = lines.map(({ words }) => words.length);
  const lengths = lines.map(({ text }) => text.length);
  const numbers = lines.map((line) => line.numbers);
  const capitals = lines.map(({ kinds }) => shareOf(kinds.subarray(1), KIND.upper));
  // The first row may be a header, which looks like none of the others.
  const others = lines.slice(1);
  const usual = medianOf(counts.slice(1));
  const signs = countSigns(lines);
  const kindAt = (at: number) => agreement(others.map(({ kinds }) => kinds.at(at) ?? KIND.none));
  const seams = lines.map(({ text }) => brokenPlaces(text, MOST_SEAMS));
  const values = [
    0,
    mean(seams),
    share(seams, (count) => count > 0),
    lines.length,
    mean(counts),
    spread(counts),
    Math.min(...counts),
    Math.max(...counts),
    agreement(counts.slice(1)),
    Math.max(...counts) / usual,
    mean(lengths),
    spread(lengths),
    Math.max(...lengths),
    (lengths[0] as number) / Math.max(1, mean(lengths.slice(1))),
    (counts[0] as number) / usual,
    share(lines, ({ last }) => last === CLASS.stop),
    share(lines, ({ last }) => last === CLASS.colon),
    share(lines, ({ last }) => last === CLASS.comma),
    share(lines, ({ last }) => last === CLASS.digit || last === CLASS.unit),
    share(lines, ({ last }) => last === CLASS.close || last === CLASS.quote),
    share(lines, ({ first }) => first === CLASS.lower),
    share(lines, ({ first }) => first === CLASS.upper),
    share(lines, ({ first }) => first === CLASS.digit),
    share(lines, ({ first }) => first !== CLASS.digit && !isLetterClass(first)),
    share(lines, (line) => line.numbers > 0),
    mean(numbers.slice(1)),
    spread(numbers.slice(1)),
    mean(lines.map((line) => line.numbers / Math.max(1, line.words.length))),
    numbers[0] as number,
    share(lines, ({ kinds }) => isNumber(kinds.at(-1))),
    agreement(numbers.slice(1)),
    agreement(others.map(({ kinds }) => kinds.findIndex(isNumber))),
    agreement(others.map(({ kinds }) => kinds.length - 1 - kinds.findLastIndex(isNumber))),
    kindAt(0),
    kindAt(1),
    kindAt(2),
    kindAt(-1),
    kindAt(-2),
    kindAt(-3),
    repeated(lines.map(({ words }) => words[0] ?? '')),
    repeated(lines.map(({ words }) => words.at(-1) ?? '')),
    repeatedWords(lines),
    share(lines, ({ text }) => LABEL.test(text)),
    mean(capitals),
    spread(capitals),
    mean(lines.map(({ kinds }) => shareOf(kinds, KIND.lower))),
    mean(lines.map(({ kinds }) => shareOf(kinds, KIND.caseless))),
    mean(lines.map(({ kinds }) => shareOf(kinds, KIND.mixed) + shareOf(kinds, KIND.symbol))),
    mean(lines.map(({ rises }) => rises)),
    share(lines, ({ rises }) => rises > 0),
    agreement(others.map(({ rises }) => rises)),
    mean(lengths) / Math.max(1, mean(counts)),
    ...signs,
  ];
  if (values.length !== RUN_FEATURES.length) throw new Error('runs: features and names differ');
  return Float32Array.from(values);
}

function formOf(text: string): LineForm {
  const words = text.split(/\s+/);
  const kinds = Uint8Array.from(words, (word) => kindOf(word));
  let numbers = 0;
  let rises = 0;
  for (let at = 0; at < kinds.length; at += 1) {
    if (isNumber(kinds[at])) numbers += 1;
    if (at > 0 && kinds[at] === KIND.upper && kinds[at - 1] !== KIND.upper) rises += 1;
  }
  const [first, last] = [classOf(text.charCodeAt(0)), classOf(text.charCodeAt(text.length - 1))];
  return { text, words, kinds, first, last, numbers, rises };
}

const isNumber = (kind: number | undefined): boolean => kind === KIND.number || kind === KIND.amount;

const isUnspaced = (value: number): boolean =>
  value === CLASS.han || value === CLASS.hiragana || value === CLASS.katakana || value === CLASS.unspaced;

function kindOf(word: string): number {
  let digits = 0;
  let letters = 0;
  let unspaced = 0;
  let first: number = CLASS.edge;
  const { length } = word;
  for (let at = 0; at < length; at += 1) {
    const value = classOf(codeUnitAt(word, at));
    if (value === CLASS.digit) digits += 1;
    if (!isLetterClass(value)) continue;
    if (letters === 0) first = value;
    letters += 1;
    if (isUnspaced(value)) unspaced += 1;
  }
  if (letters === 0) return digits === 0 ? KIND.symbol : digits === length ? KIND.number : KIND.amount;
  if (digits > 0) return KIND.mixed;
  if (unspaced * 2 > letters) return KIND.unspaced;
  return first === CLASS.upper ? KIND.upper : first === CLASS.lower ? KIND.lower : KIND.caseless;
}

/** By line: stops inside, commas, brackets, dashes, quotes, colons, symbols; and the share of characters of unspaced scripts. */
function countSigns(lines: readonly LineForm[]): number[] {
  const counts = new Float64Array(32);
  let stops = 0;
  let unspaced = 0;
  let all = 0;
  for (const { text } of lines) {
    const { length } = text;
    all += length;
    let before: number = CLASS.edge;
    for (let at = 0; at < length; at += 1) {
      const value = classOf(codeUnitAt(text, at));
      counts[value] = (counts[value] as number) + 1;
      if (isUnspaced(value)) unspaced += 1;
      const isStop = value === CLASS.stop && isLetterClass(before) && at + 1 < length;
      if (isStop && classOf(codeUnitAt(text, at + 1)) === CLASS.blank) stops += 1;
      before = value;
    }
  }
  const per = (...classes: readonly number[]) =>
    classes.reduce((sum, value) => sum + (counts[value] as number), 0) / lines.length;
  return [
    stops / lines.length,
    per(CLASS.comma),
    per(CLASS.open),
    per(CLASS.dash),
    per(CLASS.quote),
    per(CLASS.colon),
    per(CLASS.symbol, CLASS.unit),
    unspaced / Math.max(1, all),
  ];
}

/** Of all words the share that more than one line has. */
function repeatedWords(lines: readonly LineForm[]): number {
  const linesWith = new Map<string, number>();
  for (const { words } of lines) for (const word of new Set(words)) linesWith.set(word, (linesWith.get(word) ?? 0) + 1);
  let count = 0;
  let all = 0;
  for (const { words } of lines) {
    all += words.length;
    for (const word of words) if ((linesWith.get(word) ?? 0) > 1) count += 1;
  }
  return count / Math.max(1, all);
}

function repeated(words: readonly string[]): number {
  const counts = countsOf(words);
  return share(words, (word) => (counts.get(word) ?? 0) > 1);
}

/** The share of the commonest value. */
function agreement(values: readonly number[]): number {
  let most = 0;
  for (const count of countsOf(values).values()) most = Math.max(most, count);
  return most / Math.max(1, values.length);
}

function countsOf<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const share = <T>(values: readonly T[], test: (value: T) => boolean): number =>
  values.filter(test).length / values.length;

const shareOf = (kinds: Uint8Array, kind: number): number =>
  kinds.reduce((count, value) => count + (value === kind ? 1 : 0), 0) / Math.max(1, kinds.length);

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The standard deviation as a multiple of the mean. */
function spread(values: readonly number[]): number {
  const middle = mean(values);
  return middle === 0 ? 0 : Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) / middle;
}

const medianOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1;
