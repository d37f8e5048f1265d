/** Items → lists: nested by indent, with the further paragraphs that an item holds. */
import type { List, ListItem, Paragraph } from 'mdast';
import type { Role } from './classify.ts';
import { joint } from './joint.ts';
import type { Line, Marker } from './line.ts';

/** An item holds a paragraph that is indented at least so much deeper than its marker. */
const HANGING = 2;
const MOST_LEVELS = 12;

/**
 *   1. First, open it.
 *
 *      Then pick one of these:     ← stands in the item
 *
 *      • left
 *   2. Close it.
 *
 * Where the whole text is indented as deep, the paragraph stands below the list.
 */
export const standsInItem = (line: Line, item: Line, bodyIndent: number): boolean =>
  line.marker === undefined && line.indent >= item.indent + HANGING && line.indent > bodyIndent;

/** The indent that half of the paragraphs have. */
export function bodyIndentOf(lines: readonly Line[], roles: readonly Role[]): number {
  const indents = lines.filter((_, at) => roles[at] === 'prose').map(({ indent }) => indent);
  return indents.sort((a, b) => a - b)[indents.length >> 1] ?? 0;
}

/** Nests items by indent; a change between bullets and numbers on one level starts a new list. */
export function listsOf(lines: readonly Line[], roles: readonly Role[]): List[] {
  const top: List[] = [];
  const open: { indent: number; list: List }[] = [];
  for (const [at, line] of lines.entries()) {
    const last = open.at(-1)?.list.children.at(-1);
    if (roles[at] === 'continue') {
      goOn(last, line);
      continue;
    }
    if (roles[at] !== 'item' && last !== undefined) {
      while (open.length > 1 && line.indent < (open.at(-1)?.indent ?? 0) + HANGING) open.pop();
      const holder = open.at(-1)?.list.children.at(-1) ?? last;
      holder.children.push(paragraph(line.raw));
      holder.spread = true;
      continue;
    }
    const marker = line.marker ?? BARE;
    while (open.length > 1 && line.indent < (open.at(-1)?.indent ?? 0)) open.pop();
    const level = open.at(-1);
    const item: ListItem = { type: 'listItem', spread: false, children: [paragraph(line.text)] };
    if (level !== undefined && line.indent <= level.indent + 1 && continues(level.list, marker)) {
      level.list.children.push(item);
      continue;
    }
    const list = listOf(marker, item);
    const under = level?.list.children.at(-1);
    if (level !== undefined && line.indent > level.indent + 1 && under !== undefined && open.length < MOST_LEVELS)
      under.children.push(list);
    else {
      if (level !== undefined) open.pop();
      const parent = open.at(-1)?.list.children.at(-1);
      if (parent === undefined) top.push(list);
      else parent.children.push(list);
    }
    open.push({ indent: line.indent, list });
  }
  return top;
}

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] });

/** Puts a wrapped line where the line before it went. */
function goOn(item: ListItem | undefined, line: Line): void {
  const last = item?.children.findLast((child) => child.type === 'paragraph');
  const text = last?.children[0];
  if (text?.type === 'text') text.value += joint(text.value, line.raw) + line.raw;
}

/** The next item of a list: a bullet after bullets, the next number after numbers, or the same number again and again. */
function continues({ ordered, start, children }: List, marker: Marker): boolean {
  if (ordered !== marker.ordered) return false;
  const first = start ?? 1;
  return !marker.ordered || marker.start === first + children.length || marker.start === first;
}

/** Of an item whose marker was lost. */
const BARE: Marker = { ordered: false, start: 1 };

const listOf = ({ ordered, start }: Marker, item: ListItem): List => ({
  type: 'list',
  ordered,
  ...(ordered ? { start } : {}),
  spread: false,
  children: [item],
  data: { recovered: { by: 'line:item', confidence: 0.98 } },
});
