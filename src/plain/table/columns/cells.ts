/** Candidate cells of a row: the pieces between its best places, each as a list of traits that cells of a column share. */
import { CLASS } from '../seams/characters.ts';
import { leftOf, type Row } from '../seams/row.ts';
import { oddityOf } from './odd-cells.ts';

/** What a trait is about, how much it counts for a column, and whether an unseen value counts at all. */
export const TRAITS: readonly { readonly weight: number; readonly common: boolean }[] = [
  { weight: 0.5, common: true }, // class of the first character
  { weight: 0.4, common: true }, // class of the last character
  { weight: 0.5, common: true }, // classes in order, runs as one
  { weight: 0.45, common: true }, // length, on a log scale
  { weight: 0.25, common: true }, // words: 1, 2, 3, some, many
  { weight: 0.5, common: false }, // the whole text
  { weight: 0.3, common: false }, // first word
  { weight: 0.2, common: false }, // last word
  { weight: 0.2, common: false }, // first two characters
  { weight: 0.2, common: false }, // last two characters
  { weight: 0.4, common: true }, // ends as a sentence
];

export interface CandidateRow {
  readonly row: Row;
  /** Indexes at which a cell may begin or end, both ends of the row among them. */
  readonly edges: readonly number[];
  /** Score of the cut at each edge; 0 at both ends. */
  readonly scores: readonly number[];
  /** Ids of the traits of the cell between two edges: `traits[from * edges.length + to]`. */
  readonly traits: readonly (Int32Array | undefined)[];
  /** The traits that cells of the row have, each once: its id, and its index in `TRAITS`. */
  readonly ids: Int32Array;
  readonly kinds: Uint8Array;
  /** The traits of a cell as indexes of `ids`: from `(from * edges.length + to) * TRAITS.length` on. */
  readonly own: Uint16Array;
  /** What speaks against the cell between two edges by itself, in log-odds. */
  readonly odd: Float32Array;
}

/** 99.8 % of the true cuts of the benchmark are among the 12 best places of their row. */
const MOST_PLACES = 14;
/** No column has made a cut of a place below this. */
const HOPELESS = -4;
const STRONGEST = 5;

/** Ids are shared by the rows of one block: equal traits have equal ids. */
export function candidatesOf(
  rows: readonly Row[],
  scores: readonly Float32Array[],
): { rows: CandidateRow[]; ids: number } {
  const { idOf, size } = traitIds();
  const candidates = rows.map((row, index) => {
    const own = scores[index] as Float32Array;
    const best = Array.from(own.keys())
      .filter((at) => (own[at] as number) > HOPELESS)
      .sort((a, b) => (own[b] as number) - (own[a] as number) || a - b)
      .slice(0, MOST_PLACES)
      .sort((a, b) => a - b);
    const edges = [0, ...best.map((at) => row.places[at] as number), row.text.length];
    const cuts = [0, ...best.map((at) => Math.max(-STRONGEST, Math.min(STRONGEST, own[at] as number))), 0];
    const traits: (Int32Array | undefined)[] = new Array(edges.length * edges.length).fill(undefined);
    const odd = new Float32Array(traits.length);
    for (let from = 0; from < edges.length; from += 1) {
      for (let to = from + 1; to < edges.length; to += 1) {
        const cell = from * edges.length + to;
        traits[cell] = traitsOf(row, edges[from] as number, edges[to] as number, idOf);
        odd[cell] = oddityOf(row.figures.slice(edges[from], edges[to]).trim());
      }
    }
    return { row, edges, scores: cuts, traits, odd, ...ownTraits(traits) };
  });
  return { rows: candidates, ids: size() };
}

function ownTraits(traits: CandidateRow['traits']): Pick<CandidateRow, 'ids' | 'kinds' | 'own'> {
  const indexes = new Map<number, number>();
  const kinds: number[] = [];
  const own = new Uint16Array(traits.length * TRAITS.length);
  for (const [cell, ids] of traits.entries()) {
    if (ids === undefined) continue;
    for (let kind = 0; kind < TRAITS.length; kind += 1) {
      const id = ids[kind] as number;
      let index = indexes.get(id);
      if (index === undefined) {
        index = kinds.length;
        indexes.set(id, index);
        kinds.push(kind);
      }
      own[cell * TRAITS.length + kind] = index;
    }
  }
  return { ids: Int32Array.from(indexes.keys()), kinds: Uint8Array.from(kinds), own };
}

/** Numbers for traits, the same for the same trait. */
export function traitIds(): { idOf: (key: string) => number; size: () => number } {
  const ids = new Map<string, number>();
  const idOf = (key: string): number => {
    let id = ids.get(key);
    if (id === undefined) {
      id = ids.size;
      ids.set(key, id);
    }
    return id;
  };
  return { idOf, size: () => ids.size };
}

const LONGEST_SIGNATURE = 10;

/** One id for each of `TRAITS`, of the cell between two indexes of a row. */
export function traitsOf(row: Row, from: number, to: number, idOf: (key: string) => number): Int32Array {
  const end = Math.max(from + 1, leftOf(row, to) + 1);
  const { classes, text } = row;
  let signature = '';
  let words = 1;
  for (let at = from, last = -1; at < end; at += 1) {
    const value = classes[at] as number;
    if (value === CLASS.blank) words += 1;
    if (value === last || value === CLASS.mark) continue;
    last = value;
    if (signature.length < LONGEST_SIGNATURE) signature += String.fromCharCode(65 + value);
  }
  const size = end - from;
  const cell = text.slice(from, Math.min(end, from + 48));
  const tail = text.slice(Math.max(from, end - 24), end);
  const last = classes[end - 1] as number;
  return Int32Array.of(
    idOf(`0${classes[from]}`),
    idOf(`1${last}`),
    idOf(`2${signature}`),
    idOf(`3${Math.round(Math.log2(size) * 1.5)}`),
    idOf(`4${words > 8 ? 'many' : words > 3 ? 'some' : words}`),
    idOf(`5${size <= 48 ? cell : `${cell}${size}`}`),
    idOf(`6${/^\S*/.exec(cell)?.[0]}`),
    idOf(`7${/\S*$/.exec(tail)?.[0]}`),
    idOf(`8${cell.slice(0, 2)}`),
    idOf(`9${tail.slice(-2)}`),
    idOf(`s${last === CLASS.stop ? (size > 12 ? 2 : 1) : 0}`),
  );
}
