import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts();
const WORDS = 'The river rose again on Monday, and the people of the lower town carried what they could up the hill. ';
const read = (html: string, options = {}) =>
  convert({ id: 'x.html', body: html }, { from: 'html', explain: true, ...options }, parts);
const markdown = (html: string, options = {}) => writers.markdown.write(read(html, options));
const article = (inside: string) =>
  `<nav><a href=/>Home</a></nav><main><h1>Flood</h1><p>${WORDS}<p>${WORDS}By evening it was over.${inside}</main><footer>All rights</footer>`;

test('frame goes with its reason, content stays', () => {
  const document = read(article(''));
  expect(writers.markdown.write(document)).toMatch(/^# Flood\n\nThe river/);
  expect(document.trace?.filter(({ keep }) => !keep).map(({ by, text }) => [by, text])).toEqual([
    ['model', 'Home'],
    ['rule:page-footer', 'All rights'],
  ]);
});

test('--full-page keeps the frame, hidden text never shows', () => {
  const whole = markdown(article('<p style="display: none">secret'), { fullPage: true });
  expect(whole).toContain('All rights');
  expect(whole).not.toContain('secret');
});

test('unsafe links lose their address, relative ones become absolute', () => {
  const out = markdown(article('<p>See <a href="javascript:x()">this</a> and <a href="/b">that</a> too.'), {
    url: 'https://example.org/a/',
  });
  expect(out).toContain('See this and [that](https://example.org/b) too.');
});

test('a table keeps its grid over spans, with breaks inside a cell', () => {
  const out = markdown(
    article('<table><tr><th>A<th>B<th>C<tr><td colspan=2>wide<td>x<br>y<tr><td>1<td>2<td>3</table>'),
  );
  expect(out).toMatch(/\| A +\| B +\| C +\|\n\|.*\n\| wide \| +\| x<br>y \|/);
});

test('code keeps its lines and its language, lists their nesting', () => {
  const out = markdown(
    article('<pre><code class="language-js">a\n  b</code></pre><ol start=3><li>three<ul><li>inner</ul><li>four</ol>'),
  );
  expect(out).toContain('```js\na\n  b\n```');
  expect(out).toContain('3. three\n   - inner\n4. four');
});

test('a section named like the title stays a section: nothing is cut without a word', () => {
  expect(markdown(article('<h2>Flood</h2><p>What the word means.'))).toMatch(
    /^# Flood\n[\s\S]*\n## Flood\n\nWhat the word means\./,
  );
});

test('what follows a block inside a cell is parted from it', () => {
  const out = markdown(article('<table><tr><th>A<th>B<tr><td><p>one</p>two<td>x</table>'));
  expect(out).toContain('| one<br>two | x |');
});

test('a page that no template framed loses lines about itself below its last rule, but no text', () => {
  const story = [1, 2, 3, 4].map((at) => `<dd>${at}. ${WORDS}`).join('\n');
  const page = (end: string) =>
    markdown(`<center><h2>Letters</h2></center><hr>${story}<hr><p>${WORDS}It went on.</p><hr>${end}`);
  expect(page('<small>Write to the programmer.</small>')).toContain('It went on.');
  expect(page('<small>Write to the programmer.</small>')).not.toContain('programmer');
  expect(page(`<p>${WORDS}It ended.</p>`)).toContain('It ended.');
  expect(page('<p>The end.</p>')).toContain('The end.');
});

test('a page whose structure tells nothing keeps its beginning and its end', () => {
  const around = (inside: string) =>
    markdown(`<article><p>First, ${WORDS}</p>${inside}<p>${WORDS}At last.</p></article>`);
  const deep = (open: string, close: string) => around(`${open.repeat(450)}inside${close.repeat(450)}`);
  for (const out of [
    deep('<ul><li>item ', '</li></ul>'),
    deep('<ul class="a"><li>item ', '</li></ul>'),
    deep('<table id="a"><tr><td>cell ', '</td></tr></table>'),
  ]) {
    expect(out).toContain('First,');
    expect(out).toContain('inside');
    expect(out).toContain('At last.');
  }
});

test('where most of a page are links, a short one is content, too', () => {
  expect(
    markdown(`<article><p>${WORDS}</p>${'<a href=/u>A long name of a river</a> '.repeat(9)}<p><a href=/z>Zuari`),
  ).toContain('Zuari');
});
