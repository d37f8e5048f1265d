import { expect, test } from 'vitest';
import { segment } from '../../src/html/block.ts';
import { repair } from '../../src/html/repair/repair.ts';
import { parseHtml } from '../../src/tree/parse.ts';

/** What stays of a page; `scores` gives the chance of each block that holds a word, 0.9 for all others. */
function kept(html: string, scores: Readonly<Record<string, number>>, least = 0.5): string[] {
  const tree = parseHtml(html);
  const blocks = segment(tree);
  const chances = blocks.map(({ text }) => Object.entries(scores).find(([word]) => text.includes(word))?.[1] ?? 0.9);
  const keep = Uint8Array.from(chances, (score) => (score > least ? 1 : 0));
  repair(
    tree,
    blocks,
    keep,
    blocks.map(() => 'model'),
    chances,
  );
  return blocks.flatMap(({ text }, at) => (keep[at] === 1 && text !== '' ? [text] : []));
}

const FIRST = 'The bell service listens on three ports, and a small program can ring each of them from the shore.';
const LAST = 'Everything else is a matter of manners, as the keeper says, who has rung it for forty years and more.';
const around = (inside: string) => `<div class=body><p>${FIRST}</p>${inside}<p>${LAST}</p></div>`;

test('code stays with the text around the boxes that tabs and highlighters put it into', () => {
  const boxed = (inside: string) =>
    around(`<div class=tabs><div><div><figure><pre>${inside}</pre></figure></div></div></div>`);
  expect(kept(boxed('ring(3)'), { 'ring(3)': 0.1 })).toContain('ring(3)');
  expect(kept(boxed('<a href=/x>ring(3)</a>'), { 'ring(3)': 0.1 })).not.toContain('ring(3)');
  expect(kept(boxed('ring(3)'), { 'ring(3)': 0.01 })).not.toContain('ring(3)');
});

test('callouts and formulas stay between paragraphs, not behind the last', () => {
  const box = '<div class="admonition tip"><p>Tip</p><p>Prime it twice.</p></div>';
  expect(kept(around(box), { Tip: 0.1, Prime: 0.2 })).toContain('Prime it twice.');
  expect(kept(`<div><p>${FIRST}</p>${box}</div>`, { Tip: 0.1, Prime: 0.2 })).not.toContain('Prime it twice.');
  expect(kept(around('<div>\\[h = z\\]</div>'), { 'h = z': 0.2 })).toContain('\\[h = z\\]');
});

test('a note stays with the mark that points to it', () => {
  const page = (note: string) =>
    `<div><p>${FIRST}<a href="#n1">1</a></p><p>${LAST}</p><div><a id=n1 href="#r1">1</a><div><p>${note}</p></div></div></div>`;
  expect(kept(page('So said my aunt.'), { aunt: 0.4 })).toContain('So said my aunt.');
  expect(kept(page('So said my aunt.'), { aunt: 0.02 })).not.toContain('So said my aunt.');
});

test('a list inside an item stays with the item', () => {
  const list = '<ul><li>Rope<ul><li>short one</li></ul></li><li>Oars</li></ul>';
  expect(kept(`<main>${list}</main>`, { short: 0.3 })).toContain('short one');
});

test('a small box that is called an invitation goes, and a bold line that only leads to another story', () => {
  expect(kept(around('<div class="promo-box"><p>Join our group.</p></div>'), {})).not.toContain('Join our group.');
  expect(kept(around('<div class="story-box"><p>Join our group.</p></div>'), {})).toContain('Join our group.');
  const line = (before: string) =>
    around(`<p><b>${before}<a href=/x>Damage from the flood is now two million</a></b></p>`);
  expect(kept(line('LEGGI ANCHE: '), {})).toHaveLength(2);
  expect(kept(line('They said that '), {})).toHaveLength(3);
});

test('a box of links beside a short text goes with what is said in it, unless it is as likely as the text', () => {
  const links = ['New bridge opened', 'Library closes', 'Bus line three'].map(
    (text) => `<div><a href=/x>${text}</a></div>`,
  );
  const page = `${around('')}<div class=side>${links.join('')}<div>Sign up for letters</div></div>`;
  const scores = { bridge: 0.45, Library: 0.41, Bus: 0.43, letters: 0.48 };
  expect(kept(page, scores, 0.4)).toEqual([FIRST, LAST]);
  expect(kept(page, { bridge: 0.8, Library: 0.8, Bus: 0.8, letters: 0.8 })).toHaveLength(6);
});

test('a link of many pieces is read once', () => {
  const link = `<p>See <a href="#note">${'<i>x</i>'.repeat(60_000)}</a></p>`;
  expect(kept(around(link), {})).toHaveLength(3);
});
