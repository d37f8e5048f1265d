/** One line on what was found and what was cut, and the cut blocks one by one. */
import type { Document } from '../document.ts';

/** Control characters and bidi overrides would command a terminal. */
export const printable = (text: string): string => text.replace(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, ' ');

export function summarise({ metadata, quality }: Document): string {
  const { words, headings, lists, tables, recovered, cut } = quality.facts;
  const cuts = Object.entries(cut)
    .map(([by, count]) => `${by} ${count}`)
    .join(', ');
  const title = metadata.title === undefined ? 'no title' : `"${metadata.title.value}"`;
  return printable(
    `${title}: ${counted(words, 'word')}, ${counted(headings, 'heading')}, ${counted(lists, 'list')}, ${counted(tables, 'table')}, ${recovered} recovered, confidence ${quality.confidence.toFixed(2)}, cut: ${cuts || 'nothing'}`,
  );
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

export const explain = ({ trace = [] }: Document): string[] =>
  trace
    .filter(({ keep }) => !keep)
    .map(({ by, path, text }) => printable(`cut by ${by} at ${path}: ${text.slice(0, 120)}`));
