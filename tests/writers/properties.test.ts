/** What holds for any page, whatever is in it. */
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { ConvertError, convert, type Document, loadParts, type MarkdownStyle, writers } from '../../src/index.ts';

const parts = await loadParts(['parseHtml']);
const markdownParser = unified().use(remarkParse).use(remarkGfm).freeze();
const RUNS = { numRuns: 150, seed: 7 };

function read(body: string): Document | undefined {
  try {
    return convert({ id: 'page.html', body }, { from: 'html', fullPage: true }, parts);
  } catch (error) {
    if (error instanceof ConvertError) return undefined;
    throw error;
  }
}

const address = fc.constantFrom(
  'javascript:x()',
  ' jAva\nscript:x()',
  '&#1;javascript:x()',
  'javascript&colon;x()',
  'data:text/html,<script>x()</script>',
  'vbscript:x()',
  '"><script>x()</script>',
  'https://a.example/" onclick="x()',
  'https://a.example/?a=1&b=<b>',
);
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '<script>x()</script>',
    '&lt;script&gt;x()&lt;/script&gt;',
    ']]></title><script>x()</script>',
    '[a](javascript:x)',
  ),
);
const piece = fc.oneof(
  words,
  address.map((url) => `<a href="${url}">a</a>`),
  address.map((url) => `<img src="${url}" alt="b" onerror="x()">`),
  fc
    .tuple(
      fc.constantFrom(
        'p',
        'b',
        'li',
        'td',
        'h2',
        'pre',
        'code',
        'svg',
        'math',
        'sub',
        'i',
        'ol><li',
        'blockquote',
        'h1',
      ),
      words,
    )
    .map(([name, inside]) => `<${name} onclick="x()" style="background:url(javascript:x)">${inside}</${name}>`),
  fc.constantFrom(
    '<ul>',
    '</ul>',
    '<table><tr>',
    '</table>',
    '<iframe srcdoc="<script>x()</script>">',
    '<math><annotation encoding="application/x-tex"><script>x()</script></annotation></math>',
    '<style>',
    '</style>',
    '<!--',
    '-->',
  ),
);
const page = fc
  .tuple(words, fc.array(piece, { maxLength: 25 }))
  .map(([title, pieces]) => `<title>${title}</title>${pieces.join('')}`);

/** Elements and addresses that could run something. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('childNodes' in node) open.push(...node.childNodes);
    if (!('tagName' in node)) continue;
    if (/^(?:script|iframe|object|embed|style|base|form|svg|math)$/.test(node.tagName)) found.push(node.tagName);
    for (const { name, value } of node.attrs) {
      const isAddress = /^(?:href|src|action|srcdoc)$/.test(name);
      if (/^on|^style$/.test(name) || (isAddress && /^[\s\0-\x1f]*(?:javascript|vbscript|data):/i.test(value)))
        found.push(`${name}=${value}`);
    }
  }
  return found;
}

test('HTML holds nothing that runs', () => {
  fc.assert(
    fc.property(page, (source) => {
      const document = read(source);
      if (document !== undefined) expect(dangers(writers.html.write(document))).toEqual([]);
    }),
    RUNS,
  );
});

test('the tree in JSON, written again, is its Markdown, and blocks are slices of it', () => {
  fc.assert(
    fc.property(page, (source) => {
      const document = read(source);
      if (document === undefined) return;
      const row = JSON.parse(writers.json.write(document, { ast: true }));
      expect(writers.markdown.write({ ...document, body: row.mdast })).toBe(row.markdown);
      let from = 0;
      for (const block of row.blocks) {
        const at = row.markdown.indexOf(block.markdown, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + block.markdown.length;
      }
    }),
    RUNS,
  );
});

test('a style changes how Markdown is written, not what it says', () => {
  const styles: readonly MarkdownStyle[] = [
    { bullet: '*', emphasis: '_', strong: '_' },
    { bullet: '+', ordered: ')', rule: '_', fence: '~' },
    { headings: 'setext', indent: 'tab', rule: '*' },
    { indent: 'mixed', numbers: 'one' },
  ];
  const tree = (markdown: string) =>
    JSON.stringify(markdownParser.parse(markdown), (key, value) => (key === 'position' ? undefined : value));
  fc.assert(
    fc.property(page, fc.constantFrom(...styles), (source, style) => {
      const document = read(source);
      if (document === undefined) return;
      expect(tree(writers.markdown.write(document, { style }))).toBe(tree(writers.markdown.write(document)));
    }),
    RUNS,
  );
});

test('a value of the front matter is one line, and reads back as it was', () => {
  const document = read('<p>text') as Document;
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.oneof(
          fc.constantFrom('"', "'", '\n', '-', ':', '#', '\\', '\u2028', '\u0085', '\u202e', '\ufeff'),
          fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
        ),
      }),
      (title) => {
        const metadata = { title: { value: title, from: 'title', confidence: 1 } };
        const written = writers.markdown.write({ ...document, metadata }, { frontMatter: true });
        const [open, line = '', close] = written.split('\n');
        expect([open, close]).toEqual(['---', '---']);
        expect(line).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028\u2029]/);
        expect(JSON.parse(line.replace(/^title: /, ''))).toBe(title);
      },
    ),
    RUNS,
  );
});
