/** What blocks under the same class, id and role tokens were in training: mean labels, summed up by how far up they stand. */
import type { TokenTable } from '../../model/token-table.ts';
import type { Containers } from './containers.ts';
import { put, type Sink } from './context.ts';

export const TOKEN_NAMES: readonly string[] = ['own', 'parent', 'near', 'far'].flatMap((level) =>
  'max min mean count'.split(' ').map((name) => `token.${level}.${name}`),
);

/** By container: most, least, sum and number of the scores of its tokens; then of all containers from it up. */
export interface TokenScores {
  readonly own: Float64Array;
  readonly up: Float64Array;
}

const WIDTH = 4;

export function scoreTokens(containers: Containers, table: TokenTable): TokenScores {
  const own = new Float64Array(containers.count * WIDTH);
  const up = new Float64Array(containers.count * WIDTH);
  for (let at = 0; at < containers.count; at += 1) {
    scoreNames(own, at * WIDTH, containers.names[at]?.tokens ?? [], table);
  }
  up.set(own);
  for (let at = 1; at < containers.count; at += 1) merge(up, at * WIDTH, up, (containers.parents[at] ?? 0) * WIDTH);
  return { own, up };
}

const EMPTY = [0, 1, 0, 0] as const;

function scoreNames(to: Float64Array, at: number, tokens: readonly number[], table: TokenTable): void {
  let [most, least, sum, count]: [number, number, number, number] = [...EMPTY];
  for (const token of tokens) {
    const score = table.find(token);
    if (score === undefined) continue;
    most = Math.max(most, score);
    least = Math.min(least, score);
    sum += score;
    count += 1;
  }
  to[at] = most;
  to[at + 1] = least;
  to[at + 2] = sum;
  to[at + 3] = count;
}

function merge(to: Float64Array, at: number, from: Float64Array, other: number): void {
  to[at] = Math.max(to[at] ?? 0, from[other] ?? 0);
  to[at + 1] = Math.min(to[at + 1] ?? 1, from[other + 1] ?? 1);
  to[at + 2] = (to[at + 2] ?? 0) + (from[other + 2] ?? 0);
  to[at + 3] = (to[at + 3] ?? 0) + (from[other + 3] ?? 0);
}

/** Own element, parent, the two above it, and all above those. Without a token: -1. */
export function putTokenScores(sink: Sink, { parents }: Containers, scores: TokenScores, container: number): void {
  const parent = parents[container] ?? 0;
  const second = parents[parent] ?? 0;
  const third = parents[second] ?? 0;
  const fourth = parents[third] ?? 0;
  putScores(sink, scores.own, container * WIDTH);
  putScores(sink, scores.own, parent * WIDTH);
  const near = Float64Array.from(EMPTY);
  merge(near, 0, scores.own, second * WIDTH);
  if (third !== second) merge(near, 0, scores.own, third * WIDTH);
  putScores(sink, near, 0);
  putScores(sink, scores.up, fourth * WIDTH);
}

function putScores(sink: Sink, from: Float64Array, at: number): void {
  const count = from[at + 3] ?? 0;
  put(sink, count === 0 ? -1 : (from[at] ?? 0));
  put(sink, count === 0 ? -1 : (from[at + 1] ?? 0));
  put(sink, count === 0 ? -1 : (from[at + 2] ?? 0) / count);
  put(sink, count);
}
