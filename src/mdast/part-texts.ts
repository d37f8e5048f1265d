/**
 * Parts very long texts: the escaping of the writer keeps a list of places for each text node, which for one of a
 * hundred megabytes takes gigabytes. Neighbouring text nodes are written as one.
 */
import type { Nodes, Root } from 'mdast';

const LONGEST = 1 << 16;
/** A letter on both sides of the seam, so that no mark of Markdown is parted. */
const SEAM = /\p{L}(?=\p{L}| \p{L})/gu;

export function partTexts(body: Root): void {
  const open: Nodes[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('children' in node)) continue;
    const children = node.children as Nodes[];
    if (children.some((child) => child.type === 'text' && child.value.length > LONGEST)) {
      node.children = children.flatMap((child) =>
        child.type === 'text' ? partsOf(child.value).map((value): Nodes => ({ type: 'text', value })) : [child],
      ) as never;
    }
    for (const child of node.children) open.push(child);
  }
}

function partsOf(value: string): string[] {
  const parts: string[] = [];
  let start = 0;
  while (value.length - start > LONGEST) {
    SEAM.lastIndex = start + LONGEST;
    const seam = SEAM.exec(value);
    if (seam === null) break;
    const end = seam.index + seam[0].length;
    parts.push(value.slice(start, end));
    start = end;
  }
  return [...parts, value.slice(start)];
}
