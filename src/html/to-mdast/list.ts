/** Lists: tasks, starts, and what stands in a list without an item of its own. */
import type { List, ListItem } from 'mdast';
import {
  attribute,
  children,
  kind,
  NONE,
  type NodeId,
  nextSibling,
  previousSibling,
  type Tree,
  tag,
} from '../../tree/node.ts';
import { isBlankText, isElement, isText, nameSet, ofTag } from '../../tree/scan.ts';
import { pushAll } from '../push-all.ts';
import { checkOfItem } from './check-box.ts';
import type { Block, Flow, Item } from './flow.ts';
import { formsOf } from './item-form.ts';
import { notes as noteOf } from './note.ts';
import type { Marks } from './pieces.ts';
import { isAlive, type State } from './state.ts';
import { sayNumbers, withoutTypedMarkers } from './typed-marker.ts';
import { addWordItem } from './word-list.ts';

export function list(state: State, node: NodeId, marks: Marks, flow: Flow): Block[] {
  const { tree } = state;
  const ordered = tag(tree, node) === 'ol';
  const lists: List[] = [];
  let items: ListItem[] = [];
  const notes: Block[] = [];
  let loose: NodeId[] = [];
  const closeLoose = () => {
    const content = flow(state, loose, marks);
    loose = [];
    if (content.length === 0) return;
    const last = items.at(-1);
    // A list right inside a list belongs to the item before it.
    if (last === undefined) items.push(item(content, { checked: undefined }));
    else items[items.length - 1] = item([...last.children, ...content], last);
  };
  const parts = partsOf(state, node);
  const flat = flatList(state, parts, ordered, marks, flow);
  if (flat !== undefined) return flat;
  const numbers = ordered ? numbersOf(state, node, parts) : undefined;
  let start = numberOf(attribute(tree, node, 'start'));
  for (const child of parts) {
    if (!isAlive(state, child) || (loose.length === 0 && isText(tree, child) && isBlankText(tree, child))) continue;
    if (!isItem(state, child)) {
      if (kind(tree, child) !== 'comment') loose.push(child);
      continue;
    }
    closeLoose();
    const label = state.footnotes.definitions.get(child);
    if (label !== undefined) {
      for (const one of noteOf(state, child, label, marks, flow)) notes.push(one);
      continue;
    }
    const task: Item = { checked: checkOfItem(tree, child) };
    const content = flow(state, children(tree, child), marks, task);
    const last = items.at(-1);
    if (last !== undefined && isNestedAlone(state, child, content)) {
      items[items.length - 1] = item(withDeeper(last.children, content), last);
      continue;
    }
    const number = numbers?.get(child);
    // Markdown counts on from the first number: where a list jumps, another begins.
    if (number !== undefined && items.length > 0 && number !== (start ?? 1) + items.length) {
      lists.push(listOf(items, ordered, start));
      items = [];
    }
    if (items.length === 0) start = number ?? start;
    // A bullet with nothing behind it says nothing; a number does.
    if (content.length > 0 || ordered) items.push(item(content, task));
  }
  closeLoose();
  if (items.length > 0) lists.push(listOf(items, ordered, start));
  return [...lists, ...notes];
}

/** An item without a list around it that stands beside another, as browsers show both; one that was never closed may hold the page. */
export function isLooseItem(tree: Tree, node: NodeId, content: readonly Block[]): boolean {
  if (content.length === 0 || content.length > MOST_BLOCKS) return false;
  if (content.some(({ type }) => type !== 'paragraph' && type !== 'list')) return false;
  return [previousSibling, nextSibling].some((next) => {
    let at = next(tree, node);
    while (at !== NONE && isText(tree, at) && isBlankText(tree, at)) at = next(tree, at);
    return at !== NONE && tag(tree, at) === 'li';
  });
}
const MOST_BLOCKS = 3;

/** A list of nothing but items that say themselves how deep they lie and what they are; undefined for any other. */
function flatList(
  state: State,
  parts: readonly NodeId[],
  ordered: boolean,
  marks: Marks,
  flow: Flow,
): Block[] | undefined {
  const { tree } = state;
  const items = parts.filter((part) => isElement(tree, part) && isAlive(state, part));
  const forms = formsOf(tree, items, ordered);
  const isOther = (part: NodeId): boolean =>
    isElement(tree, part)
      ? !isItem(state, part) || state.footnotes.definitions.has(part)
      : isText(tree, part) && !isBlankText(tree, part);
  if (forms === undefined || parts.some(isOther)) return undefined;
  const made: Block[] = [];
  for (const [at, form] of forms.entries()) {
    const content = flow(state, children(tree, items[at] as NodeId), marks);
    if (content.length > 0) addWordItem(made, form, content, state.wordLists);
  }
  return made;
}

/** Lexical and its like set a deeper list in an item of its own, without a bullet, behind the one it belongs to. */
const isNestedAlone = ({ tree }: State, node: NodeId, content: readonly Block[]): boolean =>
  content.length > 0 &&
  content.every(({ type }) => type === 'list') &&
  (/nested/i.test(attribute(tree, node, 'class') ?? '') ||
    /list-style(?:-type)?\s*:\s*none/i.test(attribute(tree, node, 'style') ?? ''));

/** A deeper list goes on in the one before it. */
function withDeeper(before: readonly Block[], [list, ...others]: readonly Block[]): Block[] {
  const last = before.at(-1);
  if (list?.type !== 'list' || last?.type !== 'list' || list.ordered !== last.ordered)
    return [...before, ...(list === undefined ? [] : [list]), ...others];
  // In place: each of thousands of items may be a list that goes on.
  last.spread = last.spread === true || list.spread === true;
  pushAll(last.children, list.children);
  return [...before, ...others];
}

const isItem = ({ tree }: State, node: NodeId): boolean =>
  tag(tree, node) === 'li' || attribute(tree, node, 'role') === 'listitem';

const LISTS = nameSet('ul ol menu dir');

/** What stands in a list; a box around some of its items is passed through. */
function partsOf(state: State, node: NodeId): readonly NodeId[] {
  const { tree } = state;
  const inside = children(tree, node);
  const isBox = (child: NodeId) =>
    isElement(tree, child) && ofTag(LISTS, tree, child) === 0 && !isItem(state, child) && isRoleList(state, child);
  return inside.some(isBox) ? inside.flatMap((child) => (isBox(child) ? children(tree, child) : [child])) : inside;
}

/** The numbers that items say they have, and all those of a countdown. */
function numbersOf(state: State, node: NodeId, parts: readonly NodeId[]): ReadonlyMap<NodeId, number> {
  const { tree } = state;
  const items = parts.filter((child) => isItem(state, child));
  const isReversed = attribute(tree, node, 'reversed') !== undefined;
  const numbers = new Map<NodeId, number>();
  let next = numberOf(attribute(tree, node, 'start')) ?? items.length;
  for (const child of items) {
    const said = numberOf(attribute(tree, child, 'value')) ?? (isReversed ? next : undefined);
    if (said === undefined) continue;
    numbers.set(child, said);
    next = said - 1;
  }
  return numbers;
}

/** A `role="list"` that has items of its own, none of them a box of sections. */
export const isRoleList = (state: State, node: NodeId): boolean =>
  children(state.tree, node).some((child) => isItem(state, child));

function listOf(items: ListItem[], isNumbered: boolean, start: number | undefined): List {
  const ordered = isNumbered || sayNumbers(items);
  const children = withoutTypedMarkers(items, ordered, start ?? 1);
  const made: List = { type: 'list', ordered, spread: items.some((one) => one.spread), children };
  if (ordered) made.start = Math.min(999_999_999, Math.max(0, start ?? 1));
  return made;
}

function numberOf(written: string | undefined): number | undefined {
  const number = Number.parseInt(written ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}

function item(content: readonly Block[], { checked }: { readonly checked?: boolean | null | undefined }): ListItem {
  const spread = content.filter((part) => part.type !== 'list').length > 1;
  const made: ListItem = { type: 'listItem', spread, children: [...content] };
  if (checked !== undefined && content.length > 0) made.checked = checked;
  return made;
}
