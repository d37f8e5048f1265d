/**
 * Lines → numbers: what a reader sees of a line without knowing the language. The named list is the contract
 * with training/: the same code writes the training table and feeds the model.
 */
import { codeUnitAt } from '../../code-unit.ts';
import type { Line } from '../lines/line.ts';
import { type Columns, columnsIn } from './columns.ts';
import { distances } from './distances.ts';
import { ENDING, LONG, type Measures, measure, mostPieces, SENTENCES } from './measures.ts';
import { blocksOf, echoesOf, seriesOf } from './places.ts';
import { repeatsOf } from './repeats.ts';
import { readVocabulary } from './vocabulary.ts';

/** Of the line itself and of its four neighbours. */
const OWN = [
  'length',
  'words',
  'indent',
  'marker',
  'hashes',
  'blanksBefore',
  'blanksAfter',
  'ending',
  'stops',
  'opening',
  'relative',
  'isRow',
] as const;

/** Of the line alone. */
const ALONE = [
  'digits',
  'signs',
  'capitals',
  'caseless',
  'numbers',
  'labels',
  'quoted',
  'address',
  'fromStart',
  'fromEnd',
  'toProseBefore',
  'toProseAfter',
  'massBefore',
  'massAfter',
  'repeats',
  'isFirstAgain',
  'firstAgainAhead',
  'known',
  'spokenAhead',
  'spokenBehind',
  'sharedWithFirst',
  'sameFormBefore',
  'sameFormAfter',
  'runBefore',
  'runAfter',
  'room',
  'shorterBefore',
  'shorterAfter',
  'layoutShare',
  'layoutLength',
  'layoutProse',
  'uppers',
  'strong',
  'blockLines',
  'blockBefore',
  'blockLength',
  'lastBlock',
  'nextBlock',
  'seriesBefore',
  'seriesAfter',
  'echoFirst',
  'echoLast',
  'nextFour',
] as const;

/** Of the whole text. */
const WHOLE = [
  'lines',
  'blankShare',
  'doubleShare',
  'median',
  'longest',
  'markerShare',
  'stopShare',
  'isCased',
  'hashShare',
  'proseShare',
  'fullShare',
  'rowShare',
] as const;

const NEIGHBOURS = [-2, -1, 1, 2] as const;

/** Names of the columns, in their order. */
export const LINE_FEATURES: readonly string[] = [
  ...OWN,
  ...ALONE,
  ...WHOLE,
  ...NEIGHBOURS.flatMap((offset) => OWN.map((name) => `${name}[${offset > 0 ? '+' : ''}${offset}]`)),
];

/** Where a neighbour is wanted and there is none. */
const ABSENT = -9;
const FAR = 60;
const LONGEST_RUN = 20;
const HEAD = 40;
const MOST_LINES = 400;
const SENTENCE = 60;

const QUOTED = /^[“"«„「『‹].{3,}[”"»“」』›][\s.。!！،,…]*(?:[–—-].{0,60})?$/u;
const STRONG = /^(?:\*\*|__|_\*\*|\*).+(?:\*\*|__|\*\*_|\*):?$/;
const ADDRESS = /https?:\/\/|www\.|\S@\S+\.\p{L}/u;

/** What the columns take. */
const BYTES_A_LINE = 200;
const BYTES_A_PIECE = 16;
const BYTES_A_TEXT = 8192;

export interface LineFeatures {
  /** Equal for lines with the same blank lines around, indent and kind of marker. */
  readonly layout: Uint16Array;
  /** Writes the `LINE_FEATURES.length` numbers of a line from `to` on. */
  put(line: number, table: Float32Array, to: number): void;
}

/** `isRow` tells the lines that some table took. */
export function lineFeatures(lines: readonly Line[], isRow: (line: number) => boolean): LineFeatures {
  const columns = columnsIn(lines.length * BYTES_A_LINE + mostPieces(lines) * BYTES_A_PIECE + BYTES_A_TEXT);
  const measures = measure(lines, columns);
  const { count, length, key } = measures;
  const lengths = length.slice().sort();
  const longest = lengths[Math.floor(count * 0.98)] ?? 0;
  const isProse = proseOf(lines, measures, columns);
  const own = ownOf(lines, measures, longest, isRow, columns);
  const repeats = repeatsOf(key);
  const vocabulary = readVocabulary(measures, repeats, columns);
  const farthest = Math.min(count, FAR);
  const proseBefore = distances(isProse, 1, farthest);
  const proseAfter = distances(isProse, -1, farthest);
  const mass = massOf(isProse, length, columns);
  const forms = formsOf(lines, measures, columns);
  const runBefore = runsOf(forms, 1, columns);
  const runAfter = runsOf(forms, -1, columns);
  const layouts = layoutsOf(own, length, isProse, columns);
  const blocks = blocksOf(lines, length, columns);
  const series = seriesOf(lines, measures, columns);
  const echoes = echoesOf(measures, columns);
  const sums = sumsOf(length, columns);
  const firstAgain = key[0] ? key.subarray(1, HEAD).indexOf(key[0]) + 1 : 0;
  const whole = wholeOf(lines, measures, own, isProse, lengths[count >> 1] ?? 0, longest);

  const put = (at: number, table: Float32Array, start: number): void => {
    let to = start;
    const { text, raw } = lines[at] as Line;
    const isLong = raw.length > LONG;
    const size = Math.max(1, text.length);
    for (let n = 0; n < OWN.length; n += 1) table[to++] = own[at * OWN.length + n] as number;
    table[to++] = (measures.digits[at] as number) / size;
    table[to++] = (measures.signs[at] as number) / size;
    table[to++] = (measures.capitals[at] as number) / Math.max(1, measures.words[at] as number);
    table[to++] = (measures.caseless[at] as number) / Math.max(1, measures.letters[at] as number);
    table[to++] = measures.numbers[at] as number;
    table[to++] = measures.labels[at] as number;
    table[to++] = !isLong && measures.opening[at] === 4 && QUOTED.test(raw) ? 1 : 0;
    table[to++] = !isLong && (measures.signs[at] as number) > 1 && ADDRESS.test(raw) ? 1 : 0;
    table[to++] = Math.min(at, FAR);
    table[to++] = Math.min(count - 1 - at, FAR);
    table[to++] = proseBefore[at] as number;
    table[to++] = proseAfter[at] as number;
    table[to++] = Math.log2(1 + (mass[at] as number));
    table[to++] = Math.log2(1 + (mass[count] as number) - (mass[at + 1] as number));
    table[to++] = Math.min(repeats[at] as number, 6);
    table[to++] = at > 0 && key[at] !== 0 && key[at] === key[0] ? 1 : 0;
    table[to++] = firstAgain > at ? firstAgain - at : 0;
    table[to++] = isLong ? 1 : (vocabulary.known[at] as number);
    table[to++] = isLong ? 1 : (vocabulary.ahead[at] as number);
    table[to++] = isLong ? 1 : (vocabulary.behind[at] as number);
    table[to++] = at === 0 || isLong ? 0 : (vocabulary.first[at] as number);
    table[to++] = at === 0 ? ABSENT : (forms[at] as number);
    table[to++] = at + 1 === count ? ABSENT : (forms[at + 1] as number);
    table[to++] = runBefore[at] as number;
    table[to++] = runAfter[at] as number;
    table[to++] = at === 0 ? ABSENT : longest - (length[at - 1] as number) - firstWordLength(text);
    table[to++] = at === 0 ? ABSENT : Math.log2((raw.length + 1) / ((length[at - 1] as number) + 1));
    table[to++] = at + 1 === count ? ABSENT : Math.log2((raw.length + 1) / ((length[at + 1] as number) + 1));
    const layout = layouts.of[at] as number;
    table[to++] = (layouts.count[layout] as number) / count;
    table[to++] = (layouts.length[layout] as number) / (layouts.count[layout] as number);
    table[to++] = (layouts.prose[layout] as number) / (layouts.count[layout] as number);
    table[to++] = (measures.uppers[at] as number) / Math.max(1, measures.letters[at] as number);
    table[to++] = !isLong && (measures.signs[at] as number) > 1 && STRONG.test(raw) ? 1 : 0;
    table[to++] = blocks.lines[at] as number;
    table[to++] = blocks.before[at] as number;
    table[to++] = blocks.length[at] as number;
    table[to++] = blocks.lengthBefore[at] as number;
    table[to++] = blocks.lengthAfter[at] as number;
    table[to++] = series.before[at] as number;
    table[to++] = series.after[at] as number;
    table[to++] = echoes.first[at] as number;
    table[to++] = echoes.last[at] as number;
    table[to++] = Math.log2(1 + (sums[Math.min(count, at + 5)] as number) - (sums[at + 1] as number));
    table.set(whole, to);
    to += whole.length;
    for (const offset of NEIGHBOURS) {
      const other = at + offset;
      if (other < 0 || other >= count) table.fill(ABSENT, to, to + OWN.length);
      else for (let n = 0; n < OWN.length; n += 1) table[to + n] = own[other * OWN.length + n] as number;
      to += OWN.length;
    }
  };
  return { layout: layouts.of, put };
}

function ownOf(
  lines: readonly Line[],
  measures: Measures,
  longest: number,
  isRow: (line: number) => boolean,
  columns: Columns,
): Float32Array {
  const { count, length, words, ending, stops, opening } = measures;
  const own = columns.floats(count * OWN.length);
  for (let at = 0; at < count; at += 1) {
    const line = lines[at] as Line;
    let to = at * OWN.length;
    own[to++] = length[at] as number;
    own[to++] = words[at] as number;
    own[to++] = Math.min(line.indent, 20);
    own[to++] = line.marker === undefined ? 0 : line.marker.ordered ? 2 : 1;
    own[to++] = line.hashes;
    own[to++] = line.blanksBefore;
    own[to++] = lines[at + 1]?.blanksBefore ?? 3;
    own[to++] = ending[at] as number;
    own[to++] = stops[at] as number;
    own[to++] = opening[at] as number;
    own[to++] = longest === 0 ? 0 : (length[at] as number) / longest;
    own[to++] = isRow(at) ? 1 : 0;
  }
  return own;
}

/** 1 for lines that look like sentences of an article. */
function proseOf(lines: readonly Line[], { count, length, ending, stops }: Measures, columns: Columns): Uint8Array {
  const isProse = columns.bytes(count);
  for (let at = 0; at < count; at += 1) {
    const size = length[at] as number;
    if (lines[at]?.marker !== undefined) continue;
    if (size > LONG || (size > SENTENCE && ending[at] === ENDING.stop) || (size > 30 && (stops[at] as number) > 1))
      isProse[at] = 1;
  }
  return isProse;
}

/** Characters of sentences before each line, and at the end those of all. */
function massOf(isProse: Uint8Array, length: Float32Array, columns: Columns): Float64Array {
  const mass = columns.doubles(isProse.length + 1);
  for (let at = 0; at < isProse.length; at += 1)
    mass[at + 1] = (mass[at] as number) + (isProse[at] === 1 ? (length[at] as number) : 0);
  return mass;
}

/** Characters before each line, and at the end those of all; no line counts for more than a long one twice over. */
function sumsOf(length: Float32Array, columns: Columns): Float64Array {
  const sums = columns.doubles(length.length + 1);
  for (let at = 0; at < length.length; at += 1)
    sums[at + 1] = (sums[at] as number) + Math.min(SENTENCES, length[at] as number);
  return sums;
}

/** How alike each line and the one before it are in length, marker, ending and opening: 0 to 4. */
function formsOf(lines: readonly Line[], { count, length, ending, opening }: Measures, columns: Columns): Uint8Array {
  const forms = columns.bytes(count);
  for (let at = 1; at < count; at += 1) {
    const shorter = Math.min(length[at] as number, length[at - 1] as number);
    const longer = Math.max(length[at] as number, length[at - 1] as number);
    forms[at] =
      (shorter * 3 >= longer * 2 ? 1 : 0) +
      (lines[at]?.marker?.ordered === lines[at - 1]?.marker?.ordered ? 1 : 0) +
      (ending[at] === ending[at - 1] ? 1 : 0) +
      (opening[at] === opening[at - 1] ? 1 : 0);
  }
  return forms;
}

/** How many lines before (or after, for direction −1) follow each other in nearly the same form. */
function runsOf(forms: Uint8Array, direction: 1 | -1, columns: Columns): Uint8Array {
  const count = forms.length;
  const runs = columns.bytes(count);
  for (let step = 1; step < count; step += 1) {
    const at = direction === 1 ? step : count - 1 - step;
    const isAlike = (forms[direction === 1 ? at : at + 1] as number) >= 3;
    runs[at] = isAlike ? Math.min(LONGEST_RUN, (runs[at - direction] as number) + 1) : 0;
  }
  return runs;
}

const LAYOUTS = 4 * 4 * 6 * 3;
const INDENT = OWN.indexOf('indent');
const MARKER = OWN.indexOf('marker');
const BEFORE = OWN.indexOf('blanksBefore');
const AFTER = OWN.indexOf('blanksAfter');

/** Lines with the same blank lines around, indent and kind of marker: how many, how long, how many of them sentences. */
function layoutsOf(own: Float32Array, length: Float32Array, isProse: Uint8Array, columns: Columns) {
  const of = columns.shorts(isProse.length);
  const sums = {
    count: columns.doubles(LAYOUTS),
    length: columns.doubles(LAYOUTS),
    prose: columns.doubles(LAYOUTS),
  };
  for (let at = 0; at < isProse.length; at += 1) {
    const from = at * OWN.length;
    const indent = Math.min(5, own[from + INDENT] as number);
    const blanks = (own[from + BEFORE] as number) * 4 + (own[from + AFTER] as number);
    const layout = (indent * 3 + (own[from + MARKER] as number)) * 16 + blanks;
    of[at] = layout;
    sums.count[layout] = (sums.count[layout] as number) + 1;
    sums.length[layout] = (sums.length[layout] as number) + Math.min(length[at] as number, 2 * LONG);
    sums.prose[layout] = (sums.prose[layout] as number) + (isProse[at] as number);
  }
  return { of, ...sums };
}

/** A full line of a wrapped text fills nine tenths of the longest. */
const FULL = 0.85;
const WIDEST = 120;

function wholeOf(
  lines: readonly Line[],
  measures: Measures,
  own: Float32Array,
  isProse: Uint8Array,
  median: number,
  longest: number,
): Float32Array {
  const { count, length, ending, opening } = measures;
  let blank = 0;
  let double = 0;
  let markers = 0;
  let stops = 0;
  let cased = 0;
  let hashes = 0;
  let prose = 0;
  let full = 0;
  let rows = 0;
  for (let at = 0; at < count; at += 1) {
    const line = lines[at] as Line;
    if (line.blanksBefore > 0) blank += 1;
    if (line.blanksBefore > 1) double += 1;
    if (line.marker !== undefined) markers += 1;
    if (ending[at] === ENDING.stop) stops += 1;
    if ((opening[at] as number) < 2) cased += 1;
    if (line.hashes > 0) hashes += 1;
    prose += isProse[at] as number;
    if (longest <= WIDEST && (length[at] as number) >= longest * FULL) full += 1;
    rows += own[at * OWN.length + OWN.length - 1] as number;
  }
  const shares = [markers, stops, cased, hashes, prose, full, rows].map((part) => part / Math.max(1, count));
  const size = Math.max(1, count);
  return Float32Array.from([
    Math.min(count, MOST_LINES),
    blank / size,
    double / size,
    median,
    Math.min(longest, 1000),
    ...shares,
  ]);
}

function firstWordLength(text: string): number {
  let at = 0;
  while (at < text.length && at < HEAD && codeUnitAt(text, at) > 32) at += 1;
  return at;
}
