/**
 * Paragraphs whose lines begin with typed markers → lists:
 *
 *   In the shed:<br>• two ladders<br>◦ one of them short<br>• nine buckets
 *   To open it:<br>1) lift the latch<br>2) push
 */
import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { pushAll } from '../push-all.ts';
import type { Block } from './flow.ts';
import { areItems, type Marker, markerOf, mayBegin } from './line-marker.ts';

/** Two lines that begin with a number or a dash may be something else. */
const FEWEST = { bullet: 2, number: 3, dash: 3 } as const;
const MOST_LEVELS = 6;

/** A line of a paragraph, and the marker that it begins with. */
interface Typed {
  readonly marker: Marker | undefined;
  readonly children: PhrasingContent[];
  /** As it was written, marker and all. */
  readonly whole: PhrasingContent[];
}

export function withTypedLists(blocks: Block[]): Block[] {
  if (!blocks.some(startsTyped)) return blocks;
  const found: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block;
    const lines = block.type === 'paragraph' && startsTyped(block) ? linesOf(block) : [];
    const first = lines.findIndex(({ marker }) => marker !== undefined);
    const kind = lines[first]?.marker?.kind;
    let end = at + 1;
    if (kind === undefined) {
      found.push(block);
      at = end;
      continue;
    }
    // What leads up to the first marker stands before the list, what follows the last one in its own paragraph.
    while (kind !== 'dash' && end < blocks.length) {
      const next = blocks[end] as Block;
      const more = next.type === 'paragraph' && startsTyped(next) ? linesOf(next) : [];
      if (more[0]?.marker?.kind !== kind) break;
      pushAll(lines, more);
      end += 1;
    }
    const items = lines.slice(first).filter(({ marker }) => marker?.kind === kind);
    if (items.length >= FEWEST[kind] && areItems(items as { marker: Marker; children: PhrasingContent[] }[])) {
      if (first > 0) found.push(paragraphOf(lines.slice(0, first)));
      const rest = afterLast(lines, first, kind);
      found.push(listOf(lines.slice(first, rest), kind));
      if (rest < lines.length) found.push(paragraphOf(lines.slice(rest)));
    } else for (let other = at; other < end; other += 1) found.push(blocks[other] as Block);
    at = end;
  }
  return found;
}

/** A look at the first sign of each line: nearly all have no marker. */
function startsTyped(block: Block): boolean {
  if (block.type !== 'paragraph') return false;
  const { children } = block;
  for (let at = 0; at < children.length; at += 1) {
    if (at > 0 && children[at - 1]?.type !== 'break') continue;
    const child = children[at] as PhrasingContent;
    if (child.type === 'text' && mayBegin(child.value)) return true;
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

function typed(whole: PhrasingContent[]): Typed {
  const [first, ...rest] = whole;
  const marker = first?.type === 'text' ? markerOf(first.value) : undefined;
  if (first?.type !== 'text' || marker === undefined || (marker.length === first.value.length && rest.length === 0))
    return { marker: undefined, children: whole, whole };
  const value = first.value.slice(marker.length);
  return { marker, children: value === '' ? rest : [{ ...first, value }, ...rest], whole };
}

/** Lines behind the last item belong to it only where other items have such lines, too. */
function afterLast(lines: readonly Typed[], first: number, kind: Marker['kind']): number {
  let last = lines.length - 1;
  while (!isItem(lines[last], kind)) last -= 1;
  for (let at = first; at < last; at += 1) if (!isItem(lines[at], kind)) return lines.length;
  return last + 1;
}

/** Bullets and dashes stand among numbers, and dashes among bullets, for what lies deeper. */
const isItem = (line: Typed | undefined, kind: Marker['kind']): boolean =>
  line?.marker !== undefined && (line.marker.kind === kind || (kind !== 'dash' && line.marker.kind !== 'number'));

const paragraphOf = (lines: readonly Typed[]): Paragraph => ({
  type: 'paragraph',
  children: lines.flatMap(({ whole }, at): PhrasingContent[] => (at === 0 ? whole : [{ type: 'break' }, ...whole])),
});

/** A sign that comes later than another lies deeper; a line without one goes on with the item above. */
function listOf(lines: readonly Typed[], kind: Marker['kind']): List {
  const start = lines[0]?.marker?.number;
  const top: List =
    start === undefined ? emptyList() : { type: 'list', ordered: true, start, spread: false, children: [] };
  const open = [{ sign: lines[0]?.marker?.sign, list: top }];
  for (const line of lines) {
    const { marker, children, whole } = line;
    const last = open.at(-1)?.list.children.at(-1);
    if (marker === undefined || !isItem(line, kind)) {
      const paragraph = last?.children.at(-1);
      if (paragraph?.type === 'paragraph') {
        paragraph.children.push({ type: 'break' });
        pushAll(paragraph.children, whole);
      }
      continue;
    }
    const level = open.findIndex((one) => one.sign === marker.sign);
    if (level !== -1) open.length = level + 1;
    else if (last !== undefined && open.length < MOST_LEVELS) {
      const list = emptyList();
      last.children.push(list);
      open.push({ sign: marker.sign, list });
    }
    const item: ListItem = { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
    open.at(-1)?.list.children.push(item);
  }
  return top;
}

const emptyList = (): List => ({ type: 'list', ordered: false, spread: false, children: [] });
