/** What stands in a heading → its one line, and the blocks that are none. */
import type { Heading, PhrasingContent } from 'mdast';
import type { Block } from './flow.ts';

/** A heading is one line: breaks in it are blanks. Blocks inside it that are no text follow it. */
export function heading(parts: readonly Block[], depth: Heading['depth']): Block[] {
  const line: PhrasingContent[] = [];
  const others: Block[] = [];
  for (const part of parts) {
    if (part.type !== 'paragraph') {
      others.push(part);
      continue;
    }
    if (line.length > 0) line.push({ type: 'text', value: ' ' });
    for (const node of part.children) line.push(withoutBreaks(node));
  }
  return line.length > 0 ? [{ type: 'heading', depth, children: joinTexts(line) }, ...others] : others;
}

function withoutBreaks<T extends PhrasingContent>(node: T): T | { type: 'text'; value: string } {
  if (node.type === 'break') return { type: 'text', value: ' ' };
  if (!('children' in node)) return node;
  const children: PhrasingContent[] = [];
  for (const child of node.children as PhrasingContent[]) children.push(withoutBreaks(child));
  return { ...node, children: joinTexts(children) };
}

function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    else joined.push(node);
  }
  return joined;
}
