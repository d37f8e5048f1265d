/**
 * Lines → numbers: what a reader sees of a line without knowing the language. The named list is the contract
 * with training/: the same code writes the training table and feeds the model.
 */
import { lettersOf } from '../words.ts';
import type { Line } from './line.ts';

/** Of the line itself and of its four neighbours. */
const OWN = [
  'length',
  'words',
  'indent',
  'marker',
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
  'marks',
  'capitals',
  'caseless',
  'fromStart',
  'fromEnd',
  'toProseBefore',
  'toProseAfter',
  'proseBefore',
  'proseAfter',
  'repeats',
  'isFirstAgain',
  'firstAgainAhead',
  'known',
  'sameFormBefore',
  'sameFormAfter',
  'sharedWithTitle',
  'room',
  'quoted',
  'address',
  'count',
  'shorterBefore',
  'shorterAfter',
] as const;

/** Of the whole text. */
const WHOLE = ['lines', 'blankShare', 'doubleShare', 'median', 'longest', 'markers', 'stopShare', 'isCased'] as const;

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
/** Longer lines are sentences whatever stands around them. */
const LONG = 110;
/** Longer ones hold several, and the model need not be asked. */
export const SENTENCES = 240;

const QUESTION = 2;
const ENDINGS: readonly (readonly [RegExp, number])[] = [
  [/[.。．।॥۔።։]["'”’»)\]）」』›]*$/u, 1],
  [/[!?！？؟]["'”’»)\]）」』›]*$/u, QUESTION],
  [/[:：]$/u, 3],
  [/[,;،、؛，；]$/u, 4],
  [/…["'”’»]*$|\.\.\.$/u, 5],
  [/[)\]）］}]$/u, 6],
  [/["”’»」』›'“]$/u, 7],
  [/\p{Nd}$/u, 8],
];

const QUOTED = /^[“"«„「『‹].{3,}[”"»“」』›][\s.。!！،,…]*(?:[–—-].{0,60})?$/u;
const ADDRESS = /https?:\/\/|www\.|\S@\S+\.\p{L}/u;
const COUNT = /^[([]?\p{Nd}+[)\]]?\s+\p{L}+(?:\s+\p{L}+)?$|^\p{L}+(?:\s+\p{L}+)?\s*[([]\p{Nd}+[)\]]$/u;
const STOPS = /[.!?。！？।۔؟](?=\s|$|[^\p{P}\s\p{N}])/gu;

function endingOf(text: string): number {
  const tail = text.slice(-8);
  if (/\p{Script=Greek}.{0,3};$/u.test(tail)) return QUESTION; // the Greek question mark
  for (const [pattern, value] of ENDINGS) if (pattern.test(tail)) return value;
  return 0;
}

/** What the line begins with: small letter, capital, letter without case, digit, quotation mark, something else. */
function openingOf(text: string): number {
  const first = text.slice(0, 2);
  if (/^\p{Ll}/u.test(first)) return 0;
  if (/^\p{Lu}/u.test(first)) return 1;
  if (/^\p{L}/u.test(first)) return 2;
  if (/^\p{Nd}/u.test(first)) return 3;
  return /^["“«„「『‹'‘]/u.test(first) ? 4 : 5;
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Words where blanks part them; pairs of letters where they do not. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (word.length > 4 && /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]/.test(word)) {
      for (let at = 0; at + 1 < word.length; at += 1) pieces.push(word.slice(at, at + 2));
    } else pieces.push(word);
  }
  return pieces;
}

/** The share of the first list that stands in the second. */
function share(pieces: readonly string[], known: { has(piece: string): boolean }): number {
  if (pieces.length === 0) return 0;
  let hits = 0;
  for (const piece of pieces) if (known.has(piece)) hits += 1;
  return hits / pieces.length;
}

/** A row of `LINE_FEATURES.length` numbers for each line. `isRow` tells the lines that some table took. */
export function lineFeatures(lines: readonly Line[], isRow: (line: number) => boolean): Float32Array {
  const count = lines.length;
  const width = LINE_FEATURES.length;
  const table = new Float32Array(count * width);
  const own = new Float32Array(count * OWN.length);
  const lengths = lines.map(({ raw }) => raw.length).sort((a, b) => a - b);
  const longest = lengths[Math.floor(count * 0.98)] ?? 0;
  const median = lengths[count >> 1] ?? 0;
  const keys = lines.map(({ text }) => (text.length <= LONG ? lettersOf(text) : ''));
  const times = new Map<string, number>();
  for (const key of keys) if (key !== '') times.set(key, (times.get(key) ?? 0) + 1);
  const isProse = lines.map((line) => looksLikeProse(line));
  const uses = countUses(lines);

  for (let at = 0; at < count; at += 1) {
    const line = lines[at] as Line;
    const row = at * OWN.length;
    own[row] = line.raw.length;
    own[row + 1] = wordCount(line.text);
    own[row + 2] = Math.min(line.indent, 20);
    own[row + 3] = line.marker === undefined ? 0 : line.marker.ordered ? 2 : 1;
    own[row + 4] = line.blanksBefore;
    own[row + 5] = lines[at + 1]?.blanksBefore ?? 3;
    own[row + 6] = endingOf(line.raw);
    own[row + 7] = line.raw.length > SENTENCES ? 4 : countOf(line.raw, STOPS);
    own[row + 8] = openingOf(line.text);
    own[row + 9] = longest === 0 ? 0 : line.raw.length / longest;
    own[row + 10] = isRow(at) ? 1 : 0;
  }

  const proseBefore = running(isProse, 1);
  const proseAfter = running(isProse, -1);
  const firstAgain = keys[0] === '' ? -1 : keys.findIndex((key, at) => at > 0 && at < 40 && key === keys[0]);
  const title = new Set(piecesOf((lines[0]?.text ?? '').slice(0, 200)));
  const whole = wholeOf(lines, median, longest);

  for (let at = 0; at < count; at += 1) {
    const line = lines[at] as Line;
    const base = at * width;
    table.set(own.subarray(at * OWN.length, (at + 1) * OWN.length), base);
    let to = base + OWN.length;
    const { text, raw } = line;
    const isLong = text.length > LONG;
    const pieces = isLong ? [] : piecesOf(text);
    const letters = isLong ? 0 : countOf(text, /\p{L}/gu);
    const capitals = isLong ? 0 : countOf(text, /(?<!\p{L})\p{Lu}/gu);
    const repeats = keys[at] === '' ? 1 : (times.get(keys[at] as string) ?? 1);
    const before = lines[at - 1];
    const after = lines[at + 1];
    table[to++] = isLong ? 0 : countOf(text, /\p{Nd}/gu) / Math.max(1, text.length);
    table[to++] = isLong ? 0 : countOf(text, /\p{P}|\p{S}/gu) / Math.max(1, text.length);
    table[to++] = isLong ? 0 : capitals / Math.max(1, wordCount(text));
    table[to++] = isLong ? 0 : countOf(text, /\p{Lo}/gu) / Math.max(1, letters);
    table[to++] = Math.min(at, 60);
    table[to++] = Math.min(count - 1 - at, 60);
    table[to++] = Math.min(proseBefore[at] as number, 60);
    table[to++] = Math.min(proseAfter[at] as number, 60);
    table[to++] = (proseBefore[at] as number) < count ? 1 : 0;
    table[to++] = (proseAfter[at] as number) < count ? 1 : 0;
    table[to++] = Math.min(repeats, 6);
    table[to++] = at > 0 && keys[at] !== '' && keys[at] === keys[0] ? 1 : 0;
    table[to++] = firstAgain > at ? firstAgain - at : 0;
    table[to++] = isLong ? 1 : share(pieces, { has: (piece) => (uses.get(piece) ?? 0) > repeats });
    table[to++] = sameForm(line, before);
    table[to++] = sameForm(line, after);
    table[to++] = at === 0 || isLong ? 0 : share(pieces, title);
    table[to++] = before === undefined ? ABSENT : longest - before.raw.length - firstWordLength(text);
    table[to++] = !isLong && QUOTED.test(raw) ? 1 : 0;
    table[to++] = !isLong && ADDRESS.test(raw) ? 1 : 0;
    table[to++] = !isLong && COUNT.test(raw) ? 1 : 0;
    table[to++] = before === undefined ? ABSENT : Math.log2((raw.length + 1) / (before.raw.length + 1));
    table[to++] = after === undefined ? ABSENT : Math.log2((raw.length + 1) / (after.raw.length + 1));
    table.set(whole, to);
    to += whole.length;
    for (const offset of NEIGHBOURS) {
      const other = at + offset;
      if (other < 0 || other >= count) table.fill(ABSENT, to, to + OWN.length);
      else table.set(own.subarray(other * OWN.length, (other + 1) * OWN.length), to);
      to += OWN.length;
    }
  }
  return table;
}

const looksLikeProse = ({ raw, marker }: Line): boolean =>
  marker === undefined &&
  (raw.length > LONG || (raw.length > 60 && endingOf(raw) === 1) || (raw.length > 30 && countOf(raw, STOPS) > 1));

/** How many lines back (or ahead, for direction −1) the last true one lies; the count of lines where there is none. */
function running(isTrue: readonly boolean[], direction: 1 | -1): number[] {
  const count = isTrue.length;
  const distances = Array<number>(count).fill(count);
  let distance = count;
  for (let step = 0; step < count; step += 1) {
    const at = direction === 1 ? step : count - 1 - step;
    distances[at] = distance;
    distance = isTrue[at] ? 1 : Math.min(count, distance + 1);
  }
  return distances;
}

const MOST_USES = 50_000;

/** In how many lines each word of the text stands. */
function countUses(lines: readonly Line[]): Map<string, number> {
  const uses = new Map<string, number>();
  let budget = MOST_USES;
  for (const { text } of lines) {
    for (const piece of new Set(piecesOf(text.slice(0, 600)))) {
      uses.set(piece, (uses.get(piece) ?? 0) + 1);
      budget -= 1;
    }
    if (budget <= 0) break;
  }
  return uses;
}

function wholeOf(lines: readonly Line[], median: number, longest: number): number[] {
  const count = Math.max(1, lines.length);
  const part = (test: (line: Line) => boolean): number => lines.filter(test).length / count;
  return [
    Math.min(lines.length, 400),
    part(({ blanksBefore }) => blanksBefore > 0),
    part(({ blanksBefore }) => blanksBefore > 1),
    median,
    Math.min(longest, 1000),
    part(({ marker }) => marker !== undefined),
    part(({ raw }) => endingOf(raw) === 1),
    part(({ text }) => /^[\p{Lu}\p{Ll}]/u.test(text)),
  ];
}

/** How alike two lines are in length, marker, ending and opening: 0 to 4, ABSENT without the other. */
function sameForm(line: Line, other: Line | undefined): number {
  if (other === undefined) return ABSENT;
  const shorter = Math.min(line.raw.length, other.raw.length);
  const longer = Math.max(line.raw.length, other.raw.length);
  return (
    (shorter * 3 >= longer * 2 ? 1 : 0) +
    (line.marker?.ordered === other.marker?.ordered ? 1 : 0) +
    (endingOf(line.raw) === endingOf(other.raw) ? 1 : 0) +
    (openingOf(line.text) === openingOf(other.text) ? 1 : 0)
  );
}

/** Blanks and a rule of thumb for scripts without them: two letters a word. */
function wordCount(text: string): number {
  if (text.length > SENTENCES) return 100;
  const wide = countOf(text, /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]/g);
  return countOf(text, /\S+/g) + (wide >> 1);
}

const firstWordLength = (text: string): number => /^\S+/.exec(text.slice(0, 40))?.[0].length ?? 0;
