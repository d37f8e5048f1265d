/**
 * Columns of numbers that run together: the rows are read as numbers of the same forms, and of about the same size in each column.
 *
 *   Oak1.24018.500%12     1.240 | 18.500 | %12
 *   Elm9809.300%7,5         980 |  9.300 | %7,5
 *   Ash2.01522.100%3      2.015 | 22.100 | %3
 */
import type { Block } from './block.ts';
import { changeAt, NEVER, SURELY } from './certainty.ts';
import { costOfForms, type Piece, piecesOf, type Reading, readingsOf } from './number-forms.ts';
import type { Row } from './row.ts';

const RUN =
  /[\p{Sc}%~]?[+±−-]?[\p{Sc}]?\d(?:[\d.,:/'’]|%|\p{Sc}|[+−](?=[\p{Sc}\d])|(?<=\d)–(?=\d)|(?<=\d)-(?=\d{1,3}(?![\d.,:/-]))|[ \u00a0\u202f](?=\d{3}|[%\p{Sc}]))*/gu;
/** A column has signs where some number has a plus; elsewhere a minus is a dash between two figures of one cell. */
const HAS_SIGNS = /[\d%\p{Sc}]\+[\p{Sc}\d]/u;
/** A name goes on with its figures: `KL03`, `USB3`, but no degrees: `18 °C30 °C`. */
const NAMED = /(?:\p{Lu}|(?<![\p{L}°]))\p{Lu}$/u;
const ZERO = /^0\d(?!:|[./-]\d\d?[./-])/;
const LONGEST = 28;
const FEWEST_ROWS = 3;
/** A few rows may have other cells there. */
const SHARE_OF_ROWS = 0.8;
const MOST_ROWS = 60;
const MOST_PIECES = 6;
/** More ways to read all rows cost too much. */
const MOST_READINGS = 20_000;
/** So many readings of one row are tried as what the others are near to. */
const MOST_STARTS = 60;
/** In powers of ten that the sizes of a column may be apart. */
const COST_OF_NUMBER = 0.6;
/** How much worse the next reading must be. */
const CLEARLY = 0.35;

interface Run {
  readonly row: number;
  readonly from: number;
  readonly pieces: readonly (readonly Piece[])[];
}

/** Changes the scores of the places in such runs. */
export function partNumbers({ rows }: Block, scores: readonly Float32Array[]): void {
  if (rows.length <= FEWEST_ROWS || rows.length > MOST_ROWS) return;
  const runs = rows.map(({ figures }) => [...figures.matchAll(RUN)].reverse());
  const most = Math.max(...runs.map((own) => own.length));
  for (let ordinal = 0; ordinal < most; ordinal += 1) {
    const found: Run[] = [];
    const all = runs.map((own) => own[ordinal]?.[0] ?? '').join(' | ');
    const hasSigns = HAS_SIGNS.test(all);
    let count = 0;
    let isUnsure = false;
    for (const [row, own] of runs.entries()) {
      const match = own[ordinal];
      if (match === undefined) continue;
      count += 1;
      //   123-45-6710:00     pieces of a longer number
      const before = (rows[row] as Row).figures.slice(0, match.index);
      const isPiece = /[\d.,:/’'-]$/.test(before);
      const isSpan = !hasSigns && /.−/.test(match[0]);
      const isName = NAMED.test(before.slice(-3)) || ZERO.test(match[0]);
      if (isPiece || isSpan || isName) isUnsure = true;
      const run = match[0].replace(/[.,:/+±−–-]+$/, '');
      if (run.length > LONGEST) isUnsure = true;
      else found.push({ row, from: match.index, pieces: piecesOf(run, all) });
    }
    if (isUnsure || found.length < FEWEST_ROWS) continue;
    if (count < (rows.length - 1) * SHARE_OF_ROWS) continue;
    const chosen = chooseTogether(found) ?? chooseAlone(found, rows);
    if (chosen === undefined) continue;
    for (const { row, from, reading } of chosen)
      setScores(rows[row] as Block['rows'][number], scores[row] as Float32Array, from, reading);
    partRepeated(chosen, rows, scores);
  }
}

/**
 * Each run is one number with decimals, right behind a word: nothing parts it, but a counter that the words end in.
 *
 *   Oulu16,1      Band18,2
 *   Kevo12,7      Band27,4
 */
function chooseAlone(runs: readonly Run[], rows: Block['rows']): readonly Choice[] | undefined {
  const figures = runs.map(({ row, from }) => Number((rows[row] as Row).figures[from]));
  if (figures.slice(1).every((figure, at) => figure - (figures[at] as number) === 1)) return undefined;
  if (!runs.every(({ row, from }) => /[\p{L}\p{M}]$/u.test((rows[row] as Row).figures.slice(0, from))))
    return undefined;
  const choices = runs.map(({ row, from, pieces }): Choice | undefined => {
    const piece = pieces[0]?.find(({ end, form }) => end === pieces.length && form.startsWith('decimal'));
    return piece === undefined ? undefined : { row, from, reading: [piece] };
  });
  return choices.includes(undefined) ? undefined : (choices as Choice[]);
}

//   1331   139      whole numbers of different lengths that begin alike: 13 | 31 and 13 | 9
const FEWEST_ALIKE = 4;
const SHORTEST_ALIKE = 2;

/** Parts the numbers of a column that holds the same number in all rows, with another behind it. */
function partRepeated(chosen: readonly Choice[], rows: Block['rows'], scores: readonly Float32Array[]): void {
  if (chosen.length < FEWEST_ALIKE) return;
  for (const column of (chosen[0] as Choice).reading.keys()) {
    const numbers = chosen.map(({ row, from, reading }) => {
      const start = from + (reading[column - 1]?.end ?? 0);
      const end = from + (reading[column] as Piece).end;
      return { row, start, text: (rows[row] as Row).figures.slice(start, end) };
    });
    if (!chosen.every(({ reading }) => isBare(reading[column]))) continue;
    const same = alikeIn(numbers.map(({ text }) => text));
    if (same < SHORTEST_ALIKE) continue;
    for (const { row, start } of numbers)
      changeAt(rows[row] as Row, scores[row] as Float32Array, start + same, () => SURELY);
  }
}

/** How many figures all numbers begin with, of different lengths; 0 where what is left is no number. */
function alikeIn(numbers: readonly string[]): number {
  const [first = '', ...others] = numbers;
  if (new Set(numbers.map(({ length }) => length)).size < 2) return 0;
  let same = 0;
  while (others.every((other) => same < first.length && other[same] === first[same])) same += 1;
  return numbers.some((number) => number.length === same || number[same] === '0') ? 0 : same;
}

/** Longer ones may be two. */
const LONGEST_WHOLE = 3;

const isBare = (piece: Piece | undefined): boolean => piece?.form === 'whole';

/** Where whole numbers touch each other anything goes: such places keep their scores. */
function setScores({ places }: Block['rows'][number], scores: Float32Array, from: number, reading: Reading): void {
  let at = 0;
  let start = from;
  for (const [index, piece] of reading.entries()) {
    const end = from + piece.end;
    const next = reading[index + 1];
    const isLoose = isBare(piece) && (isBare(reading[index - 1]) || isBare(next) || end - start > LONGEST_WHOLE);
    while (at < places.length && (places[at] as number) <= start) at += 1;
    for (; at < places.length && (places[at] as number) < end; at += 1) if (!isLoose) scores[at] = NEVER;
    if (places[at] === end && next !== undefined && !(isBare(piece) && isBare(next)))
      scores[at] = Math.max(SURELY, scores[at] as number);
    start = end;
  }
}

interface Choice {
  readonly row: number;
  readonly from: number;
  readonly reading: Reading;
}

const formsOf = (reading: Reading): string => reading.map(({ form }) => form).join('|');

/** The readings of the rows as the fewest numbers that all have; nothing where one is enough, or there is no such way that stands out. */
function chooseTogether(runs: readonly Run[]): readonly Choice[] | undefined {
  let ways: Way[] = [];
  for (let pieces = 1; pieces <= MOST_PIECES; pieces += 1) {
    const readings = runs.map((run) => readingsOf(run.pieces, pieces, MOST_READINGS / runs.length));
    if (readings.includes(undefined)) return undefined;
    const isSecond = ways.length > 0;
    ways = [...ways, ...waysOf(runs, readings as Reading[][])];
    if (ways.length === 0) continue;
    if (pieces === 1) return undefined;
    if (isSecond || !cheapest(ways).isOdd) return clearest(ways);
  }
  return undefined;
}

interface Way {
  readonly choices: readonly Choice[];
  readonly cost: number;
  readonly cuts: string;
  /** Some of its numbers are too long for what they are. */
  readonly isOdd: boolean;
}

const cheapest = (ways: readonly Way[]): Way => ways.reduce((least, way) => (way.cost < least.cost ? way : least));

function clearest(ways: readonly Way[]): readonly Choice[] | undefined {
  const best = cheapest(ways);
  const isClear = ways.every(({ cost, cuts }) => cuts === best.cuts || cost - best.cost >= CLEARLY);
  // Whole numbers alone can be cut anywhere.
  const areWhole = best.choices[0]?.reading.every(({ form }) => form === 'whole');
  return isClear && !areWhole ? best.choices : undefined;
}

/** The ways to read the runs as numbers of the same forms. */
function waysOf(runs: readonly Run[], all: readonly (readonly Reading[])[]): Way[] {
  const byForms = all.map((readings) => {
    const map = new Map<string, Reading[]>();
    for (const reading of readings) {
      const forms = formsOf(reading);
      const own = map.get(forms);
      if (own === undefined) map.set(forms, [reading]);
      else own.push(reading);
    }
    return map;
  });
  const shared = new Map<string, number>();
  for (const map of byForms) for (const forms of map.keys()) shared.set(forms, (shared.get(forms) ?? 0) + 1);
  const ways: Way[] = [];
  for (const [forms, rows] of shared) {
    if (rows < FEWEST_ROWS || rows < runs.length * SHARE_OF_ROWS) continue;
    const kinds = forms.split('|');
    const { choices, spread } = nearestReadings(
      runs,
      byForms.map((map) => map.get(forms) ?? []),
    );
    ways.push({
      choices,
      cost: spread + costOfForms(kinds) + kinds.length * COST_OF_NUMBER,
      cuts: cutsOf(choices),
      isOdd: choices.some(({ reading }) => reading.some(({ odd }) => odd > 0)),
    });
  }
  return ways;
}

const cutsOf = (choices: readonly Choice[]): string =>
  choices.map(({ row, reading }) => `${row}:${reading.map(({ end }) => end).join()}`).join(' ');

/** Of each run the reading whose numbers are nearest in size to those of the other rows. */
function nearestReadings(
  runs: readonly Run[],
  readings: readonly (readonly Reading[])[],
): { choices: Choice[]; spread: number } {
  const base = readings
    .filter((own) => own.length > 0)
    .reduce((least, own) => (own.length < least.length ? own : least));
  let best: { choices: Choice[]; spread: number } | undefined;
  for (const start of base.slice(0, MOST_STARTS)) {
    let centres = start.map(({ size }) => size);
    let choices: Choice[] = [];
    let spread = 0;
    for (let round = 0; round < 2; round += 1) {
      choices = [];
      spread = 0;
      for (const [at, { row, from }] of runs.entries()) {
        let nearest: Reading | undefined;
        let least = Number.POSITIVE_INFINITY;
        for (const reading of readings[at] as readonly Reading[]) {
          const distance = reading.reduce(
            (sum, { size, odd }, column) => sum + odd + Math.abs(size - (centres[column] as number)),
            0,
          );
          if (distance >= least) continue;
          least = distance;
          nearest = reading;
        }
        if (nearest === undefined) continue;
        choices.push({ row, from, reading: nearest });
        spread += least;
      }
      centres = centres.map((_, column) =>
        median(choices.map(({ reading }) => (reading[column] as Reading[number]).size)),
      );
    }
    spread /= choices.length;
    if (best === undefined || spread < best.spread) best = { choices, spread };
  }
  return best as { choices: Choice[]; spread: number };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
