/** Verdicts on blocks → the same, with what the site repeats on its pages cut. */
import type { Verdict } from '../document.ts';
import { cutRepeated, REPEATED, type Unit } from '../sites/repeated.ts';
import { NONE, type NodeId, parent, type Tree, tag } from '../tree/node.ts';
import type { Block } from './block.ts';

export function cutSiteText(
  tree: Tree,
  blocks: readonly Block[],
  verdicts: readonly Verdict[],
  repeated: ReadonlySet<number>,
): Verdict[] {
  const units = blocks.map((block, at): Unit => {
    const { isHeading, table } = placeOf(tree, block.element);
    const unit = { text: block.text, keep: verdicts[at]?.keep === true, isHeading };
    return table === NONE ? unit : { ...unit, group: table };
  });
  const cut = cutRepeated(units, repeated);
  return verdicts.map((verdict, at) => (cut[at] === 1 ? { ...verdict, keep: false, by: REPEATED } : verdict));
}

/** In a heading or not, and the outermost table around. */
function placeOf(tree: Tree, element: NodeId): { isHeading: boolean; table: NodeId } {
  let isHeading = false;
  let table: NodeId = NONE;
  for (let at = element; at > 0; at = parent(tree, at)) {
    const name = tag(tree, at);
    if (/^h[1-6]$/.test(name)) isHeading = true;
    if (name === 'table') table = at;
  }
  return { isHeading, table };
}
