import { expect, test } from 'vitest';
import { segment } from '../../src/html/block.ts';
import { findAlike } from '../../src/html/complete-alike.ts';
import { repair } from '../../src/html/repair.ts';
import { parseHtml } from '../../src/tree/parse.ts';

/** What stays of a page, given each block's score; above a half is kept. */
function repaired(html: string, scores: readonly number[]): string[] {
  const tree = parseHtml(html);
  const blocks = segment(tree);
  const keep = Uint8Array.from(scores, (score) => (score > 0.5 ? 1 : 0));
  const by = blocks.map(() => 'model');
  repair(tree, blocks, keep, by, scores);
  return blocks.flatMap(({ text }, at) => (keep[at] === 1 ? [`${text} ${by[at]}`] : []));
}

test('a kept heading keeps the paragraph after it, unless that is unlikely or leads away', () => {
  const page = (end: string) => `<main><p>One.<p>Two.<h2>Free</h2>${end}</main>`;
  expect(repaired(page('<p>It costs nothing.'), [0.9, 0.9, 0.6, 0.45])).toContain('It costs nothing. repair:section');
  expect(repaired(page('<p>It costs nothing.'), [0.9, 0.9, 0.6, 0.2])).not.toContain(
    'It costs nothing. repair:section',
  );
  expect(repaired(page('<p><a href=/>Buy it</a>'), [0.9, 0.9, 0.6, 0.45])).not.toContain('Buy it repair:section');
});

test('a line that leads away, alone in a box between sure paragraphs, goes; in the same place beside them it stays', () => {
  const line = '<p>More: <a href=/organ>the organ stays silent</a></p>';
  const kept = (inside: string) => repaired(`<main><p>One.</p>${inside}<p>Two.</p></main>`, [0.95, 0.6, 0.95]);
  expect(kept(`<div>${line}</div>`)).toEqual(['One. model', 'Two. model']);
  expect(kept(line)).toHaveLength(3);
});

test('short lines follow others of their kind where enough of these are kept', () => {
  const words = [1, 1, 1, 20];
  expect(findAlike(Uint8Array.of(1, 0, 0, 0), [0.6, 0.4, 0.2, 0.4], words, [7, 7, 7, 7])).toEqual([1]);
  expect(findAlike(Uint8Array.of(1, 0, 0, 0), [0.6, 0.4, 0.2, 0.4], words, [7, 8, 8, 7])).toEqual([]);
  expect(findAlike(Uint8Array.of(0, 0, 0, 0), [0.4, 0.4, 0.4, 0.4], words, [7, 7, 7, 7])).toEqual([]);
});

test('a block between two kept ones beside it stays if it is about as likely as not and no link', () => {
  const page = (inside: string) => `<div><p>One.</p>${inside}<p>Two.</p></div>`;
  expect(repaired(page('<blockquote>Said.</blockquote>'), [0.9, 0.45, 0.9])).toContain('Said. repair:gap');
  expect(repaired(page('<blockquote>Said.</blockquote>'), [0.9, 0.3, 0.9])).toHaveLength(2);
  expect(repaired('<div><p>One.</p>E = mc²<p>Two.</p></div>', [0.9, 0.45, 0.9])).toContain('E = mc² repair:gap');
  expect(repaired(page('<p><a href=/>Read more</a></p>'), [0.9, 0.45, 0.9])).toHaveLength(2);
  expect(repaired(page('<div><p>Said.</p></div>'), [0.9, 0.45, 0.9])).toHaveLength(2);
});
