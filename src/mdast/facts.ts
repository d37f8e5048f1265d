/** Counts what a document holds and what was cut from it. */
import type { Data, Nodes, Root } from 'mdast';
import type { Facts, Verdict } from '../document.ts';
import { countWords } from '../words.ts';
import { fieldsOf } from './fields.ts';

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
    if (node.data !== undefined && isRecovered(node.data)) counts.recovered += 1;
    const { value, alt, children } = fieldsOf(node);
    if (value !== undefined && node.type !== 'html') counts.words += countWords(value);
    if (typeof alt === 'string') counts.words += countWords(alt);
    if (children !== undefined) for (let at = 0; at < children.length; at += 1) open.push(children[at] as Nodes);
  }
  return { ...counts, cut: countCut(verdicts) };
}

/** Data are of many shapes, and the loop above would be compiled again for each that is read: this asks whatever it is. */
const isRecovered = (data: Data): boolean => Object.hasOwn(data, 'recovered');

/** Blocks that were cut, by who did it. What stands together is cut by the same for the most part. */
function countCut(verdicts: readonly Verdict[]): Record<string, number> {
  const cut: Record<string, number> = {};
  let last = '';
  let run = 0;
  for (const { keep, by } of verdicts) {
    if (keep) continue;
    if (by !== last) {
      if (run > 0) cut[last] = (cut[last] ?? 0) + run;
      last = by;
      run = 0;
    }
    run += 1;
  }
  if (run > 0) cut[last] = (cut[last] ?? 0) + run;
  return cut;
}

/** The first characters of the words of a document, code aside: enough to tell its language. */
export function leadingText(body: Root, length: number): string {
  let text = '';
  const open: Nodes[] = [body];
  for (let node = open.pop(); node !== undefined && text.length < length; node = open.pop()) {
    if (node.type === 'text') text += `${node.value} `;
    const { children = [] } = fieldsOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) open.push(children[at] as Nodes);
  }
  return text.slice(0, length);
}
