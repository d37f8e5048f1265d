/** What the rules know of a page besides the block before them: its tree, its main container, what each element is called. */
import { attribute, NONE, type NodeId, nodeCount, parent, type Tree, tag } from '../tree/node.ts';
import type { Block } from './block.ts';

export interface PageView {
  readonly tree: Tree;
  readonly blocks: readonly Block[];
  /** The deepest element that holds most of the good text. */
  readonly main: NodeId;
  /** Class, id and role of an element, lower case. */
  names(node: NodeId): string;
}

export function viewPage(tree: Tree, blocks: readonly Block[], isOut: (block: Block) => boolean): PageView {
  const known = new Map<NodeId, string>();
  const names = (node: NodeId): string => {
    let name = known.get(node);
    if (name === undefined) {
      name =
        `${attribute(tree, node, 'class') ?? ''} ${attribute(tree, node, 'id') ?? ''} ${attribute(tree, node, 'role') ?? ''}`.toLowerCase();
      known.set(node, name);
    }
    return name;
  };
  return {
    tree,
    blocks,
    names,
    main: mainContainer(
      tree,
      blocks.filter((block) => !isOut(block)),
    ),
  };
}

/** Long, with few links: text that somebody wrote to be read. */
export const isGood = (block: Block): boolean => block.text.length >= 80 && block.linked < block.text.length * 0.3;

function mainContainer(tree: Tree, blocks: readonly Block[]): NodeId {
  const inside = new Float64Array(nodeCount(tree));
  let total = 0;
  for (const block of blocks) {
    if (!isGood(block)) continue;
    total += block.text.length;
    for (const node of block.ancestors) inside[node] = (inside[node] ?? 0) + block.text.length;
  }
  let main: NodeId = 0;
  let depth = -1;
  for (let node = 1; node < inside.length; node += 1) {
    if (total === 0 || (inside[node] ?? 0) < total * 0.6 || tag(tree, node) === 'p') continue;
    let own = 0;
    for (let at = parent(tree, node); at !== NONE; at = parent(tree, at)) own += 1;
    if (own > depth) {
      depth = own;
      main = node;
    }
  }
  return main;
}
