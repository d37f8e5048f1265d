/** The parser's buffers → a tree of its own, its ids in document order. */
import { NONE, type Tree } from '../node.ts';
import { through } from '../through.ts';
import type { Parser } from './state.ts';

export function finish(p: Parser, source: Uint8Array): Tree {
  const order = p.isOutOfOrder ? documentOrder(p) : undefined;
  const count = order?.length ?? p.nodeCount;
  const fields = order === undefined ? slices(p, count) : reordered(p, order);
  return {
    source,
    isVerbatim: false,
    ...fields,
    attributeNames: p.attributeNames.slice(0, p.attributeCount),
    valueStarts: p.valueStarts.slice(0, p.attributeCount),
    valueEnds: p.valueEnds.slice(0, p.attributeCount),
    pieces: Int32Array.from(p.pieces),
    ownNames: p.names.ownNames,
    names: p.names.names,
    quirks: p.quirks,
    flattened: p.dropped,
  };
}

type Fields = Pick<
  Tree,
  | 'kinds'
  | 'tags'
  | 'parents'
  | 'firstChildren'
  | 'lastChildren'
  | 'nextSiblings'
  | 'previousSiblings'
  | 'starts'
  | 'ends'
  | 'attributesFrom'
  | 'attributesTo'
  | 'adopted'
>;

function slices(p: Parser, count: number): Fields {
  return {
    kinds: p.kinds.slice(0, count),
    tags: p.tags.slice(0, count),
    parents: p.parents.slice(0, count),
    firstChildren: p.firstChildren.slice(0, count),
    lastChildren: p.lastChildren.slice(0, count),
    nextSiblings: p.nextSiblings.slice(0, count),
    previousSiblings: p.previousSiblings.slice(0, count),
    starts: p.starts.slice(0, count),
    ends: p.ends.slice(0, count),
    attributesFrom: p.attributesFrom.slice(0, count),
    attributesTo: p.attributesTo.slice(0, count),
    adopted: p.adopted,
  };
}

/** The nodes that hang in the tree, in document order; undefined where all do, and were made in it: a comment behind `</body>` mostly is the last node. */
function documentOrder(p: Parser): Int32Array | undefined {
  const order = new Int32Array(p.nodeCount);
  let count = 0;
  let isMoved = false;
  for (let node = 0; node !== NONE; ) {
    if (node !== count) isMoved = true;
    order[count++] = node;
    let next = p.firstChildren[node] as number;
    for (let at = node; next === NONE && at !== 0 && at !== NONE; at = p.parents[at] as number) {
      next = p.nextSiblings[at] as number;
    }
    node = next;
  }
  return isMoved || count < p.nodeCount ? order.subarray(0, count) : undefined;
}

function reordered(p: Parser, order: Int32Array): Fields {
  const place = new Int32Array(p.nodeCount);
  for (let at = 0; at < order.length; at += 1) place[order[at] as number] = at;
  const values = (field: Int32Array): Int32Array => through(field, order);
  const links = (field: Int32Array): Int32Array => moved(through(field, order), place);
  const kinds = new Uint8Array(order.length);
  for (let at = 0; at < order.length; at += 1) kinds[at] = p.kinds[order[at] as number] as number;
  return {
    kinds,
    tags: values(p.tags),
    parents: links(p.parents),
    firstChildren: links(p.firstChildren),
    lastChildren: links(p.lastChildren),
    nextSiblings: links(p.nextSiblings),
    previousSiblings: links(p.previousSiblings),
    starts: values(p.starts),
    ends: values(p.ends),
    attributesFrom: values(p.attributesFrom),
    attributesTo: values(p.attributesTo),
    adopted: new Map([...p.adopted].map(([node, attributes]) => [place[node] as number, attributes])),
  };
}

/** In place: each link to where its node now stands. */
function moved(links: Int32Array, place: Int32Array): Int32Array {
  for (let at = 0; at < links.length; at += 1) {
    const link = links[at] as number;
    if (link !== NONE) links[at] = place[link] as number;
  }
  return links;
}
