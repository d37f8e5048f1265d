/** Films, maps and recordings that a page shows from elsewhere. */
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';
import type { ConvertOptions } from '../../src/options.ts';

const parts = await loadParts(['parseHtml']);
const LINE = '<p>The ferry waits at the landing until the last of the passengers has found a seat and a blanket.';
const AROUND = LINE.slice(3);

/** What stands in the Markdown between two lines of the text. */
function between(inside: string, options: ConvertOptions = {}): string {
  const body = `<nav id=top><a href=/>Home</a></nav><article><h1>Ferry</h1>${LINE} Once.</p>${inside}${LINE} Twice.</p></article>`;
  const markdown = writers.markdown.write(convert({ id: 'x.html', body }, { from: 'html', ...options }, parts));
  return markdown.slice(markdown.indexOf('Once.') + 5, markdown.indexOf(`${AROUND} Twice.`)).trim();
}

test.each([
  [
    'a frame with a title',
    '<iframe src="https://f.example/1" title="At  low tide"></iframe>',
    '[At low tide](https://f.example/1)',
  ],
  ['a frame without one', '<iframe src="https://www.f.example/1"></iframe>', '[f.example](https://www.f.example/1)'],
  [
    'one that waits',
    '<iframe src="about:blank" data-src="//f.example/1"></iframe>',
    '[f.example](https://f.example/1)',
  ],
  [
    'in boxes',
    '<figure><div><iframe src="https://f.example/1"></iframe></div></figure>',
    '[f.example](https://f.example/1)',
  ],
  [
    'a film with sources',
    '<video controls><source src="https://f.example/a/low.mp4?x=1"></video>',
    '[low.mp4](https://f.example/a/low.mp4?x=1)',
  ],
  ['a film beside the page', '<video src="films/low.mp4"></video>', '[low.mp4](films/low.mp4)'],
  [
    'an object in an object',
    '<object data="https://f.example/1"><embed src="https://f.example/1"></object>',
    '[f.example](https://f.example/1)',
  ],
  [
    'a copy for readers without scripts',
    '<iframe src="https://f.example/1"></iframe><noscript><iframe src="https://f.example/1"></iframe></noscript>',
    '[f.example](https://f.example/1)',
  ],
])('%s is a link', (_, inside, link) => {
  expect(between(inside)).toBe(link);
  expect(between(inside, { links: false })).toBe('');
});

test.each([
  ['without an address', '<iframe srcdoc="<p>x"></iframe><video></video>'],
  ['of another scheme', '<iframe src="javascript:alert(1)"></iframe><iframe src="data:text/html,x"></iframe>'],
  ['of the page’s own site', '<iframe src="/widget"></iframe>'],
  ['of a pixel', '<iframe src="https://f.example/1" width="1" height="1"></iframe>'],
  ['not displayed', '<div style="display:none"><iframe src="https://f.example/1"></iframe></div>'],
  ['in a box for advertisements', '<div class="ad-slot"><iframe src="https://f.example/1"></iframe></div>'],
  ['for a button', '<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>'],
  [
    'among what is cut',
    '<div class="related"><a href="/1">One</a> <a href="/2">Two</a><iframe src="https://f.example/1"></iframe><a href="/3">Three</a></div>',
  ],
])('a frame %s is none', (_, inside) => {
  expect(between(inside)).toBe('');
});

test('plain text leaves its title out, as it does what pictures show', () => {
  const body = `${LINE}</p><iframe src="https://f.example/1" title="At low tide"></iframe>${LINE}</p>`;
  const text = writers.text.write(convert({ id: 'x.html', body }, { from: 'html', fullPage: true }, parts));
  expect(text).toBe(`${AROUND}\n\n${AROUND}\n`);
});
