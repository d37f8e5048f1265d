/** Small pages, on which what stands around the text is as long as the text. */
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts(['parseHtml', 'model']);
const read = (html: string) => convert({ id: 'x.html', body: html }, { from: 'html', explain: true }, parts);
const markdown = (html: string) => writers.markdown.write(read(html));
const page = (inside: string) =>
  `<!DOCTYPE html><title>Mill</title><header><nav><ul><li><a href=/>Start</a><li><a href=/n>News</a></ul></nav></header>${inside}<footer><p>All rights reserved.</p></footer><script>track()</script>`;

test('an address and the hours are the content of a page that says so', () => {
  const contact =
    '<h1>Kontakt</h1><p>ul. Młyńska 3<br>12-345 Mgliste</p><p>tel. 555 010 222</p><table><tr><td>Monday<td>8–15<tr><td>Tuesday<td>9–12</table>';
  const out = markdown(page(`<main>${contact}</main>`));
  expect(out).toContain('Młyńska 3');
  expect(out).toContain('9–12');
  expect(out).not.toContain('News');
});

const STORY =
  '<article class=story><h1>Umbrellas</h1><p>For twenty years I mended umbrellas in a cellar of Wet Street, first those with carved handles, then those that fold.</p><p>On Wednesday somebody brought me one that had broken on the way. I gave the money back and shut the cellar.</p></article>';
const COMMENTS = [
  'I remember that cellar, it smelled of glue, and on the wall there hung a map of the rain with a pin for each house that the man had been to.',
  'I do not agree with you. The cheap ones can be mended, too, but nobody wants to pay more for that than for a new one, and there you have it.',
];
const said = COMMENTS.map((text) => `<div class=comment-body><p>${text}</p></div>`).join('');

test('what readers say behind the only titled article is no part of it, however long it is', () => {
  const { comments } = read(page(`<main>${STORY}<div id=comments class=tm-comments>${said}</div></main>`));
  expect(JSON.stringify(comments)).toContain('smelled of glue');
  const out = markdown(page(`<main>${STORY}<div id=comments class=tm-comments>${said}</div></main>`));
  expect(out).toContain('shut the cellar');
  expect(out).not.toContain('smelled of glue');
});

test('a short page hides what its sheet hides, though that is much of its text', () => {
  const sheet = '<style>.print-only{display:none}@media print{.print-only{display:block}}</style>';
  const printed = 'This article was printed from the pages of the post. You are not to give it to anybody else.';
  const text = 'After seven years the mill turns again, for the miller had kept its sails in the barn under the hay.';
  const lines = [
    'The first flour went to the baker.',
    'The second went to the hens.',
    'The third is still in the wind.',
  ]
    .concat(['Visitors are asked to bring a bag.', 'The bag is for the miller, who has none.'])
    .map((line) => `<p>${line}</p>`)
    .join('');
  const out = markdown(
    page(
      `${sheet}<main><article><h1>Mill</h1><div class=print-only>${printed}</div><p>${text}</p>${lines}</article></main>`,
    ),
  );
  expect(out).toContain('under the hay');
  expect(out).not.toContain('not to give it');
});

test('what a class calls the footer of a letter or a page is cut with it', () => {
  const reasons = 'You get this letter because you gave us your address at the market. Leave it whenever you want to.';
  const { trace = [] } = read(page(`<main>${STORY}</main><div class=footer><p>${reasons}</p></div>`));
  expect(trace.find(({ text }) => text.startsWith('You get this'))?.by).toBe('rule:page-footer');
});

test('a page without names loses the notice at its end, and the whole of a column that is links for the most part', () => {
  const links = [
    'Bakers vote on Sunday',
    'A second ferry for the fens',
    'The clock lost a minute',
    'Museum finds its bell',
  ];
  const column = links.map((text, at) => `<a href=p${at}.html>${text}</a><br>`).join('');
  const out = markdown(
    `<table><tr><td>The first horn of the village was that of a cow, and the fisherman blew it until the fog had gone.<br><br>The second was of steam, and all the panes trembled when it sounded over the bay.</td><td><b>Most read</b><br>${column}<hr>The Thursday note<br><small>Leave your address and we write once a week.</small></td></tr><tr><td colspan=2>© 2003 The Fog Post. All rights reserved.</td></tr></table>`,
  );
  expect(out).toContain('that of a cow');
  expect(out).toContain('all the panes trembled');
  expect(out).not.toContain('once a week');
  expect(out).not.toContain('©');
});

test('of a page of few words what stands with its only headline is the content', () => {
  const menu = '<div class=top><ul><li><a href=/o>Opnunartímar</a><li><a href=/l>Leit</a></ul></div>';
  const notice =
    '<div class=text><h1>Lokað vegna veðurs</h1><p>5. febrúar 2024</p><p>Safnið er lokað í dag vegna óveðurs. Við opnum aftur á morgun.</p></div>';
  const side =
    '<div class=side><h3>Næstu viðburðir</h3><ul><li><a href=/v>Sögustund</a></ul></div><div class=end>Sími 555 1200</div>';
  const out = markdown(`<!DOCTYPE html><html lang=is><title>Lokað vegna veðurs</title>${menu}${notice}${side}`);
  expect(out).toBe(
    '# Lokað vegna veðurs\n\n5\\. febrúar 2024\n\nSafnið er lokað í dag vegna óveðurs. Við opnum aftur á morgun.\n',
  );
});
