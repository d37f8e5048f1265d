/**
 * Labels by alignment: which blocks of a page make up a reference text. Blocks and reference are matched as
 * sequences, for short blocks ("Share") and teasers are told apart by their place alone.
 */

/** Words as the benchmark counts them. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

interface Candidate {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly matched: number;
  readonly score: number;
}

const MISS = 0.3;
const SHORT = 3;
const ADJACENT = 0.5;
const MOST_PLACES = 60;
const DIAGONALS = 4;
/** Diagonals this close together are one: a word was added or left out. */
const DRIFT = 6;

/** For each block the share of its words that the reference has, in order, 0–1. */
export function alignBlocks(blocks: readonly (readonly string[])[], reference: string): Float32Array {
  const labels = new Float32Array(blocks.length);
  const lines = reference
    .split('\n')
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = lines.flat();
  if (words.length === 0) return labels;
  const lineStarts = new Set<number>();
  const lineEnds = new Set<number>();
  let from = 0;
  for (const line of lines) {
    lineStarts.add(from);
    from += line.length;
    lineEnds.add(from);
  }
  const grams = index(words, 3);
  const singles = index(words, 1);
  const candidates = blocks.flatMap((own, block) => {
    if (own.length === 0) return [];
    if (own.length <= SHORT) return shortCandidates(own, block, words, singles, lineStarts, lineEnds);
    return longCandidates(own, block, grams);
  });
  const covered = new Uint8Array(words.length);
  const accept = ({ block, start, end, matched }: Candidate) => {
    labels[block] = Math.min(1, matched / (blocks[block]?.length ?? 1));
    covered.fill(1, start, end);
  };
  for (const chosen of bestChain(candidates, words.length)) accept(chosen);
  // What stands elsewhere in the page than in the reference.
  for (const one of candidates) {
    if (one.matched < 5 || labels[one.block] !== 0 || one.score <= 0) continue;
    let free = 0;
    for (let at = one.start; at < one.end; at += 1) free += covered[at] === 0 ? 1 : 0;
    if (free >= (one.end - one.start) * 0.7) accept(one);
  }
  return labels;
}

function index(words: readonly string[], width: number): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + width <= words.length; at += 1) {
    const key = words.slice(at, at + width).join(' ');
    const found = places.get(key);
    if (found === undefined) places.set(key, [at]);
    else if (found.length < MOST_PLACES) found.push(at);
  }
  return places;
}

function shortCandidates(
  own: readonly string[],
  block: number,
  words: readonly string[],
  singles: ReadonlyMap<string, number[]>,
  lineStarts: ReadonlySet<number>,
  lineEnds: ReadonlySet<number>,
): Candidate[] {
  const found: Candidate[] = [];
  for (const start of singles.get(own[0] ?? '') ?? []) {
    if (!own.every((word, at) => words[start + at] === word)) continue;
    const end = start + own.length;
    const isLine = lineStarts.has(start) && lineEnds.has(end);
    found.push({ block, start, end, matched: own.length, score: own.length * (isLine ? 1 : 0.5) });
  }
  return found;
}

/** Intervals of the reference along the diagonals that share most 3-grams with the block. */
function longCandidates(own: readonly string[], block: number, grams: ReadonlyMap<string, number[]>): Candidate[] {
  const hits: { diagonal: number; at: number; place: number }[] = [];
  for (let at = 0; at + 3 <= own.length; at += 1) {
    for (const place of grams.get(own.slice(at, at + 3).join(' ')) ?? [])
      hits.push({ diagonal: place - at, at, place });
  }
  if (hits.length === 0) return [];
  hits.sort((a, b) => a.diagonal - b.diagonal || a.at - b.at);
  const found: Candidate[] = [];
  let group: typeof hits = [];
  const close = () => {
    if (group.length === 0) return;
    const seen = new Uint8Array(own.length);
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    for (const { at, place } of group) {
      seen.fill(1, at, at + 3);
      start = Math.min(start, place);
      end = Math.max(end, place + 3);
    }
    const matched = seen.reduce((sum, one) => sum + one, 0);
    const unmatched = own.length - matched;
    found.push({ block, start, end, matched, score: matched - MISS * unmatched });
  };
  for (const hit of hits) {
    const last = group.at(-1);
    if (last !== undefined && hit.diagonal - last.diagonal > DRIFT) {
      close();
      group = [];
    }
    group.push(hit);
  }
  close();
  return found.sort((a, b) => b.matched - a.matched).slice(0, DIAGONALS);
}

/** The chain of candidates, blocks and places both ascending, with the highest sum of scores. */
function bestChain(candidates: readonly Candidate[], length: number): Candidate[] {
  // A Fenwick tree over places in the reference holds the best chain that ends there or before.
  const best = new Int32Array(length + 2).fill(-1);
  const totals = new Float64Array(candidates.length);
  const before = new Int32Array(candidates.length).fill(-1);
  const total = (at: number) => (at === -1 ? 0 : (totals[at] ?? 0));
  const query = (place: number): number => {
    let found = -1;
    for (let at = place + 1; at > 0; at -= at & -at) if (total(best[at] ?? -1) > total(found)) found = best[at] ?? -1;
    return found;
  };
  const exact = new Map<number, number>();
  const update = (place: number, candidate: number) => {
    for (let at = place + 1; at < best.length; at += at & -at) {
      if (total(candidate) > total(best[at] ?? -1)) best[at] = candidate;
    }
    if (total(candidate) > total(exact.get(place) ?? -1)) exact.set(place, candidate);
  };
  for (let at = 0; at < candidates.length; ) {
    let until = at;
    while (candidates[until]?.block === candidates[at]?.block && until < candidates.length) until += 1;
    for (let one = at; one < until; one += 1) {
      const { start, score } = candidates[one] as Candidate;
      let previous = query(start);
      let sum = score + total(previous);
      for (const gap of [0, 1, 2]) {
        const near = exact.get(start - gap);
        if (near !== undefined && score + total(near) + ADJACENT > sum) {
          previous = near;
          sum = score + total(near) + ADJACENT;
        }
      }
      totals[one] = sum;
      before[one] = previous;
    }
    for (let one = at; one < until; one += 1) {
      const { end, score } = candidates[one] as Candidate;
      if (score > 0) update(end, one);
    }
    at = until;
  }
  const chain: Candidate[] = [];
  for (let at = query(length); at !== -1; at = before[at] ?? -1) chain.push(candidates[at] as Candidate);
  return chain;
}
