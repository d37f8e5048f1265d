import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { ConvertError, type ConvertOptions, convert, type Document, loadParts, writers } from '../src/index.ts';

const parts = await loadParts();
const markdownParser = unified().use(remarkParse).use(remarkGfm).freeze();
const RUNS = { numRuns: 150, seed: 1 };

/** The document, or nothing where the input has none. Whatever else is thrown fails the test. */
function document(body: string | Uint8Array, options: ConvertOptions): Document | undefined {
  try {
    return convert({ id: 'input', body }, { explain: true, ...options }, parts);
  } catch (error) {
    if (error instanceof ConvertError) return undefined;
    throw error;
  }
}

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{3,9}$/),
  fc.stringMatching(/^[а-я]{3,9}$/),
  fc.stringMatching(/^[ء-ي]{3,9}$/),
  fc.stringMatching(/^[一-十]{2,9}$/),
  fc.stringMatching(/^[A-Z][a-z]{2,8}[A-Z][a-z]{2,8}$/),
  fc.stringMatching(/^[0-9]{1,5}$/),
);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const line = fc.oneof(
  sentence,
  sentence.map((text) => `${text}.`),
  sentence.map((text) => `• ${text}`),
  sentence.map((text) => `    - ${text}`),
  sentence.map((text) => `1. ${text}`),
  sentence.map((text) => `"${text}"`),
  fc.array(word, { minLength: 2, maxLength: 5 }).map((cells) => cells.join('\t')),
  fc.array(word, { minLength: 2, maxLength: 5 }).map((cells) => `| ${cells.join(' | ')} |`),
  fc.constant(''),
);
const flatText = fc.array(line, { minLength: 1, maxLength: 30 }).map((lines) => lines.join('\n'));

const tag = fc.constantFrom(
  ...['p', 'div', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'h1', 'h2', 'h6', 'b', 'em', 'a', 'pre', 'code', 'br'],
  ...['img', 'svg', 'math', 'template', 'select', 'article', 'nav', 'blockquote', 'dl', 'dt', 'figure', 'noscript'],
);
const piece = fc.oneof(
  tag.map((name) => `<${name}>`),
  tag.map((name) => `</${name}>`),
  sentence,
  fc.string(),
  fc.string({ unit: 'grapheme' }),
);
const html = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

test('any bytes give a document or a ConvertError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      for (const from of ['auto', 'text', 'html'] as const) document(bytes, { from });
    }),
    RUNS,
  );
});

test('any text and any HTML give a document or a ConvertError, and Markdown that parses', () => {
  const check = (body: string, options: ConvertOptions): void => {
    const result = document(body, options);
    if (result !== undefined) expect(markdownParser.parse(writers.markdown.write(result)).type).toBe('root');
  };
  fc.assert(
    fc.property(fc.oneof(flatText, fc.string({ unit: 'grapheme' })), (text) => check(text, { from: 'text' })),
    RUNS,
  );
  fc.assert(
    fc.property(html, fc.boolean(), (source, fullPage) => check(source, { from: 'html', fullPage })),
    RUNS,
  );
});

test('the same input gives the same document', () => {
  fc.assert(
    fc.property(flatText, html, (text, source) => {
      expect(document(text, { from: 'text' })).toEqual(document(text, { from: 'text' }));
      expect(document(source, { from: 'html' })).toEqual(document(source, { from: 'html' }));
    }),
    RUNS,
  );
});

test('each letter of a text is in the document or in the trace as cut', () => {
  fc.assert(
    fc.property(flatText, (text) => {
      const result = document(text, { from: 'text' });
      if (result === undefined) return;
      const cut = (result.trace ?? []).filter(({ keep }) => !keep).map((verdict) => verdict.text);
      const there = letters([textOf(result.body), ...cut].join(' '));
      const missing = [...letters(text)].filter(([letter, count]) => (there.get(letter) ?? 0) < count);
      expect(missing).toEqual([]);
    }),
    RUNS,
  );
});

test('Markdown parses back to the letters it was written from', () => {
  const check = (body: string, options: ConvertOptions): void => {
    const result = document(body, options);
    if (result === undefined) return;
    const markdown = writers.markdown.write(result);
    const parsed = letters(textOf(markdownParser.parse(markdown)));
    const missing = [...letters(textOf(result.body))].filter(([letter, count]) => (parsed.get(letter) ?? 0) < count);
    expect(missing, markdown).toEqual([]);
  };
  fc.assert(
    fc.property(flatText, (text) => check(text, { from: 'text' })),
    RUNS,
  );
  fc.assert(
    fc.property(html, (source) => check(source, { from: 'html', fullPage: true })),
    RUNS,
  );
});

test('the rows of a table have as many cells as its head', () => {
  fc.assert(
    fc.property(flatText, (text) => {
      for (const node of document(text, { from: 'text' })?.body.children ?? []) {
        if (node.type !== 'table') continue;
        const widths = new Set(node.children.map((row) => row.children.length));
        expect(widths.size).toBe(1);
      }
    }),
    RUNS,
  );
});

/** How often each letter occurs; digits and marks may be list markers, which are structure afterwards. */
function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.match(/\p{L}/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join(' ') : '';
}

const DEEP: readonly (readonly [string, string])[] = [
  ['div', '<div>'.repeat(20_000)],
  ['ul', '<ul><li>item '.repeat(5_000)],
  ['blockquote', '<blockquote>'.repeat(5_000)],
  ['em and strong', '<em><strong>'.repeat(2_000)],
  ['table', '<table><tr><td>'.repeat(2_000)],
  ['span', '<span>word '.repeat(10_000)],
  ['quote marks', `${'> '.repeat(5_000)}word`],
  ['tabs', `${'\t'.repeat(50_000)}word\n`],
  ['short lines', 'Alpha 12\n'.repeat(20_000)],
  ['lines of one sentence', 'a short line of text\n'.repeat(100_000)],
  ['glued rows', 'Alpha12Beta34Gamma56Delta\n'.repeat(5_000)],
  ['tab rows', 'a\tb\tc\td\n'.repeat(3_000)],
  ['one word', 'A1'.repeat(100_000)],
  ['words under a statement', `x = 1;\n${'aa bb cc dd '.repeat(20_000)}\n`],
  ['torn sentences', 'word\n, and\n'.repeat(20_000)],
];

test.each(DEEP)(
  '%s, nested or repeated thousands of times, is converted in seconds',
  { timeout: 20_000 },
  (_, body) => {
    for (const from of ['html', 'text'] as const) {
      for (const fullPage of [false, true]) {
        const result = document(`${body} and the last words of it.`, { from, fullPage });
        if (result !== undefined) for (const writer of Object.values(writers)) writer.write(result);
      }
    }
  },
);
