/**
 * Lists and quotes nested deeper than Markdown can be written: each level indents what is in it, and the libraries
 * that write and read it recurse. What is deeper than the cap is joined to the level above; its words stay.
 */
import type { Nodes, Parents, Root, RootContent } from 'mdast';
import type { Warning } from '../document.ts';

/** Levels of blocks in blocks. remark-stringify overflows at 400 to 800 nested lists; crawled pages stay below 20. */
const DEEPEST = 100;

export function flattenNesting(body: Root): { body: Root; warnings: Warning[] } {
  const deep: Parents[] = [];
  const open: { node: Parents; depth: number }[] = [{ node: body, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (depth === DEEPEST && node.children.some(isContainer)) deep.push(node);
    else
      for (const child of node.children)
        if (isContainer(child)) open.push({ node: child as Parents, depth: depth + 1 });
  }
  if (deep.length === 0) return { body, warnings: [] };
  for (const node of deep) node.children = leavesOf(node) as never;
  const message = `blocks nested deeper than ${DEEPEST} levels were joined to the level above, in ${deep.length} places`;
  return { body, warnings: [{ code: 'depth-flattened', message }] };
}

const isContainer = (node: Nodes): boolean =>
  node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' || node.type === 'footnoteDefinition';

/** The blocks inside that hold no blocks, in order. A list keeps them as its items. */
function leavesOf(root: Parents): RootContent[] {
  const found: RootContent[] = [];
  const open: Nodes[] = [...root.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isContainer(node)) for (const child of [...(node as Parents).children].reverse()) open.push(child);
    else found.push(node as RootContent);
  }
  if (root.type !== 'list') return found;
  return found.map((leaf) => ({ type: 'listItem', spread: false, children: [leaf] }) as RootContent);
}
