/**
 * A marker in a box of its own beside what it marks, set so by a table or by a float → one paragraph that begins with it:
 *
 *   <table><tr><td>(1)</td><td>The goods are…</td></tr></table>   <div><div>[1]</div><div>A. Author, …</div></div>
 */
import type { PhrasingContent } from 'mdast';
import { children, firstChild, NONE, type NodeId, nextSibling, rangeLength, type Tree, text } from '../../tree/node.ts';
import { behind, isBlankText, isElement, isText, nameSet, ofTag } from '../../tree/scan.ts';
import type { Block, Flow } from './flow.ts';
import type { Marks } from './pieces.ts';
import type { State } from './state.ts';
import { cellsOf, isHeaderCell } from './table-rows.ts';

/** `(1)`, `[12]`, `3.`, `a)`, `iv.`, `•`, `–`. */
const isMarkerText = (said: string): boolean =>
  /^(?:[[(（]\s*(?:\p{Nd}{1,4}|\p{L}{1,2}|[ivxl]{1,6})\s*[\])）]\.?|(?:\p{Nd}{1,4}|\p{L}|[ivxl]{1,6})[.)]|[•‣◦▪●○–—-])$/iu.test(
    said,
  );
/** So many nodes an element with a marker has at most. */
const MOST_NODES = 5;

/** In bytes, blanks and references with it. */
const LONGEST = 40;

function isMarker(tree: Tree, node: NodeId): boolean {
  const end = behind(tree, node);
  if (end - node > MOST_NODES) return false;
  for (let at = node; at < end; at += 1) if (isText(tree, at) && rangeLength(tree, at) > LONGEST) return false;
  return isMarkerText(text(tree, node).trim());
}

/** The paragraphs of a table in which each row is a marker and what it marks; undefined for any other table. */
export function markedRows(state: State, rows: readonly NodeId[], marks: Marks, flow: Flow): Block[] | undefined {
  const { tree } = state;
  const pairs: [marker: NodeId, marked: NodeId][] = [];
  for (const row of rows) {
    // An empty cell may hold a picture.
    const cells = cellsOf(tree, row).filter((cell) => text(tree, cell).trim() !== '' || holdsElement(tree, cell));
    const [marker, marked] = cells;
    if (marker === undefined || marked === undefined || cells.length > 2 || !isMarker(tree, marker)) return undefined;
    if (cells.some((cell) => isHeaderCell(tree, cell)) || !/\p{L}{2}/u.test(text(tree, marked))) return undefined;
    pairs.push([marker, marked]);
  }
  return pairs.length === 0 ? undefined : pairs.flatMap((pair) => joined(state, pair, marks, flow));
}

function holdsElement(tree: Tree, cell: NodeId): boolean {
  const end = behind(tree, cell);
  for (let node = cell + 1; node < end; node += 1)
    if (isElement(tree, node) && ofTag(BREAK, tree, node) === 0) return true;
  return false;
}
const BREAK = nameSet('br wbr');

/** What stands in a box that holds two others, a marker and what it marks; undefined for any other box. */
export function markedBox(state: State, node: NodeId, marks: Marks, flow: Flow): Block[] | undefined {
  const { tree } = state;
  const inside = children(tree, node).filter((child) => !isText(tree, child) || !isBlankText(tree, child));
  const [marker, marked] = inside;
  if (inside.length !== 2 || marker === undefined || marked === undefined || !isElement(tree, marked)) return undefined;
  return joined(state, [marker, marked], marks, flow);
}

/** A look at the first box. */
export function mayBeMarked(tree: Tree, node: NodeId): boolean {
  let first = firstChild(tree, node);
  while (first !== NONE && isText(tree, first) && isBlankText(tree, first)) first = nextSibling(tree, first);
  return first !== NONE && isElement(tree, first) && isMarker(tree, first);
}

function joined(state: State, [marker, marked]: readonly [NodeId, NodeId], marks: Marks, flow: Flow): Block[] {
  const [start, ...more] = flow(state, [marker], marks);
  const [first, ...others] = flow(state, [marked], marks);
  const rest = first === undefined ? [] : [first, ...others];
  if (start === undefined) return rest;
  if (start.type !== 'paragraph' || more.length > 0 || first?.type !== 'paragraph') return [start, ...more, ...rest];
  return [{ ...first, children: inOneLine(start.children, first.children) }, ...others];
}

/** A blank between them; a text beside a text is one, so that a typed list is known by it. */
export function inOneLine(marker: PhrasingContent[], marked: PhrasingContent[]): PhrasingContent[] {
  const [sign] = marker;
  const [word, ...words] = marked;
  if (marker.length > 1 || sign?.type !== 'text') return [...marker, { type: 'text', value: ' ' }, ...marked];
  if (word?.type !== 'text') return [{ ...sign, value: `${sign.value} ` }, ...marked];
  return [{ ...sign, value: `${sign.value} ${word.value}` }, ...words];
}
