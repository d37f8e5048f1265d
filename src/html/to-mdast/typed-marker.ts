/**
 * Markers that are typed before the text of items, where a style sheet hides the list's own: `1.` in the first item, `•` in all;
 * in the line of the text, or in a box of their own before it, as LaTeXML sets them.
 */
import type { ListItem, Paragraph, Text } from 'mdast';
import { inOneLine } from './marker-box.ts';

const NUMBER = /^[\s\u00a0]*(\d{1,4})(?:[.)．）][\s\u00a0]+|[、．）][\s\u00a0]*)(?=\S|$)/u;
const BULLET = /^[\s\u00a0]*(?:[•‣◦▪▫●○■□➢➤►▸⁃∙·・][\s\u00a0]*|[-–*][\s\u00a0]+(?!\p{N}))(?=\S|$)/u;
/** One number at the start of a lone item may be a year. */
const FEWEST = 2;

/** The items without them, where all say what their places say anyway. */
export function withoutTypedMarkers(items: ListItem[], ordered: boolean, start: number): ListItem[] {
  for (const item of items) joinLoneMarker(item);
  if (items.length < FEWEST) return items;
  if (ordered && items.every((item, at) => isOwnNumber(item, start + at))) for (const item of items) dropFirst(item);
  const marker = ordered ? NUMBER : BULLET;
  const isTyped = items.every((item, at) => {
    const found = markerIn(item, marker);
    return found !== null && (!ordered || Number(found[1]) === start + at);
  });
  if (isTyped) {
    for (const item of items) {
      const text = firstText(item) as Text;
      text.value = text.value.replace(marker, '');
      if (text.value === '') (item.children[0] as Paragraph).children.shift();
    }
  }
  return items;
}

/** `<li><span>1</span><p>…`: a first paragraph that is the number of the item and nothing else. */
const isOwnNumber = ({ children }: ListItem, number: number): boolean => {
  const [first, second] = children;
  const [said, ...more] = first?.type === 'paragraph' ? first.children : [];
  return second !== undefined && more.length === 0 && said?.type === 'text' && said.value === String(number);
};

function dropFirst(item: ListItem): void {
  item.children = item.children.slice(1);
  item.spread = item.children.filter(({ type }) => type !== 'list').length > 1;
}

/** The marker at the start of an item, where it is not all of it. */
function markerIn(item: ListItem, marker: RegExp): RegExpExecArray | null {
  const value = firstText(item)?.value ?? '';
  const found = marker.exec(value);
  return found?.[0].length === value.length && (item.children[0] as Paragraph).children.length === 1 ? null : found;
}

/** Whether the items of a list with bullets say numbers that count on from 1. */
export const sayNumbers = (items: readonly ListItem[]): boolean =>
  items.length >= FEWEST && items.every((item, at) => Number(markerIn(item, NUMBER)?.[1]) === at + 1);

const LONE_BULLET = /^[•‣◦▪▫●○■□➢➤►▸⁃∙·]$/u;
/** `(a)`, `1.`, `iv)`, `(12)`. */
const isLoneNumber = (said: string): boolean => /^(?:\(?(?:\d{1,3}|\p{L}|[ivx]{2,5})[.)．）]|\d{1,3}、)$/u.test(said);

/** A marker that is the whole first paragraph goes into the one behind it, a bullet away. */
function joinLoneMarker(item: ListItem): void {
  const [marker, text, ...others] = item.children;
  if (marker?.type !== 'paragraph' || text?.type !== 'paragraph' || marker.children.length !== 1) return;
  const said = firstText(item)?.value.trim() ?? '';
  const isBullet = LONE_BULLET.test(said);
  if (!isBullet && !isLoneNumber(said)) return;
  const line: Paragraph = isBullet
    ? text
    : { ...text, children: inOneLine([{ type: 'text', value: said }], text.children) };
  item.children = [line, ...others];
  item.spread = others.filter(({ type }) => type !== 'list').length > 0;
}

function firstText({ children: [first] }: ListItem): Text | undefined {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' ? text : undefined;
}
