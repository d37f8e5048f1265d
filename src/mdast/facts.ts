/** Counts what a document holds and what was cut from it. */
import type { Nodes, Root } from 'mdast';
import type { Facts, Verdict } from '../document.ts';
import { countWords } from '../words.ts';

export function countFacts(body: Root, verdicts: readonly Verdict[]): Facts {
  const counts = { words: 0, headings: 0, lists: 0, tables: 0, recovered: 0 };
  const open: Nodes[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    // Most nodes are: what only others may have is not looked for.
    if (node.type === 'text') {
      counts.words += countWords(node.value);
      continue;
    }
    if (node.type === 'heading') counts.headings += 1;
    else if (node.type === 'list') counts.lists += 1;
    else if (node.type === 'table') counts.tables += 1;
    if (node.data?.recovered !== undefined) counts.recovered += 1;
    if ('value' in node && node.type !== 'html') counts.words += countWords(node.value);
    if ('alt' in node && typeof node.alt === 'string') counts.words += countWords(node.alt);
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  const cut: Record<string, number> = {};
  for (const { keep, by } of verdicts) if (!keep) cut[by] = (cut[by] ?? 0) + 1;
  return { ...counts, cut };
}

/** The first characters of the words of a document, code aside: enough to tell its language. */
export function leadingText(body: Root, length: number): string {
  let text = '';
  const open: Nodes[] = [body];
  for (let node = open.pop(); node !== undefined && text.length < length; node = open.pop()) {
    if (node.type === 'text') text += `${node.value} `;
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at -= 1) open.push(node.children[at] as Nodes);
  }
  return text.slice(0, length);
}
