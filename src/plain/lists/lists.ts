/** Items → lists: nested by indent, with the further paragraphs that an item holds. */
import type { List, ListItem, Paragraph } from 'mdast';
import { jointOf } from '../lines/joint.ts';
import { endsSentence, type Line, type Marker } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

/** An item holds a paragraph that is indented at least so much deeper than its marker. */
const HANGING = 2;
const MOST_LEVELS = 12;
const FEWEST_PARAGRAPHS = 3;

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

/** The indent that half of the paragraphs have; a few say nothing of it. */
export function bodyIndentOf(lines: readonly Line[], roles: readonly Role[]): number {
  const indents = lines.filter((_, at) => roles[at] === 'prose').map(({ indent }) => indent);
  if (indents.length < FEWEST_PARAGRAPHS) return 0;
  return indents.sort((a, b) => a - b)[indents.length >> 1] ?? 0;
}

//   - [x] brush     - [ ] bucket
export const TASK = /^\[([ xX])\][ \t]+(?=\S)/;

interface Level {
  readonly indent: number;
  readonly list: List;
  readonly marker: Marker;
}

/**
 * Nests items by indent, and those with markers of their own, which tools do not print but people type, by these:
 *
 *   (1) Tools are lent for
 *   a) two weeks,             ← another marker that counts from its start, and the one before goes on below
 *   b) a month in winter.
 *   (2) Come by on Friday.
 *
 * Any other change of markers on one level starts a new list.
 */
export function listsOf(lines: readonly Line[], roles: readonly Role[]): List[] {
  const top: List[] = [];
  const open: Level[] = [];
  const lastOf = lastMarkers(lines, roles);
  /** The markers of one of them are of its own, and the outer list goes on below, or its item has not come to an end. */
  const opensInside = (level: Level, marker: Marker, at: number): boolean =>
    (marker.isOwn || level.marker.isOwn) &&
    (goesOn(level, at, lastOf) || (marker.kind !== level.marker.kind && !endsSentence(lines[at - 1]?.raw ?? '')));
  for (const [at, line] of lines.entries()) {
    const last = open.at(-1)?.list.children.at(-1);
    if (roles[at] === 'continue') {
      goOn(last, lines[at - 1], line);
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
    const [box = '', tick] = marker.ordered ? [] : (TASK.exec(line.text) ?? []);
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      ...(tick === undefined ? {} : { checked: tick !== ' ' }),
      children: [paragraph(marker.isOwn ? line.raw : line.text.slice(box.length))],
    };
    const same = open.findLastIndex((level) => line.indent <= level.indent + 1 && continues(level, marker));
    if (same !== -1 && (open[same] as Level).indent >= (open.at(-1) as Level).indent - 1) {
      open.length = same + 1;
      (open[same] as Level).list.children.push(item);
      continue;
    }
    const level = open.at(-1);
    const list = listOf(marker, item);
    const under = level?.list.children.at(-1);
    const isUnder =
      level !== undefined && (line.indent > level.indent + 1 || (marker.start === 1 && opensInside(level, marker, at)));
    if (isUnder && under !== undefined && open.length < MOST_LEVELS) under.children.push(list);
    else {
      if (level !== undefined) open.pop();
      const parent = open.at(-1)?.list.children.at(-1);
      if (parent === undefined) top.push(list);
      else parent.children.push(list);
    }
    open.push({ indent: line.indent, list, marker });
  }
  return top;
}

/** The line of the last marker of each kind and number. */
function lastMarkers(lines: readonly Line[], roles: readonly Role[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const [at, { marker }] of lines.entries())
    if (roles[at] === 'item' && marker?.ordered) last.set(numberKey(marker, marker.start), at);
  return last;
}

const numberKey = ({ kind, isOwn }: Marker, start: number): string =>
  `${kind}${isOwn && kind.includes('a') ? '' : start}`;

/** The next number of a numbered list comes later. */
const goesOn = ({ list, marker }: Level, at: number, last: Map<string, number>): boolean =>
  marker.ordered && (last.get(numberKey(marker, marker.start + list.children.length)) ?? -1) > at;

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] });

/** Puts a wrapped line where the line before it went. */
function goOn(item: ListItem | undefined, before: Line | undefined, line: Line): void {
  const last = item?.children.findLast((child) => child.type === 'paragraph');
  const text = last?.children[0];
  if (text?.type === 'text') text.value += (before === undefined ? '' : jointOf(before, line)) + line.raw;
}

/** The next item of a list: a bullet after bullets, the next number after numbers, or the same number again and again. */
function continues({ list, marker: first }: Level, marker: Marker): boolean {
  if (first.kind !== marker.kind) return false;
  return !marker.ordered || marker.start === first.start + list.children.length || marker.start === first.start;
}

/** Of an item whose marker was lost. */
const BARE: Marker = { ordered: false, start: 1, kind: '•', isOwn: false };

const listOf = ({ ordered, start, isOwn }: Marker, item: ListItem): List => ({
  type: 'list',
  ordered: ordered && !isOwn,
  ...(ordered && !isOwn ? { start } : {}),
  spread: false,
  children: [item],
  data: { recovered: { by: 'line:item', confidence: 0.98 } },
});
