/** What all features of a page are computed from. */
import type { Tree } from '../../tree/node.ts';
import { through } from '../../tree/through.ts';
import type { Block } from '../block.ts';
import { type Containers, findContainers, headingLevel, linkedSize } from './containers.ts';
import { type Measures, measureAll } from './measure.ts';
import { Room } from './room.ts';

export interface PageContext {
  /** For the arrays of the page. */
  readonly room: Room;
  readonly tree: Tree;
  readonly blocks: readonly Block[];
  readonly measures: Measures;
  readonly copies: Copies;
  readonly containers: Containers;
  /** By block: share of links; 1 where it is good text; 1–6 where it is a heading, else 0. */
  readonly linkShares: Float64Array;
  readonly good: Uint8Array;
  readonly levels: Uint8Array;
  /** Of the whole page. */
  readonly size: number;
  readonly goodSize: number;
}

/** Blocks that say the same. */
interface Copies {
  /** By block how often its text occurs on the page, and how many of them come before. */
  readonly counts: Int32Array;
  readonly ranks: Int32Array;
  /** Texts that differ. */
  readonly texts: number;
}

/** Long and with few links: text that somebody wrote to be read. */
const GOOD_SIZE = 80;
const GOOD_LINKS = 0.3;

export function contextOf(tree: Tree, blocks: readonly Block[]): PageContext {
  const room = new Room();
  const measures = measureAll(blocks, room);
  const linkShares = room.floats(blocks.length);
  const good = room.bytes(blocks.length);
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const size = measures.size[at] as number;
    linkShares[at] = ratio(linkedSize(block, size), size);
    if (size >= GOOD_SIZE && (linkShares[at] as number) < GOOD_LINKS) good[at] = 1;
  }
  const containers = findContainers(tree, blocks, measures, good, room);
  const levels = room.bytes(blocks.length);
  for (let at = 0; at < levels.length; at += 1) {
    const own = containers.of[at] as number;
    const above = containers.parents[own] as number;
    levels[at] = headingLevel(containers.tags[own] as number) || headingLevel(containers.tags[above] as number);
  }
  return {
    room,
    tree,
    blocks,
    measures,
    copies: findCopies(blocks, room),
    containers,
    linkShares,
    good,
    levels,
    size: containers.sums.size[0] as number,
    goodSize: containers.sums.good[0] as number,
  };
}

function findCopies(blocks: readonly Block[], room: Room): Copies {
  /** For each text a number. */
  const numbers = new Map<string, number>();
  const of = room.ints(blocks.length);
  const found = room.ints(blocks.length);
  const ranks = room.ints(blocks.length);
  for (let at = 0; at < of.length; at += 1) {
    const { text } = blocks[at] as Block;
    let number = numbers.get(text);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(text, number);
    }
    of[at] = number;
    ranks[at] = found[number] as number;
    found[number] = (found[number] as number) + 1;
  }
  return { counts: through(found, of, room.ints(of.length)), ranks, texts: numbers.size };
}

export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
