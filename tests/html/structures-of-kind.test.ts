import { expect, test } from 'vitest';
import { segment } from '../../src/html/block.ts';
import { repair } from '../../src/html/repair/repair.ts';
import { parseHtml } from '../../src/tree/parse.ts';

/** The texts that stay of a page, given each block's score; above a half is kept. */
function repaired(html: string, scores: readonly number[]): string[] {
  const tree = parseHtml(html);
  const blocks = segment(tree);
  const keep = Uint8Array.from(scores, (score) => (score > 0.5 ? 1 : 0));
  const by = blocks.map(() => 'model');
  repair(tree, blocks, keep, by, scores);
  return blocks.flatMap(({ text }, at) => (keep[at] === 1 ? [text] : []));
}

const LONG = 'Take the lamp off first, the seal behind it grows hard after ten years and lets the water in.';

test('the text of posts stays where most of it does, however deep it stands', () => {
  const post = (name: string, text: string) => `<div class="${name}"><div class="s-prose"><p>${text}</p></div></div>`;
  const page = (name: string) =>
    [LONG, `${LONG} So it was.`, 'Mine came in below.'].map((text) => post(name, text)).join('');
  expect(repaired(page('post-layout'), [0.9, 0.9, 0.2])).toContain('Mine came in below.');
  expect(repaired(page('teaser'), [0.9, 0.9, 0.2])).toHaveLength(2);
  expect(repaired(page('post-layout'), [0.9, 0.2, 0.2])).toHaveLength(1);
});

test('pairs of a name and a value behind the text stay with the heading over them; rows of many cells do not', () => {
  const page = (rows: string) => `<p>${LONG}</p><div><h2>Details</h2><table>${rows}</table></div>`;
  const pairs = '<tr><th>Weight<td>0.9 kg<tr><th>Wool<td>100%';
  expect(repaired(page(pairs), [0.9, 0.2, 0.3, 0.3, 0.3, 0.3])).toHaveLength(6);
  expect(repaired(page(pairs), [0.9, 0.2, 0.1, 0.1, 0.1, 0.1])).toHaveLength(1);
  expect(repaired(page('<tr><th>A<th>B<tr><td>1<td>2'), [0.9, 0.2, 0.3, 0.3, 0.3, 0.3])).toHaveLength(1);
});

test('lists of one pair each are one list beside each other, but not under each post', () => {
  const list = (name: string, value: string) => `<dl><dt>${name}<dd>${value}</dl>`;
  const pairs = `<div>${list('Weight', '540 g')}${list('Clay', 'white')}</div>`;
  const page = `<p>${LONG}</p>${pairs}`;
  expect(repaired(page, [0.9, 0.3, 0.3, 0.3, 0.3])).toHaveLength(5);
  expect(repaired(page + page, [0.9, 0.3, 0.3, 0.3, 0.3, 0.9, 0.3, 0.3, 0.3, 0.3])).toHaveLength(2);
});

test('labels of controls are no text, in a form or without one', () => {
  const kept = (form: string) => repaired(`${form}<p>${LONG}</p>`, [0.55, 0.9]);
  expect(kept('<form>Search from <input type=date></form>')).toEqual([LONG]);
  expect(kept('<div><p>Price</p><input placeholder=from></div>')).toEqual([LONG]);
  expect(kept('<div><p>Price</p><input type=hidden></div>')).toHaveLength(2);
});

test('what a forum says of a writer goes, where it stands with each post', () => {
  const post = (name: string) => `<p>${LONG}</p><dl class="${name}"><dt>dabek<dd>Posts: 77</dl>`;
  const scores = [0.9, 0.6, 0.6, 0.9, 0.6, 0.6];
  expect(repaired(post('postprofile') + post('postprofile'), scores)).toEqual([LONG, LONG]);
  expect(repaired(post('terms') + post('terms'), scores)).toHaveLength(6);
});

test('files stay with the text that they stand behind, and so does the label over them', () => {
  const page = (file: string) =>
    `<div><p>${LONG}</p><div><h3>Files</h3><div><a href="${file}">Map of the roads</a> (240 kB)</div></div></div>`;
  expect(repaired(page('/a/map.pdf?v=2'), [0.9, 0.1, 0.15])).toEqual([LONG, 'Files', 'Map of the roads (240 kB)']);
  expect(repaired(page('/a/map'), [0.9, 0.1, 0.15])).toEqual([LONG]);
});

test('an unlikely heading whose text was cut goes; one over a price stays, and so does a likely one', () => {
  const page = (under: string) =>
    `<p>${LONG}</p><h2>Narrow</h2><div>${under}</div><h2>Found</h2><p>${LONG} Yes.</p><h2>Next</h2><p>${LONG} No.</p>`;
  const scores = (heading: number) => [0.9, heading, 0.1, 0.9, 0.9, 0.9, 0.9];
  const kept = (under: string, heading: number) => {
    const tree = parseHtml(page(under));
    const blocks = segment(tree);
    const keep = Uint8Array.of(1, 1, 0, 1, 1, 1, 1);
    const by = blocks.map(() => 'model');
    repair(tree, blocks, keep, by, scores(heading));
    return keep[1] === 1;
  };
  expect(kept('Pages (15)', 0.4)).toBe(false);
  expect(kept('Pages (15)', 0.7)).toBe(true);
  expect(kept('15 €', 0.4)).toBe(true);
});

test('a price has a currency in any letters', () => {
  const page = (price: string) => `<h1>Sweater</h1><p class="price">${price}</p><p>${LONG}</p>`;
  for (const price of ['349,00 zł', '1 290 Kč', 'kr. 499', '2 490 ден'])
    expect(repaired(page(price), [0.4, 0.3, 0.9])).toContain(price);
  expect(repaired(page('On request'), [0.4, 0.3, 0.9])).toHaveLength(1);
});

test('the signature under posts goes; under a decree it stays, and so does that of a function', () => {
  const post = (name: string, motto: string) =>
    `<div class="post"><p>${LONG} ${motto}</p><div class="${name}">${motto}</div></div>`;
  const page = (name: string) => post(name, 'Ars longa.') + post(name, 'V70, 311.000 km.');
  expect(repaired(page('signature'), [0.9, 0.6, 0.9, 0.6])).toHaveLength(2);
  expect(repaired(page('remark'), [0.9, 0.6, 0.9, 0.6])).toHaveLength(4);
  const signed = `<p>${LONG}</p><div class="signature">The mayor</div><div class="signature">The scribe</div>`;
  expect(repaired(signed, [0.9, 0.6, 0.6])).toHaveLength(3);
  const listed = (name: string) => `<dl><dt class="signature">${name}()<dd>${LONG} ${name}</dl>`;
  expect(repaired(listed('one') + listed('two'), [0.6, 0.9, 0.6, 0.9])).toHaveLength(4);
});
