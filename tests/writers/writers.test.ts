import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts();
const read = (html: string) => convert({ id: 'x.html', body: html }, { from: 'html', fullPage: true }, parts);

test('no format lets a control character through to a terminal', () => {
  const document = read('<p>red &#x1b;[31m words<p>bell &#7; <code>in &#x1b;[0m code</code>');
  for (const writer of Object.values(writers))
    expect(writer.write(document)).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]|\\u00[01]/);
});

test('of two lists in a row each keeps its own slice of the Markdown', () => {
  const row = JSON.parse(writers.json.write(read('<ul><li>a</ul><ul><li>b</ul><p>end<p>more')));
  expect(row.blocks.map((block: { markdown: string }) => block.markdown)).toEqual(['- a', '* b', 'end', 'more']);
  expect(row.markdown).toBe('- a\n\n* b\n\nend\n\nmore\n');
});

test('HTML keeps the breaks of a cell and lowered letters, and no markup of the page', () => {
  const html = writers.html.write(
    read('<table><tr><th>A<th>B<tr><td>one<br>two<td>H<sub>2</sub>O</table><p>&lt;script>x&lt;/script>'),
  );
  expect(html).toContain('one<br>two');
  expect(html).toContain('H<sub>2</sub>O');
  expect(html).not.toContain('<script');
});

test('plain text has no bullet, and no gap, for a picture alone; a number stays', () => {
  const picture = '<img src=/a.png alt="A boat">';
  const html = `<ul><li>${picture}<li>two</ul><ol><li>${picture}<li>b</ol><blockquote><p>a<p>${picture}<p>c</blockquote>`;
  expect(writers.text.write(read(html))).toBe('- two\n\n1.\n2. b\n\na\n\nc\n');
});

test('a list may start at nought', () => {
  expect(writers.markdown.write(read('<ol start=0><li>none<li>one</ol>'))).toBe('0. none\n1. one\n');
});
