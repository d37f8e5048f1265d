/** What all features of a page are computed from. */
import type { Tree } from '../../tree/node.ts';
import type { Block } from '../block.ts';
import { type Containers, findContainers, headingLevel, linkedSize } from './containers.ts';
import { type Measure, measure } from './measure.ts';

export interface PageContext {
  readonly tree: Tree;
  readonly blocks: readonly Block[];
  readonly measures: readonly Measure[];
  readonly containers: Containers;
  /** By block: share of links; 1 where it is good text; 1–6 where it is a heading, else 0. */
  readonly linkShares: Float64Array;
  readonly good: Uint8Array;
  readonly levels: Uint8Array;
  /** Of the whole page. */
  readonly size: number;
  readonly goodSize: number;
}

/** Long and with few links: text that somebody wrote to be read. */
const GOOD_SIZE = 80;
const GOOD_LINKS = 0.3;

export function contextOf(tree: Tree, blocks: readonly Block[]): PageContext {
  const measures = blocks.map(({ text }) => measure(text));
  const linkShares = new Float64Array(blocks.length);
  const good = new Uint8Array(blocks.length);
  for (const [at, block] of blocks.entries()) {
    const size = measures[at]?.size ?? 0;
    linkShares[at] = size === 0 ? 0 : linkedSize(block, size) / size;
    if (size >= GOOD_SIZE && (linkShares[at] ?? 0) < GOOD_LINKS) good[at] = 1;
  }
  const containers = findContainers(tree, blocks, measures, good);
  const levels = new Uint8Array(blocks.length);
  for (let at = 0; at < levels.length; at += 1) {
    const own = containers.of[at] ?? 0;
    const above = containers.parents[own] ?? 0;
    levels[at] = headingLevel(containers.tags[own] ?? 0) || headingLevel(containers.tags[above] ?? 0);
  }
  return {
    tree,
    blocks,
    measures,
    containers,
    linkShares,
    good,
    levels,
    size: containers.sums.size[0] ?? 0,
    goodSize: containers.sums.good[0] ?? 0,
  };
}

/** A table of numbers, column behind column, that is filled from left to right, row by row. */
export interface Sink {
  readonly values: Float32Array;
  /** Rows: so far apart are the values of a row. */
  readonly count: number;
  at: number;
}

export function put(sink: Sink, value: number): void {
  sink.values[sink.at] = value;
  sink.at += sink.count;
}

export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
