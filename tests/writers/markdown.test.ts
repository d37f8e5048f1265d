import fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown as libraryToMarkdown } from 'mdast-util-to-markdown';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { convert, loadParts, type MarkdownStyle, writers } from '../../src/index.ts';
import { toMarkdown } from '../../src/writers/markdown.ts';
import { cpuTime } from '../cpu-time.ts';

const parts = await loadParts(['parseHtml']);

const page = (body: string, options = {}) =>
  convert({ id: 'page.html', body }, { from: 'html', fullPage: true, ...options }, parts);

const paragraph = (...children: PhrasingContent[]): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children }],
});

test('a text of megabytes is written as the library writes it, byte for byte', () => {
  const seam = fc.constantFrom(
    '_',
    '*',
    'snake_case_x',
    ' ',
    '1.',
    '\\',
    '\\*',
    '[a](b)',
    '日本',
    '！',
    '~~',
    'a@b.c',
    'www.x',
    '&amp;',
    '\u00a0',
  );
  const word = fc.oneof(seam, fc.stringMatching(/^[a-z]{1,8}$/));
  fc.assert(
    fc.property(fc.array(word, { minLength: 50, maxLength: 200 }), (words) => {
      const value = words.join('').repeat(Math.ceil(200_000 / words.join('').length));
      const body = paragraph({ type: 'strong', children: [{ type: 'text', value }] }, { type: 'text', value });
      const expected = libraryToMarkdown(body, { emphasis: '*', bullet: '-', extensions: [gfmToMarkdown()] });
      expect(toMarkdown(body) === expected).toBe(true);
    }),
    { numRuns: 3, seed: 1 },
  );
});

test('prose is written as the library writes it, whatever stands beside it', () => {
  const character = fc.constantFrom(...`aw. W1-('")? ,;x日ж中`);
  const text = fc
    .string({ unit: character, minLength: 1, maxLength: 6 })
    .map((value) => ({ type: 'text' as const, value }));
  const part = fc.oneof(
    text,
    text.map((inner) => ({ type: 'strong' as const, children: [inner] })),
    text.map((inner) => ({ type: 'link' as const, url: '/a', children: [inner] })),
    fc.constant({ type: 'break' as const }),
  );
  const block = (children: PhrasingContent[], kind: number): Root['children'][number] =>
    kind === 0
      ? { type: 'heading', depth: 2, children }
      : kind === 1
        ? { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }] }
        : { type: 'paragraph', children };
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(3), (children, kind) => {
      const body: Root = { type: 'root', children: [block(children, kind)] };
      const expected = libraryToMarkdown(body, { emphasis: '*', bullet: '-', extensions: [gfmToMarkdown()] });
      expect(toMarkdown(body)).toBe(expected);
    }),
    { numRuns: 1000, seed: 1 },
  );
});

test('a paragraph of thousands of parts is written as the library writes it', () => {
  const parts = fc.constantFrom<PhrasingContent>(
    { type: 'text', value: ' and_ ' },
    { type: 'text', value: 'x' },
    { type: 'text', value: ' *, ' },
    { type: 'break' },
    { type: 'inlineCode', value: '`' },
    { type: 'strong', children: [{ type: 'text', value: '“bold”' }] },
    { type: 'link', url: '/a', children: [{ type: 'emphasis', children: [{ type: 'text', value: 'y' }] }] },
  );
  fc.assert(
    fc.property(fc.array(parts, { minLength: 20, maxLength: 60 }), (some) => {
      const body = paragraph(...Array.from({ length: 3000 }, (_, at) => some[at % some.length] as PhrasingContent));
      const expected = libraryToMarkdown(body, { emphasis: '*', bullet: '-', extensions: [gfmToMarkdown()] });
      expect(toMarkdown(body) === expected).toBe(true);
    }),
    { numRuns: 4, seed: 1 },
  );
});

test('--md styles give the marks they name', () => {
  const source =
    '<h1>Head</h1><ul><li>one</li></ul><hr><p><em>soft</em> <strong>loud</strong></p><pre>code</pre><ol><li>a</li><li>b</li></ol>';
  const style: MarkdownStyle = {
    bullet: '*',
    ordered: ')',
    emphasis: '_',
    strong: '_',
    fence: '~',
    rule: '_',
    headings: 'setext',
    indent: 'tab',
    numbers: 'one',
  };
  expect(writers.markdown.write(page(source), { style })).toBe(
    'Head\n====\n\n*   one\n\n___\n\n_soft_ __loud__\n\n~~~\ncode\n~~~\n\n1)  a\n1)  b\n',
  );
});

test('no title ends front matter, and none of it commands a terminal', () => {
  const title = 'T&#10;---&#10;evil: 1&#x1b;[2J &quot;q&quot; \u202egpj';
  const written = writers.markdown.write(page(`<title>${title}</title><p>text</p>`), { frontMatter: true });
  const [, yaml = '', body = ''] = written.split(/^---$/m);
  expect(
    yaml
      .trim()
      .split('\n')
      .every((line) => /^\w+: (?:".*"|\[.*\]|true|false)$/.test(line)),
  ).toBe(true);
  expect(written).not.toMatch(/[\u202e\x1b]/);
  expect(body.trim()).toBe('text');
});

test('a rule on the first line does not open front matter', () => {
  expect(writers.markdown.write(page('<hr><p>a: b</p><hr>'))).toBe('***\n\na: b\n\n---\n');
});

test('a bidi override ends with its line in Markdown and stands as an escape in JSON', () => {
  const document = page('<pre>if (a /*\u202e } \u2066if (b)\u2069 \u2066 */)\nnext</pre>');
  expect(writers.markdown.write(document)).toContain('*/)\u2069\u202c\nnext');
  expect(writers.json.write(document)).toContain('\\u202e');
  expect(writers.json.write(document)).not.toContain('\u202e');
});

test('a table as HTML keeps its spans and holds no blank line', () => {
  const source = '<table><tr><th colspan=2>A &amp; b</th></tr><tr><td>x<br><br>y</td><td><b>z</b></td></tr></table>';
  expect(writers.markdown.write(page(source, { tables: 'html' }))).toBe(
    '<table>\n<tr><th colspan="2">A &#x26; b</th></tr>\n<tr><td>x <br> y</td><td><strong>z</strong></td></tr>\n</table>\n',
  );
});

test('raw HTML is let through when asked, without its attributes', () => {
  const source =
    '<details onclick="x()"><summary>More</summary><p>H<u style="a">2</u></p></details><script>x()</script>';
  expect(writers.markdown.write(page(source))).toBe('More\n\nH2\n');
  expect(writers.markdown.write(page(source, { allowHtml: true }))).toBe(
    '<details>\n\n<summary>More</summary>\n\nH<u>2</u>\n\n</details>\n',
  );
});

test('lists and quotes nested beyond the cap are joined and reported, and no word is lost', () => {
  const source = `${'<blockquote><ul><li>word '.repeat(60)}end`;
  const document = page(source);
  expect(document.quality.warnings.map(({ code }) => code)).toContain('depth-flattened');
  const markdown = writers.markdown.write(document);
  expect(markdown.match(/word/g)).toHaveLength(60);
  expect(unified().use(remarkParse).parse(markdown).type).toBe('root');
});

test('emphasis in emphasis by the hundred is one emphasis', async () => {
  const write = () =>
    expect(writers.markdown.write(page(`<p>${'<em><strong>'.repeat(150)}word</p>`))).toBe('***word***\n');
  expect(await cpuTime(write)).toBeLessThan(5000);
});
