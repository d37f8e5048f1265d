import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts(['parseHtml', 'model']);
const WORDS = 'The river rose again on Monday, and the people of the lower town carried what they could up the hill. ';
const read = (html: string, options = {}) =>
  convert({ id: 'x.html', body: html }, { from: 'html', explain: true, ...options }, parts);
const markdown = (html: string, options = {}) => writers.markdown.write(read(html, options));
const article = (inside: string) =>
  `<nav><a href=/>Home</a></nav><main><h1>Flood</h1><p>${WORDS}<p>${WORDS}By evening it was over.${inside}</main><footer>All rights</footer>`;

test('each block carries its score and who decided, the document what is to be expected of the choice', () => {
  const { trace = [], quality } = read(article(''));
  expect(trace.map(({ keep, text }) => [keep, text.slice(0, 9)])).toEqual([
    [false, 'Home'],
    [true, 'Flood'],
    [true, 'The river'],
    [true, 'The river'],
    [false, 'All right'],
  ]);
  for (const { by, score } of trace) {
    expect(by).toMatch(/^(?:model|repair:\w+|rule:page-footer)$/);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  }
  expect(quality.confidence).toBeGreaterThan(0.8);
});

test('structures among the paragraphs stay: code, lists, tables, headings', () => {
  const out = markdown(
    article(
      '<pre><code class="language-js">a\n  b</code></pre><ol start=3><li>three<ul><li>inner</ul><li>four</ol><table><tr><th>A<th>B<tr><td>1<td>2</table><h2>Flood</h2><p>What the word means.',
    ),
  );
  expect(out).toContain('```js\na\n  b\n```');
  expect(out).toContain('3. three\n   - inner\n4. four');
  expect(out).toMatch(/\| A +\| B +\|/);
  expect(out).toContain('## Flood\n\nWhat the word means.');
});

test('text that no reader sees stays out and is counted, the line around it stays whole', () => {
  const { trace = [], quality } = read(
    article('<p>He asked <a href=/b>Lund<span class="sr-only">, opens new tab</span></a>, the neighbour, for a saw.'),
  );
  expect(trace.filter(({ by }) => by === 'rule:hidden').map(({ text }) => text)).toEqual([', opens new tab']);
  expect(trace.some(({ text }) => text === 'He asked Lund, the neighbour, for a saw.')).toBe(true);
  expect(quality.facts.cut).toMatchObject({ 'rule:hidden': 1 });
});

test('the hash that a bundler puts behind a class is no name', () => {
  const { trace = [] } = read(article('<div class="table_root__adKqa"><p>The ferry sailed at noon.</div>'));
  expect(trace.some(({ by }) => by === 'rule:interruption')).toBe(false);
});

test('what interrupts a text goes by what its class says', () => {
  const out = markdown(
    article(
      `<div class="advert"><p>Advertisement</p></div><p>${WORDS}And then it rained.<p class="page-disclaimer">Images are simulated.`,
    ),
  );
  expect(out).not.toContain('Advertisement');
  expect(out).not.toContain('simulated');
  expect(out).toContain('And then it rained.');
});

test('a rule between two parts of the text stays, one behind it or after another goes', () => {
  const out = markdown(article(`<hr><p>${WORDS}One.<hr><hr><p>${WORDS}Two.<hr><hr>`));
  expect(out.match(/^---$/gm)).toHaveLength(2);
  expect(out.trimEnd()).toMatch(/Two\.$/);
});

test('a paragraph that is surely of the text stays, be its box called a paywall', () => {
  const rest = `<div class="paywall"><p>${WORDS}Then the miller opened the gate, and the water came over the road again.</div>`;
  const out = markdown(article(`<p>${WORDS}And then it rained.${rest}<p>${WORDS}The road stayed closed.`));
  expect(out).toContain('Then the miller opened the gate');
});

test('a panel that a button opens is read, a hidden note is not', () => {
  const out = markdown(
    article(
      `<button aria-controls="more">More</button><div id="more" style="display:none"><p>${WORDS}The dam held.</div><div style="display:none"><p>${WORDS}Nobody sees this.</div>`,
    ),
  );
  expect(out).toContain('The dam held.');
  expect(out).not.toContain('Nobody sees this.');
});

test('a part that React sent late is read, though it stands hidden behind the page', () => {
  const part = (id: string) => markdown(article(`<div hidden id="${id}"><p>${WORDS}The dam held.</div>`));
  expect(part('S:1f')).toContain('The dam held.');
  expect(part('late')).not.toContain('The dam held.');
});

test('the footer of a page goes with its policies, that of an article stays to be weighed; one around the page is none', () => {
  const terms = `<p>${WORDS.repeat(4)}Our terms changed in May.`;
  const by = (html: string, text: string) => read(html).trace?.find((one) => one.text.includes(text));
  expect(by(`${article('')}<footer>${terms}</footer>`, 'in May')).toMatchObject({
    keep: false,
    by: 'rule:page-footer',
  });
  expect(by(`${article('')}<div role=contentinfo>${terms}</div>`, 'in May')?.by).toBe('rule:page-footer');
  expect(by(article(`<footer>${terms}</footer>`), 'in May')?.by).not.toBe('rule:page-footer');
  expect(by(`<footer><div class=page>${terms}<h2>After</h2>${terms}</div></footer>`, 'in May')?.keep).toBe(true);
});

test('what search engines are asked not to show is no content, unless it is the text', () => {
  const aside = `<div data-nosnippet><p>${WORDS}We may earn a share.</div>`;
  expect(markdown(article(`<p>${WORDS}<p>${WORDS}${aside}`))).not.toContain('earn a share');
  expect(markdown(`<div data-nosnippet>${article('')}</div>`)).toContain('By evening it was over.');
});

test('where a page shows nothing its data is read: framework state, JSON-LD, templates', () => {
  const story = `<p>${WORDS}</p><h2>After</h2><p>${WORDS}${WORDS}By evening it was over.</p>`;
  const shell = (inside: string) => `<title>Flood</title><div id=app><span>Loading…</span></div>${inside}`;
  const state = JSON.stringify({ props: { page: { slug: '/flood', html: story } } }).replaceAll('<', '\\u003c');
  const pages = [
    shell(`<script id="__NEXT_DATA__" type="application/json">${state}</script>`),
    shell(
      `<script type="application/ld+json">${JSON.stringify({ articleBody: `${WORDS.repeat(3)}\n\nBy evening it was over.` })}</script>`,
    ),
    shell(`<template>${story}</template>`),
  ];
  for (const page of pages) {
    const document = read(page);
    expect(writers.markdown.write(document)).toContain('By evening it was over.');
    expect(document.quality.warnings.map(({ code }) => code)).toEqual(['embedded-content']);
  }
});

test('a script shell without data has no content, and says so', () => {
  const shell = '<title>App</title><div id=root>Loading…</div><script src=/app.js></script>';
  expect(() => read(shell)).toThrow(/no content found/);
});

test('a line that leads away from between two paragraphs goes', () => {
  const { trace = [] } = read(
    article(
      `<p>${WORDS}</p><div class="inset"><p><b>More on this</b> – <a href="/organ">The organ in the station stays silent</a></p></div><p>${WORDS}The water fell.</p>`,
    ),
  );
  expect(trace.find(({ text }) => text.startsWith('More on'))?.keep).toBe(false);
});

test('the words of a button around the picture of a figure are none of the text', () => {
  const figure =
    '<figure><div role=button tabindex=0><span class=a>Press to see it in full size</span><picture><img src=/a.jpg alt=Kiln></picture></div><figcaption>The kiln in May</figcaption></figure>';
  const out = markdown(article(`${figure}<p>${WORDS}It was quiet.`));
  expect(out).toContain('![Kiln](/a.jpg)');
  expect(out).toContain('The kiln in May');
  expect(out).not.toContain('Press to see');
});

test('the way to the page is no part of it', () => {
  const way = '<nav class="breadcrumb"><a href=/>Home</a> › <a href=/t>Town</a> › <span>Flood</span></nav>';
  expect(markdown(article('').replace('<h1>', `${way}<h1>`))).not.toContain('Town');
});
