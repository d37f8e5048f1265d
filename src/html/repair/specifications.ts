/** What a thing is like, in pairs of a name and a value: `Weight | 0.9 kg`. Behind kept text such a table or list stays as a whole. */
import { NONE, type NodeId, parent, type Tree } from '../../tree/node.ts';
import { hasTag, nameSet, nameTable, ofTag } from '../../tree/scan.ts';
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';
import { blocksBy, outermost } from '../nearest.ts';
import { pushAll } from '../push-all.ts';
import { type Draft, meanOf } from './structures.ts';

const GRIDS = nameSet('table dl');
const LIST = nameSet('dl');
const HEADINGS = nameSet('h2 h3 h4 h5 h6');
const NAME = 1;
const VALUE = 2;
const MEMBERS = nameTable([
  ['th', NAME],
  ['dt', NAME],
  ['td', VALUE],
  ['dd', VALUE],
]);
const LEAST_PAIRS = 2;
/** Letters of a line: longer ones explain terms. */
const MOST_TEXT = 50;
const MOST_LINKS = 0.3;
const LEAST_SCORE = 0.15;

/** Cross-validated: F1 of products .7019 to .7026, of documentation .9351 to .9353, of other pages the same. */
export function completeSpecifications({ tree, blocks, holders, keep, scores, set }: Draft): void {
  if (!hasTag(tree, GRIDS)) return;
  const grids = outermost(tree, holders, (node) => ofTag(GRIDS, tree, node) === 1);
  const first = keep.indexOf(1);
  if (grids === undefined || first === NONE) return;
  for (const inside of joinLists(tree, blocksBy(grids, blocks, first + 1))) {
    if (inside.every((at) => keep[at] === 1) || !isPaired(tree, blocks, inside)) continue;
    const { score, links } = meanOf(inside, blocks, scores);
    if (score < LEAST_SCORE || links > MOST_LINKS) continue;
    const over = (inside[0] as number) - 1;
    if (over > first && ofTag(HEADINGS, tree, (blocks[over] as Block).element) === 1) set(over, 1, 'specification');
    for (const at of inside) set(at, 1, 'specification');
  }
}

/** Lists of one pair, each beside the next, are one list: where that is the only such on the page, and no post's or entry's. */
function joinLists(tree: Tree, grids: ReadonlyMap<NodeId, number[]>): Iterable<readonly number[]> {
  const found: number[][] = [];
  const joined = new Set<number>();
  let last = NONE;
  for (const [grid, inside] of grids) {
    const around = ofTag(LIST, tree, grid) === 1 ? parent(tree, grid) : NONE;
    const before = around !== NONE && around === last ? found.at(-1) : undefined;
    const open = (before?.at(-1) ?? NONE) + 1 === inside[0] ? before : undefined;
    if (open === undefined) found.push([...inside]);
    else {
      pushAll(open, inside);
      joined.add(found.length);
    }
    last = around;
  }
  return joined.size === 1 ? found : grids.values();
}

/** Name, value, name, value, and so on, in short lines. */
function isPaired(tree: Tree, blocks: readonly Block[], inside: readonly number[]): boolean {
  let pairs = 0;
  let size = 0;
  let last: { member: NodeId; kind: number } = { member: NONE, kind: VALUE };
  for (const at of inside) {
    const { element, text } = blocks[at] as Block;
    const member = memberOf(tree, element);
    if (member === NONE) return false;
    size += weightOf(text);
    if (member === last.member) continue;
    const kind = ofTag(MEMBERS, tree, member);
    if (kind === last.kind) return false;
    if (kind === VALUE) pairs += 1;
    last = { member, kind };
  }
  return pairs >= LEAST_PAIRS && size <= inside.length * MOST_TEXT;
}

const LEVELS = 6;

function memberOf(tree: Tree, element: NodeId): NodeId {
  let node = element;
  for (let level = 0; level < LEVELS && node > 0; level += 1, node = parent(tree, node))
    if (ofTag(MEMBERS, tree, node) !== 0) return node;
  return NONE;
}
