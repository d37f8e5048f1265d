/**
 * Paragraphs whose lines begin with typed bullets → lists:
 *
 *   In the shed:<br>• two ladders<br>◦ one of them short<br>• nine buckets
 */
import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { Block } from './flow.ts';

/** Signs that are nothing else at the start of a line, and a blank, or none behind those that are wide enough. */
const BULLET = /^(?:([•‣◦▪▫●○■□➢➤►▸⁃∙·])[\s\u00a0]+|([•‣▪➢➤►▸]))(?=\S|$)/u;
const FEWEST = 2;
const MOST_LEVELS = 6;

interface Typed {
  readonly sign: string | undefined;
  readonly children: PhrasingContent[];
}

export function withTypedLists(blocks: Block[]): Block[] {
  if (!startsTyped(blocks)) return blocks;
  const found: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const run: Typed[] = [];
    let end = at;
    for (; end < blocks.length && isParagraph(blocks[end]); end += 1) {
      const lines = linesOf(blocks[end] as Paragraph);
      // What leads up to the first bullet stands before the list, what follows the last one in its own paragraph.
      const isOpen = run.length === 0 ? lines.some(({ sign }) => sign !== undefined) : lines[0]?.sign !== undefined;
      if (!isOpen) break;
      run.push(...lines);
    }
    if (run.filter(({ sign }) => sign !== undefined).length >= FEWEST) {
      const first = run.findIndex(({ sign }) => sign !== undefined);
      if (first > 0) found.push(paragraphOf(run.slice(0, first)));
      found.push(listOf(run.slice(first)));
      at = end;
    } else {
      end = Math.max(end, at + 1);
      for (; at < end; at += 1) found.push(blocks[at] as Block);
    }
  }
  return found;
}

const isParagraph = (block: Block | undefined): boolean => block?.type === 'paragraph';

const SIGNS = new Set(Array.from('•‣◦▪▫●○■□➢➤►▸⁃∙·', (sign) => sign.charCodeAt(0)));

/** A look at the first sign of each line: nearly all have none. */
function startsTyped(blocks: readonly Block[]): boolean {
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue;
    const { children } = block;
    for (let at = 0; at < children.length; at += 1) {
      const child = children[at] as PhrasingContent;
      if (child.type !== 'text' || !SIGNS.has(child.value.charCodeAt(0))) continue;
      if (at === 0 || children[at - 1]?.type === 'break') return true;
    }
  }
  return false;
}

/** The lines of a paragraph, parted at its breaks. */
function linesOf({ children }: Paragraph): Typed[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.map(typed);
}

function typed(children: PhrasingContent[]): Typed {
  const [first, ...rest] = children;
  const [mark = '', spaced, tight] = first?.type === 'text' ? (BULLET.exec(first.value) ?? []) : [];
  if (first?.type !== 'text' || mark === '' || (mark.length === first.value.length && rest.length === 0))
    return { sign: undefined, children };
  const value = first.value.slice(mark.length);
  return { sign: spaced ?? tight, children: value === '' ? rest : [{ ...first, value }, ...rest] };
}

const paragraphOf = (lines: readonly Typed[]): Paragraph => ({
  type: 'paragraph',
  children: lines.flatMap(({ children }, at): PhrasingContent[] =>
    at === 0 ? children : [{ type: 'break' }, ...children],
  ),
});

/** A sign that comes later than another lies deeper; a line without one goes on with the item above. */
function listOf(lines: readonly Typed[]): List {
  const top = emptyList();
  const open = [{ sign: lines[0]?.sign, list: top }];
  for (const { sign, children } of lines) {
    const level = open.findIndex((one) => one.sign === sign);
    const last = open.at(-1)?.list.children.at(-1);
    if (sign === undefined && last !== undefined) {
      const paragraph = last.children.at(-1);
      if (paragraph?.type === 'paragraph') paragraph.children.push({ type: 'break' }, ...children);
      continue;
    }
    if (level !== -1) open.length = level + 1;
    else if (last !== undefined && open.length < MOST_LEVELS) {
      const list = emptyList();
      last.children.push(list);
      open.push({ sign, list });
    }
    const item: ListItem = { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
    open.at(-1)?.list.children.push(item);
  }
  return top;
}

const emptyList = (): List => ({ type: 'list', ordered: false, spread: false, children: [] });
