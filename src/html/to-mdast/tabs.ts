/**
 * Tabs: their names in a row, then their panels one behind the other → each panel under its name. By their roles, and as
 * documentation tools make them of buttons to choose from:
 *
 *   <div><input type="radio"><label>npm</label><input type="radio"><label>pnpm</label></div><div><div>…</div><div>…</div></div>
 */
import type { Paragraph, PhrasingContent } from 'mdast';
import {
  attribute,
  children,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nextOutside,
  nextSibling,
  nodeCount,
  parent,
  previousSibling,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { behind, isElement, nameSet, ofTag } from '../../tree/scan.ts';
import { squeeze } from '../../words.ts';
import { boldLine } from './bold-line.ts';
import type { Block, Flow } from './flow.ts';
import { NO_MARKS } from './pieces.ts';
import { isAlive, type State } from './state.ts';

/** How far above the row of names the box around it and the panels may stand. */
const LEVELS = 3;

/** Of a page: the name of each panel, by the panel, and the rows of names that are not written themselves. */
export interface Tabs {
  readonly names: Map<NodeId, NodeId>;
  readonly rows: Set<NodeId>;
}

/** Found where the first row or panel is met: most pages have none. */
function tabsOf(state: State): Tabs {
  if (state.tabs !== undefined) return state.tabs;
  const { tree } = state;
  state.tabs = { names: new Map(), rows: new Set() };
  const panels: NodeId[] = [];
  for (let at = 1; at < nodeCount(tree); at += 1)
    if (isElement(tree, at) && attribute(tree, at, 'role') === 'tabpanel') panels.push(at);
  for (const row of withRole(tree, 0, 'tablist')) {
    const names = withRole(tree, row, 'tab');
    // What buttons say is no text of a page: where it is not kept, it was not cut either.
    if (isAlive(state, row) || names.every((name) => ofTag(BUTTON, tree, name) === 1))
      addRow(state, state.tabs, row, names, panelsByRole(tree, row, names.length, panels));
  }
  return state.tabs;
}

const BUTTON = nameSet('button');

function addRow(state: State, tabs: Tabs, row: NodeId, names: readonly NodeId[], panels: readonly NodeId[]): void {
  if (names.length < 2 || panels.length !== names.length || !panels.every((panel) => isAlive(state, panel))) return;
  tabs.rows.add(row);
  for (const [at, panel] of panels.entries()) tabs.names.set(panel, names[at] as NodeId);
}

/** Whether an element is a row of names that stand over their panels. */
export function isTabRow(state: State, node: NodeId, role: string | undefined): boolean {
  if (role === 'tablist') return tabsOf(state).rows.has(node);
  if (!mayBeLabels(state.tree, node)) return false;
  const names = namesOfButtons(state.tree, node);
  if (names.length > 0) addRow(state, tabsOf(state), node, names, panelsOfButtons(state.tree, node));
  return state.tabs?.rows.has(node) === true;
}

/** Those with a role inside an element, none inside another. */
function withRole(tree: Tree, around: NodeId, role: string): NodeId[] {
  const found: NodeId[] = [];
  for (let at = firstChild(tree, around); at !== NONE; ) {
    const isFound = isElement(tree, at) && attribute(tree, at, 'role') === role;
    if (isFound) found.push(at);
    at = isFound ? nextOutside(tree, at, around) : nextInside(tree, at, around);
  }
  return found;
}

/** As many panels behind the row, in the box around both; in their order, which is that of the names. */
function panelsByRole(tree: Tree, row: NodeId, count: number, panels: readonly NodeId[]): NodeId[] {
  const first = firstBehind(panels, row);
  const from = panels[first] ?? NONE;
  // An accordion has its names and panels by turns in the row.
  if (from < behind(tree, row)) return [];
  let box = parent(tree, row);
  for (let level = 1; level < LEVELS && box > 0 && behind(tree, box) <= from; level += 1) box = parent(tree, box);
  const end = behind(tree, box);
  const found: NodeId[] = [];
  let inside = from;
  for (let at = first; at < panels.length && found.length < count; at += 1) {
    const panel = panels[at] as NodeId;
    if (panel >= end || at - first > MOST_PANELS) break;
    // One inside another belongs to a row of its own.
    if (panel < inside) continue;
    found.push(panel);
    inside = behind(tree, panel);
  }
  return found;
}
const MOST_PANELS = 200;

/** The index of the first node in a list behind one. */
function firstBehind(nodes: readonly NodeId[], node: NodeId): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as NodeId) > node) high = middle;
    else low = middle + 1;
  }
  return low;
}

const LABEL = nameSet('label');

/** The labels of an element that holds nothing but labels, and buttons to choose one from, if these do not stand right before it. */
function namesOfButtons(tree: Tree, row: NodeId): NodeId[] {
  const inside = children(tree, row).filter((child) => isElement(tree, child) || /\S/.test(text(tree, child)));
  const isLabel = (child: NodeId) => ofTag(LABEL, tree, child) === 1;
  if (!inside.every((child) => isLabel(child) || isRadio(tree, child))) return [];
  const before = elementBeside(tree, row, previousSibling);
  const hasRadios = inside.some((child) => isRadio(tree, child)) || (before !== NONE && isRadio(tree, before));
  return hasRadios ? inside.filter(isLabel) : [];
}

/** The elements inside the element behind the row. */
function panelsOfButtons(tree: Tree, row: NodeId): NodeId[] {
  let box = nextSibling(tree, row);
  while (box !== NONE && !isElement(tree, box)) box = nextSibling(tree, box);
  return box === NONE ? [] : children(tree, box).filter((child) => isElement(tree, child));
}

/** `<input type="radio"><label>npm</label><div>…</div>`: a name over its panel already. */
export function isNameOverPanel(tree: Tree, node: NodeId): boolean {
  if (ofTag(LABEL, tree, node) === 0) return false;
  const before = elementBeside(tree, node, previousSibling);
  const after = elementBeside(tree, node, nextSibling);
  return before !== NONE && isRadio(tree, before) && after !== NONE && ofTag(PANEL, tree, after) === 1;
}
const PANEL = nameSet('div section article');

function elementBeside(tree: Tree, node: NodeId, next: (tree: Tree, node: NodeId) => NodeId): NodeId {
  let at = next(tree, node);
  while (at !== NONE && !isElement(tree, at) && !/\S/.test(text(tree, at))) at = next(tree, at);
  return at !== NONE && isElement(tree, at) ? at : NONE;
}

const isRadio = (tree: Tree, node: NodeId): boolean =>
  tag(tree, node) === 'input' && attribute(tree, node, 'type') === 'radio';

const FIRSTS = nameSet('label input');

/** A look at the first child. */
function mayBeLabels(tree: Tree, node: NodeId): boolean {
  let child = firstChild(tree, node);
  while (child !== NONE && !isElement(tree, child)) child = nextSibling(tree, child);
  return child !== NONE && ofTag(FIRSTS, tree, child) === 1;
}

/** The name of a panel, to be set over it; nothing for what is no panel, or begins with its name. */
export function nameOfPanel(state: State, panel: NodeId, flow: Flow): Block[] {
  const { tree } = state;
  const name = tabsOf(state).names.get(panel);
  if (name === undefined) return [];
  const line: Block[] =
    ofTag(BUTTON, tree, name) === 1 ? [textIn(tree, name)] : flow(state, children(tree, name), NO_MARKS);
  const words = line.map((part) => (part.type === 'paragraph' ? withoutLinkInside(part) : part));
  const [first, second] = words[0]?.type === 'paragraph' ? words[0].children : [];
  const isSaid =
    words.length === 1 && second === undefined && first?.type === 'text' && first.value === firstText(tree, panel);
  return isSaid ? [] : words.map((part) => (part.type === 'paragraph' ? boldLine(part) : part));
}

/** A name may be a link to its panel. */
const withoutLinkInside = (line: Paragraph): Paragraph => ({
  ...line,
  children: line.children.flatMap((part): PhrasingContent[] =>
    part.type === 'link' && /^(?:#|$)/.test(part.url) ? part.children : [part],
  ),
});

const textIn = (tree: Tree, node: NodeId): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value: squeeze(text(tree, node)) }],
});

function firstText(tree: Tree, node: NodeId): string {
  const end = behind(tree, node);
  for (let at = node; at < end; at += 1) {
    const said = kind(tree, at) === 'text' ? squeeze(text(tree, at)) : '';
    if (said !== '') return said;
  }
  return '';
}
