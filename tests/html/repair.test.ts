import { expect, test } from 'vitest';
import { segment } from '../../src/html/block.ts';
import { findAlike } from '../../src/html/complete-alike.ts';
import { repair } from '../../src/html/repair/repair.ts';
import { parseHtml } from '../../src/tree/parse.ts';

/** What stays of a page, given each block's score; above a half is kept. */
function repaired(html: string, scores: readonly number[], copies: readonly number[] = []): string[] {
  const tree = parseHtml(html);
  const blocks = segment(tree);
  const keep = Uint8Array.from(scores, (score) => (score > 0.5 ? 1 : 0));
  const by = blocks.map((_, at) => (copies.includes(at) ? 'rule:duplicate' : 'model'));
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

test('a text said twice stays where it stands between what is kept, set as the first time', () => {
  const page = (again: string) => `<main><h2>open</h2><p>It rings.<p>Twice.<h2>shut</h2>${again}<p>Once.</main>`;
  const kept = (again: string) => repaired(page(again), [0.9, 0.9, 0.9, 0.9, 0.4, 0.9], [4]);
  expect(kept('<p>It rings.')).toContain('It rings. repair:repeat');
  expect(kept('<blockquote>It rings.</blockquote>')).toHaveLength(5);
  expect(repaired(`${page('<p>It rings.')}`, [0.9, 0.9, 0.9, 0.9, 0.4, 0], [4])).toHaveLength(4);
});

test('two offers have items in common: such an item stays at the end of its list', () => {
  const page = (end: string) =>
    `<main><h2>Basic</h2><ul><li>Mail<li>Files</ul><h2>More</h2><ul><li>Chat${end}<p>Buy</p></main>`;
  const kept = (end: string, score = 0.5) => repaired(page(end), [0.9, 0.9, 0.9, 0.9, 0.9, score, 0], [5]);
  expect(kept('<li>Files</ul>')).toContain('Files repair:repeat');
  expect(kept('<li>Files</ul>', 0.4)).not.toContain('Files repair:repeat');
  expect(kept('</ul><ul><li>Files</ul>')).not.toContain('Files repair:repeat');
});

test('a text repeated for other screens, or unlikely, stays where it stands first', () => {
  const box = (name: string) => `<div class="${name}"><p>It rings.</p><p>Twice.</p></div>`;
  const kept = (second: string, score = 0.4) =>
    repaired(`<main>${box('wide row-1')}${second}<p>End.</p></main>`, [0.9, 0.9, score, score, 0.9], [2, 3]);
  expect(kept(box('wide row-2'))).toHaveLength(5);
  expect(kept(box('wide mobile-only'))).toHaveLength(3);
  expect(kept(box('wide row-2'), 0.1)).toHaveLength(3);
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

test('an article under the titled one whose heading leads away goes; without a titled one all stay', () => {
  const next = '<article><h2><a href=/b>B</a></h2><p>Short.</article>';
  const page = (level: 1 | 2) => `<main><article><h${level}>A</h${level}><p>Long enough.</article>${next}</main>`;
  expect(repaired(page(1), [0.9, 0.9, 0.4, 0.7])).toEqual(['A model', 'Long enough. model']);
  expect(repaired(page(2), [0.9, 0.9, 0.4, 0.7])).toContain('Short. model');
});

test('a sentence in large print that the text holds goes; another stays', () => {
  const page = (quote: string) =>
    `<main><p>He said that a rope at sea is never too long, and went.<aside class=pull-quote>${quote}</aside><p>Then it rained.</main>`;
  expect(repaired(page('“A rope at sea is never too long”'), [0.9, 0.9, 0.9])).toHaveLength(2);
  expect(repaired(page('“A rope at sea is always too short”'), [0.9, 0.9, 0.9])).toHaveLength(3);
});

test('what is told of the author behind a text goes though it is long beside it', () => {
  const text =
    'The lamp was lit at four in the afternoon, and the boats came home by it one after the other, all but two of them.';
  const box = `<div class="author-box"><h4>Ada</h4><p>${text.slice(0, 50)}</div>`;
  const page = (inside: string) => `<article>${inside}</article>`;
  expect(repaired(page(`<div class=body><p>${text}</div>${box}`), [0.9, 0.9, 0.9])).toEqual([`${text} model`]);
  expect(repaired(page(`${box}<div class=body><p>${text}</div>`), [0.9, 0.9, 0.9])).toHaveLength(3);
});

test('a box of links goes sooner where the headline and the text stand together, apart from it', () => {
  const text =
    'The lamp was lit at four in the afternoon, and the boats came home by it one after the other, all but two.';
  const links = ['Benches', 'Choir', 'Walks'].map((word) => `<div><a href=/>${word} on the quay</a></div>`).join('');
  const scores = [0.6, 0.9, 0.9, 0.6, 0.6, 0.6];
  const box = `<div class=box>${links}</div>`;
  const story = `<p>${text}</p><p>${text.replace('lamp', 'fire')}</p>`;
  expect(repaired(`<div><div><h1>The lamp</h1>${story}</div>${box}</div>`, scores)).toHaveLength(3);
  expect(repaired(`<div><div><h1>The lamp</h1>${story}${box}</div></div>`, scores)).toHaveLength(6);
});

test('a column of links parted by line breaks, and a notice of rights behind the text, go where the model is unsure of them', () => {
  const text =
    'The lamp was lit at four in the afternoon, and the boats came home by it one after the other, all but two.';
  const links = ['Benches', 'Choir', 'Walks'].map((word) => `<a href=/>${word} on the quay</a><br>`).join('');
  const page = `<table><tr><td><h1>The lamp</h1><p>${text}</p><p>${text.replace('lamp', 'fire')}</p></td><td>${links}</td></tr><tr><td>© 2024 The Quay</td></tr></table>`;
  expect(repaired(page, [0.6, 0.9, 0.9, 0.6, 0.6])).toHaveLength(3);
  expect(repaired(page, [0.6, 0.9, 0.9, 0.9, 0.9])).toHaveLength(5);
});

test('the captions of a gallery between kept paragraphs stay with it', () => {
  const picture = (caption: string) => `<figure><img src=a><figcaption>${caption}</figcaption></figure>`;
  const gallery = `<figure>${picture('The first')}${picture('The second')}</figure>`;
  // Pictures without words are blocks of their own.
  const kept = repaired(`<main><p>One.</p>${gallery}<p>Two.</p></main>`, [0.9, 0, 0.15, 0, 0.15, 0.9]);
  expect(kept).toContain('The first repair:caption');
  expect(kept).toContain('The second repair:caption');
});
