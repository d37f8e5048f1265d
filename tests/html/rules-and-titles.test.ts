import { expect, test } from 'vitest';
import { convert } from '../../src/convert.ts';
import { parseHtml } from '../../src/tree/parse.ts';
import { writers } from '../../src/writers/index.ts';

const read = (body: string) => {
  const document = convert({ id: 'page', body, url: 'https://example.org/' }, { from: 'html' }, { parseHtml });
  return writers.markdown.write(document, {});
};

const TEXT = '<p>The pond froze twice in the same week, and the old men who skate there sharpened their blades.</p>';

test('columns of links beside the text of a table that lays out the page are cut, in scripts with dense characters too', () => {
  const page = (text: string) =>
    `<table><tr><td><a href=a>Home</a><br><a href=b>News</a><br><a href=c>Sport</a></td><td>${text}</td>` +
    '<td><b>Most read</b><br><a href=d>A bridge opens early</a><br><a href=e>A library closes</a><br><a href=f>A bus turns left</a></td></tr></table>';
  expect(read(page(TEXT + TEXT.replace('pond', 'lake')))).not.toMatch(/Sport|bridge/);
  const dense =
    '<p>渡口的老船工姓周，撑船已经四十六年。他说河水比从前浅了，船底常常碰到石头，夜里也听得见水声和风声，到了冬天就更响。</p>';
  expect(read(page(dense))).not.toMatch(/Sport|bridge/);
  expect(read(page(dense))).toContain('撑船已经四十六年');
});

test('a table of links with notes keeps its links', () => {
  const rows = ['one', 'two', 'three'].map(
    (name) => `<tr><td><a href=${name}>${name}</a></td><td>is kept there</td></tr>`,
  );
  expect(read(`${TEXT}<table>${rows.join('')}</table>${TEXT.replace('pond', 'lake')}`)).toContain('[three]');
});

test('a heading that is a button is the title of the panel under it', () => {
  const page = `<div>${TEXT}<div><h3><button aria-expanded=false>Who turns the heap?</button></h3><div><p>Two volunteers turn it on Saturdays with the long forks that hang in the shed.</p></div></div></div>`;
  expect(read(page)).toContain('## Who turns the heap?');
});

test('lines of code need no `<pre>`: a style, or a highlighter, makes them', () => {
  const lines = 'let a = 1\n  let b = 2';
  for (const code of [
    `<code style="display:block; white-space:pre">${lines}</code>`,
    `<div><code class="hljs language-js">${lines}</code></div>`,
  ])
    expect(read(`<div>${TEXT}${code}${TEXT.replace('pond', 'lake')}</div>`)).toMatch(
      /```(?:js)?\nlet a = 1\n {2}let b = 2\n```/,
    );
});

test('images of elements that sites made are images, and markup that was escaped once too often is no text', () => {
  const image =
    '<figure><a-img src="/baker.jpeg" alt="A baker"></a-img><noscript>&lt;img src="/baker.jpeg"&gt;</noscript></figure>';
  const found = read(`<div>${TEXT}${image}${TEXT.replace('pond', 'lake')}</div>`);
  expect(found).toContain('![A baker](https://example.org/baker.jpeg)');
  expect(found).not.toContain('<img');
});

test('the text of an article that only JSON-LD has is found, however short', () => {
  const body = 'Every spring the children of Borgo build a boat of paper. It lasts nine minutes, on the average.';
  const script = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: body })}</script>`;
  expect(read(`<title>Boat</title>${script}<div class=root>Loading…</div>`)).toContain('nine minutes');
});

test('what a short style sheet hides is cut, unless a wide screen, a state or a script shows it', () => {
  const page = (sheet: string, after = '') =>
    `<style>${sheet}</style><div class=page>${TEXT}<p class="note trap">Stolen from our pages.</p>${TEXT.replace('pond', 'lake')}</div>${after}`;
  expect(read(page('.trap { display: none }'))).not.toContain('Stolen');
  expect(read(page('@media print{p{color:red}.trap{display:none}} .other{display:none}'))).toContain('Stolen');
  expect(read(page('.trap{display:none} @media(max-width:600px){.trap{display:block}}'))).not.toContain('Stolen');
  expect(read(page('.trap{display:none} @media (min-width:600px) { .trap { display: block } }'))).toContain('Stolen');
  expect(read(page('.trap{display:none} .trap.open{display:block}'))).toContain('Stolen');
  expect(read(page('.trap{display:none}', '<script>show(".trap")</script>'))).toContain('Stolen');
  expect(read(page('p.trap{display:none}'))).toContain('Stolen');
});

test('a quote that opens with the title does not say it twice', () => {
  const quote = '<blockquote><h1>The sign of the skaters</h1><p>So the board says at the gate.</p></blockquote>';
  const markdown = read(`<title>The sign of the skaters</title>${quote}${TEXT}${TEXT.replace('pond', 'lake')}`);
  expect(markdown).toMatch(/^# The sign of the skaters\n\n> So the board says/);
  expect(markdown.match(/The sign/g)).toHaveLength(1);
});
