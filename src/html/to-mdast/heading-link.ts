/** Links of a heading to itself, by which readers get its address: nobody follows them. */
import { attribute, type NodeId, parent, type Tree } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';

const HEADINGS = nameSet('h1 h2 h3 h4 h5 h6');
/** Tools wrap the sign of a permalink once or twice. */
const WRAPS = 3;

/** The heading that an inline element stands in. */
export function headingAround(tree: Tree, node: NodeId): NodeId | undefined {
  let around = parent(tree, node);
  for (let wraps = 0; wraps < WRAPS && around > 0; wraps += 1, around = parent(tree, around))
    if (ofTag(HEADINGS, tree, around) === 1) return around;
  return undefined;
}

//   <h2 id="rope"><a href="#rope">The rope</a></h2>
export function leadsToItself(tree: Tree, link: NodeId): boolean {
  const href = attribute(tree, link, 'href') ?? '';
  const heading = href.startsWith('#') ? headingAround(tree, link) : undefined;
  if (heading === undefined) return false;
  const place = href.slice(1);
  return [heading, link, parent(tree, link), parent(tree, heading)].some(
    (node) => node > 0 && (attribute(tree, node, 'id') === place || attribute(tree, node, 'name') === place),
  );
}
