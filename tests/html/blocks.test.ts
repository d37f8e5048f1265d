import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segment } from '../../src/html/block.ts';
import { extract } from '../../src/html/extract.ts';
import { kind, nodeCount, parent, text } from '../../src/tree/node.ts';
import { parseHtml } from '../../src/tree/parse.ts';

const TOLD = 'The river rose again on Monday, and the people of the lower town carried what they could up the hill. ';
const cuts = (html: string, options = {}): string[] =>
  extract(parseHtml(html), options).verdicts.map(
    ({ keep, by, text }) => `${keep ? '+' : '-'} ${by} ${text.slice(0, 12)}`,
  );

test('a block is a run of text between the borders of block elements', () => {
  const blocks = segment(
    parseHtml('<div>one <b>two</b><p>three<br>four <a href=x>five</a></p>six<script>7</script></div>'),
  );
  expect(blocks.map(({ text, linked }) => [text, linked])).toEqual([
    ['one two', 0],
    ['three four five', 4],
    ['six', 0],
  ]);
});

test('a formula does not part the line that it stands in', () => {
  const blocks = segment(
    parseHtml(
      '<p>so <math><mfrac><mi>a</mi><mi>b</mi></mfrac></math> and <mjx-container><mjx-math></mjx-math></mjx-container> end',
    ),
  );
  expect(blocks.map(({ text }) => text)).toEqual(['so ab and end']);
});

test('each text node is in one block at most, and a kept node hangs on kept ones', () => {
  const tags = fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '<a href=x>',
    '</a>',
    '<nav>',
    '</nav>',
    '<td>',
    '<table>',
    '<script>',
    '</script>',
    TOLD,
  );
  fc.assert(
    fc.property(fc.array(tags, { maxLength: 40 }), (pieces) => {
      const tree = parseHtml(pieces.join(''));
      const nodes = segment(tree).flatMap((block) => block.nodes);
      expect(new Set(nodes).size).toBe(nodes.length);
      const { keep } = extract(tree, {});
      for (let node = 1; node < nodeCount(tree); node += 1)
        if (keep[node] === 1) expect(keep[parent(tree, node)]).toBe(1);
    }),
    { numRuns: 200 },
  );
});

test('a block in a link is a link', () => {
  expect(segment(parseHtml('<a href=x><div>card</div></a>'))[0]).toMatchObject({ text: 'card', linked: 4 });
});

test('a verdict says who decided, and where', () => {
  const { verdicts } = extract(parseHtml(`<main><p>${TOLD}<p>${TOLD}yes</main><div class=cookieBar>ok</div>`), {});
  expect(verdicts.map(({ by, path }) => [by, path])).toEqual([
    ['default', 'html>body>main>p'],
    ['default', 'html>body>main>p'],
    ['rule:consent', 'html>body>div'],
  ]);
});

test('a page that waits for a script is read, a hidden part of it is not', () => {
  expect(cuts(`<div style="visibility:hidden"><p>${TOLD}<p>again. ${TOLD}<p hidden>secret</div>`)).toEqual([
    '+ default The river ro',
    '+ default again. The r',
    '- rule:hidden secret',
  ]);
});

test('hidden panels alike behind shown lines are an accordion, a lone one is not', () => {
  const fold = (label: string, text: string) =>
    `<div><b>${label}</b><div class=fold style="display:none">${text}</div></div>`;
  const page = (folds: string) => cuts(`<main><p>${TOLD}<p>again. ${TOLD}${folds}</main>`);
  const three = page(fold('Wann?', 'Morgen.') + fold('Wo?', 'Hier.') + fold('Wer?', 'Alle.'));
  expect(three.filter((cut) => cut.startsWith('-'))).toEqual([]);
  expect(page(fold('Wann?', 'Morgen.')).at(-1)).toBe('- rule:hidden Morgen.');
  const behindNothing = '<div class=fold style="display:none">secret</div>';
  expect(page(`<section>${behindNothing}</section>`.repeat(3)).at(-1)).toBe('- rule:hidden secret');
});

test('a panel behind a heading that says it is folded is read', () => {
  const fold = (button: string) => `<h3>${button}</h3><div hidden>Tomorrow.</div>`;
  const last = (button: string) => cuts(`<main><p>${TOLD}<p>again. ${TOLD}${fold(button)}</main>`).at(-1);
  expect(last('<button aria-expanded="false">When?</button>')).toMatch(/^\+ .* Tomorrow/);
  expect(last('When?')).toBe('- rule:hidden Tomorrow.');
});

test('a form around the whole page is no form of it', () => {
  expect(cuts(`<form><p>${TOLD}<p>again. ${TOLD}</form><form><label>Your mail</label></form>`)).toEqual([
    '+ default The river ro',
    '+ default again. The r',
    '- rule:frame-element Your mail',
  ]);
});

test('names that would take most of the page are not believed', () => {
  expect(cuts(`<div class=comments><p>${TOLD}<p>again. ${TOLD}</div><div class=menu>All</div>`)[0]).toBe(
    '+ default The river ro',
  );
});

test('a page of links alone is a list, links beside a story are not', () => {
  const links = Array.from({ length: 40 }, (_, at) => `<li><a href=/${at}>Work number ${at}</a>`).join('');
  expect(cuts(`<main><p>${TOLD}<ul>${links}</ul></main>`).every((cut) => cut.startsWith('+'))).toBe(true);
  const story = Array.from({ length: 40 }, (_, at) => `<p>${at} ${TOLD}`).join('');
  expect(cuts(`<main>${story}<ul><li><a href=/>Next one</a></ul></main>`).at(-1)).toBe('- rule:link-density Next one');
});

test('a page of few words keeps them', () => {
  const tree = parseHtml('<div><h1>Closed</h1><p>Until May.</div>');
  const { keep } = extract(tree, {});
  const kept = Array.from(keep.keys()).filter((node) => keep[node] === 1 && kind(tree, node) === 'text');
  expect(kept.map((node) => text(tree, node))).toEqual(['Closed', 'Until May.']);
});
