/** What a page of few lines calls its content: more of it stays, and less of what is around it. */
import { NONE, type NodeId, parent, type Tree } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import type { Block } from '../block.ts';
import { blocksBy, nearest } from '../nearest.ts';
import { namesOf } from '../page-view.ts';
import { type Draft, LEAST_SCORE, LINK_LINE } from './structures.ts';

const MAINS = nameSet('main article');
/** A `<main>` or `<article>` of so few characters, most of them kept and most of what is kept, stays but for its links. */
const SHORT = 600;
const MOST_KEPT = 0.6;
/** What follows the last that the choice kept is likelier. */
const LEAST_TAIL = 0.3;

/** Cross-validated: F1 the same with and without it. `asides` are boxes that are called something else. */
export function completeShortMain(
  { tree, blocks, holders, keep, scores, set }: Draft,
  asides: Int32Array | undefined,
): void {
  const mains = nearest(tree, holders, MAINS);
  if (mains === undefined) return;
  const size = (ones: readonly number[]) => ones.reduce((sum, at) => sum + (blocks[at]?.text.length ?? 0), 0);
  const isKept = (at: number) => keep[at] === 1;
  const whole = size([...blocks.keys()].filter(isKept));
  for (const own of blocksBy(mains, blocks).values()) {
    const all = size(own);
    const kept = size(own.filter(isKept));
    // Cards are articles, too: these are many, and none is the page.
    if (all > SHORT || kept < all * MOST_KEPT || kept < whole * MOST_KEPT) continue;
    const last = own.findLastIndex(isKept);
    for (const [rank, at] of own.entries()) {
      const { element, text, linked } = blocks[at] as Block;
      if (rank > last && (scores[at] ?? 0) < LEAST_TAIL) continue;
      if ((asides !== undefined && asides[element] !== NONE) || isAtSide(tree, element)) continue;
      if ((scores[at] ?? 0) >= LEAST_SCORE && linked < text.length * LINK_LINE) set(at, 1, 'short');
    }
  }
}

const SIDE = /(?:^|[\s_-])(?:side-?bar|side-?rail|right-?rail|widgets?)(?:$|[\s_-])/;
const MOST_LEVELS = 8;

/** Whether a box not far around is called what stands beside a text. */
function isAtSide(tree: Tree, element: NodeId): boolean {
  for (let node = element, level = 0; node > 0 && level < MOST_LEVELS; node = parent(tree, node), level += 1) {
    if (ofTag(MAINS, tree, node) === 1) return false;
    if (SIDE.test(namesOf(tree, node))) return true;
  }
  return false;
}

const MAIN = nameSet('main');
const TITLE = nameSet('h1');
/** The only `<main>` of a page, with its headline in it and so few characters, is the content unless other text is likelier than this. */
const SMALL = 4000;
const SURE = 0.6;

/** On pages of WCXB with such a main 10 of the 2,288 words kept around it below that score were content. */
export function cutAroundSmallMain({ tree, blocks, holders, keep, scores, set }: Draft): void {
  const mains = nearest(tree, holders, MAIN);
  if (mains === undefined) return;
  const around: number[] = [];
  let only: NodeId = NONE;
  let size = 0;
  let kept = 0;
  let isTitled = false;
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    const main = mains[element] as NodeId;
    if (main === NONE) {
      if (keep[at] === 1) around.push(at);
      continue;
    }
    if (only !== NONE && main !== only) return;
    only = main;
    size += text.length;
    if (keep[at] === 1) kept += text.length;
    isTitled ||= ofTag(TITLE, tree, element) === 1;
  }
  if (!isTitled || kept === 0 || size >= SMALL) return;
  for (const at of around) if ((scores[at] ?? 0) < SURE) set(at, 0, 'outside-main');
}
