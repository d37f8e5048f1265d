import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts(['parseHtml', 'model']);
const read = (html: string) => convert({ id: 'x.html', body: html }, { from: 'html', explain: true }, parts);
const text = (html: string) => writers.text.write(read(html));
const FLOOD = [
  'The river rose again on Monday, and the people of the lower town carried what they could up the hill.',
  'On Tuesday the water stood at the second step of the church, and nobody remembered such a flood.',
  'By evening it was over, and the baker sold the last bread from a boat that his brother had brought.',
];
const story = FLOOD.map((sentence) => `<p>${sentence}</p>`).join('');
const page = (main: string, after = '') =>
  `<!doctype html><title>Flood</title><body class="page"><header class="top"><nav><a href=/>Home</a></nav></header>${main}<footer class="foot">All rights reserved</footer>${after}`;
const DIALOGUE =
  '<h2>Your privacy</h2><p>We and our 842 partners store and read information on a device, such as cookies and unique identifiers.</p><p>You may consent to this, or object where we rely on an interest that is called legitimate.</p><button>Accept</button>';

test.each([
  ['a manager of consent', `<div id="onetrust-consent-sdk"><div>${DIALOGUE}</div></div>`],
  ['a dialogue', `<div class="cookies" role="dialog">${DIALOGUE}</div>`],
  ['a banner', `<section class="site-cookie-banner">${DIALOGUE}</section>`],
])('%s is cut before anything is chosen, with its own reason', (_, dialogue) => {
  for (const html of [page(`<main>${story}</main>`, dialogue), page(`${dialogue}<main>${story}</main>`)]) {
    const { trace = [] } = read(html);
    expect(trace.filter(({ by }) => by === 'rule:consent').length).toBe(3);
    expect(text(html)).not.toContain('partners');
    expect(text(html)).toContain(FLOOD[2]);
  }
});

test('a page about cookies is a page', () => {
  const html = page(`<main class="cookie-policy"><h1>Cookies</h1><div class="cookie-text">${story}</div></main>`);
  expect(text(html)).toContain(FLOOD[0]);
});

test.each([
  ['one pixel', '<div style="width:1px; height:1px; overflow:hidden">unseen words</div>'],
  ['far off the page', '<p style="position:absolute; left:-9999px">unseen words</p>'],
  ['indented off the page', '<p style="text-indent:-9999px">unseen words</p>'],
  ['white on white by style', '<p style="color:#fff; background:white">unseen words</p>'],
  [
    'white on white by attribute',
    '<table bgcolor="#FFFFFF"><tr><td>Seen <font color="white">unseen words</font></table>',
  ],
])('text that nobody can see, %s, stays out and is counted', (_, unseen) => {
  const { trace = [], quality } = read(page(`<main>${story}${unseen}${story}</main>`));
  expect(trace.filter(({ by }) => by === 'rule:hidden').map((verdict) => verdict.text)).toEqual(['unseen words']);
  expect(quality.facts.cut).toMatchObject({ 'rule:hidden': 1 });
});

test('white on blue is read', () => {
  const html = page(
    `<main>${story}<table bgcolor="navy"><tr><td><font color="white">${FLOOD[0]} Twice.</font></table></main>`,
  );
  expect(text(html)).toContain('Twice.');
});

test.each(['color:inherit;background:inherit', 'color:initial; background-color:initial', 'background-color: ;'])(
  'what names no colour, %s, hides nothing',
  (style) => {
    expect(text(page(`<main>${story}<p style="${style}">${FLOOD[0]} Twice.</p></main>`))).toContain('Twice.');
    expect(text(page(`<main bgcolor="">${story}<p><font color="">${FLOOD[0]} Twice.</font></main>`))).toContain(
      'Twice.',
    );
  },
);

const more = [
  'The ferry stood still for three days, because a net had caught in its screw, and the ferryman slept in the cabin.',
  'Whoever had to cross took the long way by the upper bridge, which costs forty minutes on foot, and came home after dark.',
  'On the fourth morning a diver went down and brought up a shoe, two fish and the net, and the ferry sailed at noon.',
  'The shoe hangs at the landing until somebody asks for it, and the ferryman has promised to keep it dry until then.',
]
  .map((sentence) => `<p>${sentence}</p>`)
  .join('');

test('comments below an article are a part of their own, without the form to write one', () => {
  const html = page(
    `<main><article><h1>Flood</h1>${story}${more}</article><section id="comments" class="comments-area"><h2>2 comments</h2><ol><li class="comment"><b>Ada</b><p>I remember the flood of 1954, when my mother carried the hens to the roof.</p><li class="comment"><b>Ben</b><p>The bread was good, though, and the boat smelled of fish.</p></ol><form class="respond"><p>Your address is never shown to other readers of this page.</p></form></section></main>`,
  );
  const document = read(html);
  const { comments } = JSON.parse(writers.json.write(document));
  expect(comments.map(({ type }: { type: string }) => type)).toEqual(['heading', 'list']);
  expect(comments[1].items.map((item: { text: string }) => item.text.split('\n')[0])).toEqual(['Ada', 'Ben']);
  expect(JSON.stringify(comments)).not.toContain('address');
  expect(writers.text.write(document)).not.toContain('hens');
  expect(document.quality.facts.cut).toMatchObject({ comments: 5 });
});

test('a page that a script fills says so', () => {
  const shell =
    '<title>App</title><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/main.js"></script>';
  expect(() => read(shell)).toThrow(/a script fills this page/);
});

test('pictures that say what they show are content where there is no other', () => {
  const picture = (what: string) => `<a href="/x.jpg"><img src="/x.jpg" alt="${what}"></a>`;
  const menu = '<nav><ul><li><a href=/n>News and reports from the river<li><a href=/c>Contact us today</ul></nav>';
  const html = page(
    `${menu}<main class="gallery">${picture('A ferry at the landing')}${picture('The diver with the shoe')}</main><script src=/a.js></script>`,
  );
  expect(writers.markdown.write(read(html))).toContain('![The diver with the shoe](/x.jpg)');
});

test('a name of many letters describes no picture, and takes no time', () => {
  const picture = `<img src="/x.jpg" alt="${'a'.repeat(20_000)}">`;
  expect(() => read(page(`<main class="gallery">${picture}${picture}</main><script src=/a.js></script>`))).toThrow(
    'no content found',
  );
});

test('a comment inside a line parts nothing', () => {
  const { trace = [] } = read(
    page(`<main><p>The river<!-- x --> rose <b>again<!-- y --></b> on Monday.</p>${story}</main>`),
  );
  expect(trace.map((verdict) => verdict.text)).toContain('The river rose again on Monday.');
});

test('a banner of consent is cut from a page whose own text is short', () => {
  const short =
    '<div class="text"><h1>Permits</h1><p>You need one after fourteen days.</p><h2>How to apply</h2><p>Send a drawing of the boat to the lock office, by post.</p></div>';
  const banner =
    '<div class="site-cookie-banner"><p>We would like to set some cookies that remember what you looked at and when.</p></div>';
  expect(text(page(`${banner}${short}`))).not.toContain('remember what');
  expect(text(page(`${banner}${short}`))).toContain('fourteen days');
});

test('a page of frames gives what it says to browsers without frames', () => {
  const said =
    'The guild was founded in 1602 by four men who could not agree on a note. It still meets four times a year, once for each.';
  expect(
    text(`<html><frameset cols="1,*"><frame src=a><noframes><body><p>${said}</body></noframes></frameset></html>`),
  ).toContain('could not agree');
});
