/** Caps how deeply a tree nests, for the libraries behind it: they recurse, and overflow near 1,000 levels. */
import { ELEMENT, KIND_MASK, NONE, type NodeId, type Tree } from './node.ts';
import { through } from './through.ts';

/** The deepest of 1,497 crawled pages nests 56 deep; mdast's libraries overflow past 400. */
export const MAX_NESTING = 400;

/** Below the cap, elements that hold elements give their content to the element around them. Ordinary trees come back untouched. */
export function flattenNesting(tree: Tree): Tree {
  const drops = tooDeep(tree);
  return drops === undefined ? tree : withoutElements(tree, drops);
}

/** 1 for each element to take out, or undefined where there is none. */
function tooDeep(tree: Tree): Uint8Array | undefined {
  const { kinds, parents } = tree;
  const depths = new Int32Array(kinds.length);
  let drops: Uint8Array | undefined;
  for (let node = 1; node < depths.length; node += 1) {
    const around = parents[node] as number;
    depths[node] = (depths[around] as number) + 1;
    if ((depths[node] as number) <= MAX_NESTING + 1 || !isElement(tree, node)) continue;
    drops ??= new Uint8Array(kinds.length);
    drops[around] = 1;
  }
  return drops;
}

const isElement = (tree: Tree, node: NodeId): boolean => ((tree.kinds[node] as number) & KIND_MASK) === ELEMENT;

function withoutElements(tree: Tree, drops: Uint8Array): Tree {
  const stays: NodeId[] = [];
  /** The new id of a node that stays, of a dropped one that of the element around it. */
  const place = new Int32Array(drops.length);
  for (let node = 0; node < drops.length; node += 1) {
    if (drops[node] === 1) place[node] = place[tree.parents[node] as number] as number;
    else {
      place[node] = stays.length;
      stays.push(node);
    }
  }
  const order = Int32Array.from(stays);
  const values = (field: Int32Array): Int32Array => through(field, order);
  return {
    ...tree,
    ...linksOf(stays.map((node) => (node === 0 ? NONE : (place[tree.parents[node] as number] as number)))),
    kinds: Uint8Array.from(stays, (node) => tree.kinds[node] as number),
    tags: values(tree.tags),
    starts: values(tree.starts),
    ends: values(tree.ends),
    attributesFrom: values(tree.attributesFrom),
    attributesTo: values(tree.attributesTo),
    adopted: new Map([...tree.adopted].map(([node, attributes]) => [place[node] as number, attributes])),
    flattened: tree.flattened + drops.length - stays.length,
  };
}

type Links = Pick<Tree, 'parents' | 'firstChildren' | 'lastChildren' | 'nextSiblings' | 'previousSiblings'>;

/** The links of nodes in document order, from their parents. */
function linksOf(parents: readonly NodeId[]): Links {
  const none = (): Int32Array => new Int32Array(parents.length).fill(NONE);
  const links = {
    parents: Int32Array.from(parents),
    firstChildren: none(),
    lastChildren: none(),
    nextSiblings: none(),
    previousSiblings: none(),
  };
  for (let node = 1; node < parents.length; node += 1) {
    const around = parents[node] as number;
    const before = links.lastChildren[around] as number;
    links.previousSiblings[node] = before;
    if (before === NONE) links.firstChildren[around] = node;
    else links.nextSiblings[before] = node;
    links.lastChildren[around] = node;
  }
  return links;
}
