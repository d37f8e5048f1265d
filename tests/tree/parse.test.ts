import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_NESTING } from '../../src/tree/flatten-nesting.ts';
import {
  attribute,
  flattened,
  kind,
  namespace,
  nextInside,
  nodeCount,
  parent,
  type Tree,
  tag,
  text,
} from '../../src/tree/node.ts';
import { parseHtml } from '../../src/tree/parse.ts';

const MANY = 100_000;
const each = (count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join('');

const HOSTILE: readonly (readonly [string, string])[] = [
  ['divs', `${'<div>'.repeat(MANY)}x${'</div>'.repeat(MANY)}`],
  ['divs without an end', `${'<div>'.repeat(MANY)}x`],
  ['fonts', `${'<font>'.repeat(MANY)}x`],
  ['fonts that differ', `${each(MANY, (at) => `<font size=${at}>`)}x`],
  ['fonts that outlive their paragraphs', `${each(5_000, (at) => `<p><font size=${at}>`)}x`],
  ['spans', `${'<span>'.repeat(MANY)}x`],
  ['tables', `${'<table><tr><td>'.repeat(20_000)}x`],
  ['lists', `${'<ul><li>'.repeat(30_000)}x`],
  ['end tags of nothing', `${'<div></x>'.repeat(20_000)}x`],
  ['crossed tags', `${'<span><div></span>'.repeat(20_000)}x`],
  ['crossed formatting', `${'<b><div></b>'.repeat(20_000)}x`],
  ['end tags behind a cell', `${'<div><table><tr><td></div>'.repeat(10_000)}x`],
  ['foreign content', `${'<svg>'.repeat(MANY)}x`],
  ['foreign content that breaks off', `<svg><p>${'<x-y/>'.repeat(20_000)}x`],
  ['a title in foreign content', `<svg><title/></svg>${'<div>'.repeat(20_000)}x`],
  ['quotes without an end', `x${'<a "'.repeat(50_000)}`],
  ['tags without an end', `x${'<a '.repeat(MANY)}`],
  ['comments without an end', `x${'<!--'.repeat(MANY)}`],
  ['attributes', `<p ${each(MANY, (at) => `a${at}`)}>x`],
];

test.each(HOSTILE)('%s by the thousand parse in seconds, and their text stays', { timeout: 10_000 }, (_, source) => {
  expect(text(parseHtml(source), 0)).toContain('x');
});

const nodesOf = (tree: Tree): number[] => Array.from({ length: nodeCount(tree) }, (_, node) => node);

const LONG: readonly (readonly [string, string, string])[] = [
  ['rows', `<table>${'<tr><td>a<td>b'.repeat(1_000)}</table>`, 'td'],
  ['items', `<ul>${'<li><p>a'.repeat(1_000)}</ul>`, 'li'],
  ['terms', `<dl>${'<dt>a<dd><p>b'.repeat(1_000)}</dl>`, 'dd'],
  ['anchors', each(1_000, (at) => `<p><a name=${at}>x <b>y</b>`), 'a'],
  ['breaks', 'a<br>'.repeat(1_000), 'br'],
  ['paragraphs', '<p><i>a</i> <b>b</b>'.repeat(1_000), 'p'],
];

test.each(LONG)('a thousand %s without end tags are not nested', (_, source, name) => {
  const tree = parseHtml(source);
  expect(flattened(tree)).toBe(0);
  expect(nodesOf(tree).filter((node) => tag(tree, node) === name).length).toBeGreaterThanOrEqual(1_000);
});

test('whatever the tags, the tree stays shallow', () => {
  const names = 'div p b i a span table tr td ul li dl dd h2 form button section select font'.split(' ');
  const start = fc.constantFrom(...names).map((name) => `<${name}>`);
  const end = fc.constantFrom(...names).map((name) => `</${name}>`);
  const piece = fc.array(fc.oneof({ weight: 2, arbitrary: start }, end, fc.constant('x')), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(piece, (tags) => {
      const tree = parseHtml(tags.join('').repeat(600));
      let deepest = 0;
      const depths = new Int32Array(nodeCount(tree));
      for (let node = 1; node < depths.length; node += 1) {
        depths[node] = (depths[parent(tree, node)] ?? 0) + 1;
        deepest = Math.max(deepest, depths[node] ?? 0);
      }
      expect(deepest).toBeLessThanOrEqual(MAX_NESTING + 2);
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('a tree reads in document order, with its attributes, namespaces and templates', () => {
  const tree = parseHtml(
    '<p class="a b" hidden data-Id=7>one<svg viewBox="0 0 1 1"><path/></svg><template><i>two</i></template>',
  );
  const seen: string[] = [];
  for (let node = 0; node !== -1; node = nextInside(tree, node))
    if (kind(tree, node) === 'element') seen.push(tag(tree, node));
  expect(seen).toEqual(['html', 'head', 'body', 'p', 'svg', 'path', 'template', 'i']);
  const at = (name: string) => nodesOf(tree).find((node) => tag(tree, node) === name) ?? -1;
  expect([
    attribute(tree, at('p'), 'class'),
    attribute(tree, at('p'), 'hidden'),
    attribute(tree, at('p'), 'data-id'),
  ]).toEqual(['a b', '', '7']);
  expect([attribute(tree, at('svg'), 'viewbox'), attribute(tree, at('p'), 'id')]).toEqual(['0 0 1 1', undefined]);
  expect([namespace(tree, at('path')), namespace(tree, at('i'))]).toEqual(['svg', 'html']);
  expect(text(tree, at('p'))).toBe('onetwo');
});
