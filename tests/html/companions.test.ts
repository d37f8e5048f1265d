import { expect, test } from 'vitest';
import { segment } from '../../src/html/block.ts';
import { repair } from '../../src/html/repair/repair.ts';
import { parseHtml } from '../../src/tree/parse.ts';

/** What stays of a page, given each block's score; above 0.4 is kept. */
function repaired(html: string, scores: readonly number[]): string[] {
  const tree = parseHtml(html);
  const blocks = segment(tree);
  const keep = Uint8Array.from(scores, (score) => (score > 0.4 ? 1 : 0));
  const by = blocks.map(() => 'model');
  repair(tree, blocks, keep, by, scores);
  return blocks.flatMap(({ text }, at) => (keep[at] === 1 ? [`${text} ${by[at]}`] : []));
}

test('a kept description keeps the terms right before it, and no others', () => {
  const list = '<dl><dt>cut(thread)<dt>cut(rope)<dd><p>Cuts it.</p><dt>count(box)<dd>Counts.</dl>';
  expect(repaired(list, [0.2, 0.2, 0.9, 0.2, 0.1])).toEqual([
    'cut(thread) repair:term',
    'cut(rope) repair:term',
    'Cuts it. model',
  ]);
  expect(repaired(list, [0.05, 0.05, 0.9, 0.2, 0.1])).toEqual(['Cuts it. model']);
});

test('a heading among what is kept stays where the text under it does', () => {
  const page = (under: string) => `<div><p>One.</p></div><h2>Two</h2><div>${under}</div>`;
  expect(repaired(page('<p>Text.</p>'), [0.9, 0.3, 0.9])).toContain('Two repair:heading');
  expect(repaired(page('<p>Text.</p>'), [0.9, 0.1, 0.9])).toHaveLength(2);
  expect(repaired(page('<p>Text.</p>'), [0.9, 0.3, 0.2])).toHaveLength(1);
});

test('a heading over the first that is kept stays with it in one element; one under the last goes', () => {
  const page = (first: string, last: string) => `<div>${first}</div><div><h3>Reply</h3><p>Text.</p></div>${last}`;
  const kept = (last: string) =>
    repaired(page('<h3>Question</h3><p>One.</p>', last), [0.37, 0.9, 0.6, 0.9, 0.55, 0.1]).map(
      (line) => line.split(' ')[0],
    );
  expect(kept('<h2>More</h2><ul><li>Other</ul>')).toEqual(['Question', 'One.', 'Reply', 'Text.']);
  expect(kept('<h3 class=card>A</h3><p>Cut.')).toHaveLength(4);
  const cards = '<h3 class=card>A</h3><p>One.</p><h3 class=card>B</h3><p>Cut.</p>';
  expect(repaired(cards, [0.6, 0.9, 0.5, 0.1])).toHaveLength(3);
});

test('a heading between headings keeps the cells of a layout under it, no long table and no card', () => {
  const cells = `<table><tr><td><p>${SENTENCE}</p><td><p>Smoke first.</p></table>`;
  const page = (name: string, under = cells) => `<p>One.</p>${name}<div>${under}</div><h2>Prices</h2><p>Ninety.</p>`;
  const scores = [0.9, 0.6, 0.35, 0.2, 0.6, 0.9];
  expect(repaired(page('<h2>Visit</h2>'), scores)).toContain(`${SENTENCE} repair:section`);
  expect(repaired(page('<h3>Visit</h3>'), scores)).not.toContain(`${SENTENCE} repair:section`);
  expect(repaired(page('<h2><a href=/v>Visit</a></h2>'), scores)).not.toContain(`${SENTENCE} repair:section`);
});

test('the paragraph beside the only headline leads to what is kept below', () => {
  const lede = 'The tools of the workshop, from the light ones to those that take two.';
  const page = (under: string) => `<header><h1>Tools</h1>${under}</header><section><p>Hammers.</p></section>`;
  expect(repaired(page(`<p>${lede}`), [0.1, 0.2, 0.9])).toContain(`${lede} repair:lede`);
  expect(repaired(page(`<p><a href=/>${lede}</a>`), [0.1, 0.2, 0.9])).toHaveLength(1);
  expect(repaired(page('<p>By Ada'), [0.1, 0.2, 0.9])).toHaveLength(1);
});

test('a sentence between the last headline and what is kept leads to it, by-lines and labels do not', () => {
  const lede = 'The council has decided to rebuild the ferry pier, three years after the flood took it away.';
  const page = (under: string) =>
    `<h1>Post</h1><header><h1>The pier</h1>${under}</header><figure><figcaption>The pier</figcaption></figure><div><p>It is late.</div>`;
  const scores = [0.1, 0.1, 0.1, 0.3, 0.1, 0.9];
  expect(repaired(page(`<div>By Ada Kehl</div><p>${lede}</p>`), scores)).toContain(`${lede} repair:lede`);
  expect(
    repaired(page('<div>By Ada</div><div>By Ada Kehl, with photographs by Ole Brandt, updated at noon</div>'), scores),
  ).toHaveLength(1);
  expect(repaired(page(`<div>By Ada Kehl</div><p>${lede}</p>`), [0.1, 0.1, 0.1, 0.2, 0.1, 0.9])).toHaveLength(1);
});

test('a list that a kept sentence announces is kept with it', () => {
  const page = (lead: string) => `<p>${SENTENCE}<p>${lead}</p><ul><li>Wool<li>Linen</ul><div>Footer</div>`;
  expect(repaired(page('The yarns that we sell here are:'), [0.9, 0.9, 0.3, 0.3, 0])).toContain(
    'Linen repair:announced',
  );
  expect(repaired(page('Related yarns:'), [0.9, 0.9, 0.3, 0.3, 0])).toHaveLength(2);
  expect(repaired(page('The yarns that we sell here are:'), [0.9, 0.9, 0.1, 0.1, 0])).toHaveLength(2);
});

test('text in boxes that are called as those are of which most are kept is kept, whatever the boxes around alternate', () => {
  const post = (row: string, text: string) =>
    `<div class="${row}"><div class=body><div class=post>${text}</div></div></div>`;
  const page = post('odd', 'First.') + post('even', 'Second.') + post('odd', 'Third.');
  expect(repaired(page, [0.9, 0.3, 0.9])).toContain('Second. repair:alike');
  expect(repaired(page, [0.9, 0.3, 0.3])).toHaveLength(1);
  expect(repaired(page, [0.9, 0.1, 0.9])).toHaveLength(2);
});

const SENTENCE = 'The loom runs on three kinds of tables, and each of them wants another yarn than the rest.';

test('a list of links that a paragraph leads up to stays between paragraphs; under a label it goes', () => {
  const links = '<ul><li><a href=/a>Wool</a><li><a href=/b>Linen</a><li><a href=/c>Nettle</a></ul>';
  const kept = (lead: string) =>
    repaired(
      `<h1>Loom</h1><p>${SENTENCE}<p>${lead}</p>${links}<p>${SENTENCE}`,
      [0.95, 0.95, 0.95, 0.45, 0.45, 0.45, 0.95],
    );
  expect(kept('There are examples for these:')).toContain('Linen model');
  expect(kept('<b>There are examples for these:</b>')).not.toContain('Linen model');
});

test('beside an article of short sentences a box of links goes, with a notice and the links behind it', () => {
  const story = '<h1>Ferry</h1><p>It is dark.<p>The ferry waits.<p>Nobody comes.<p>It leaves.';
  const box =
    '<div>Most read</div><p><a href=/a>Bakers vote</a><p><a href=/b>A second ferry</a><p><a href=/c>The clock</a>';
  const end = '<div>© 2023 Ferry Post</div><div><a href=/d>About</a> · <a href=/e>Contact</a></div>';
  const scores = [0.6, 0.8, 0.8, 0.8, 0.8, 0.55, 0.55, 0.55, 0.55, 0.52, 0.52];
  expect(repaired(`<div>${story}</div><div>${box}</div>${end}`, scores)).toEqual([
    'Ferry model',
    'It is dark. model',
    'The ferry waits. model',
    'Nobody comes. model',
    'It leaves. model',
  ]);
});

test('without an h1 the line that begins the title of the page is its headline', () => {
  const story = '<div>Ferry</div><p>It is dark.<p>The ferry waits.<p>Nobody comes.<p>It leaves.';
  const page = (title: string) =>
    `<title>${title}</title><div>${story}</div><div><p><a href=/a>Bakers vote</a><p><a href=/b>A second ferry</a><p><a href=/c>The clock</a></div>`;
  const scores = [0.6, 0.8, 0.8, 0.8, 0.8, 0.55, 0.55, 0.55];
  expect(repaired(page('Ferry – Ferry Post'), scores)).toHaveLength(5);
  expect(repaired(page('The Post'), scores)).toHaveLength(8);
});

test('lines that lead away under one label go, bold or not', () => {
  const more = (label: string) => `<p>${label} <a href=/a>The organ of the station is silent</a>`;
  const page = (one: string, two: string) =>
    `<div><p>${SENTENCE}${more(one)}<p>${SENTENCE}${more(two)}<p>It rained that evening.</div>`;
  const scores = [0.9, 0.8, 0.9, 0.8, 0.9];
  expect(repaired(page('See too:', 'See too:'), scores)).toHaveLength(3);
  expect(repaired(page('He wrote:', 'She answered:'), scores)).toHaveLength(5);
  expect(repaired(page('<i>See too:</i>', 'She answered:'), scores)).toHaveLength(4);
  expect(repaired(page('→', '→'), scores)).toHaveLength(3);
});

test('what is sold keeps its price, an unlikely one as far as a class calls it one', () => {
  const page = (name: string) => `<h1>Stool</h1><div class="${name}">49,90 €</div><p>It stands on three legs.`;
  expect(repaired(page('price'), [0.3, 0.15, 0.9])).toContain('49,90 € repair:price');
  expect(repaired(page('note'), [0.3, 0.15, 0.9])).toHaveLength(1);
  expect(repaired(page('note'), [0.3, 0.3, 0.9])).toContain('49,90 € repair:price');
  expect(repaired(page('note').replace('49,90 €', 'from 49,90 € a month'), [0.3, 0.3, 0.9])).toHaveLength(1);
  expect(repaired(page('price').replace('49,90 €', 'from afar'), [0.3, 0.3, 0.9])).toHaveLength(1);
});

test('weak lines end a page behind its article; a sentence among them stops the cut', () => {
  const story = '<div><h1>Ferry</h1><p>It is dark, and the ferry waits.<p>Nobody comes, and it leaves.</div>';
  const page = (end: string) => `${story}<div>Read by 1024</div><p>${end}`;
  expect(repaired(page('Scan and follow'), [0.6, 0.8, 0.8, 0.45, 0.45])).toHaveLength(3);
  expect(repaired(page('It came back.'), [0.6, 0.8, 0.8, 0.45, 0.45])).toHaveLength(5);
  expect(repaired(page('Scan and follow'), [0.6, 0.8, 0.8, 0.75, 0.75])).toHaveLength(5);
});

test('a short page keeps its lines, but not those of a box at its side, and of those at its end the likelier ones alone', () => {
  const page = (name: string) =>
    `<main><h1>Shuttle stops</h1><p>It stops at the twelfth row and asks for tea.</p><div class="${name}"><span>Nobody assigned</span></div></main>`;
  expect(repaired(page('details'), [0.3, 0.9, 0.32])).toContain('Nobody assigned repair:short');
  expect(repaired(page('details'), [0.3, 0.9, 0.2])).toHaveLength(2);
  expect(repaired(page('discussion-sidebar'), [0.3, 0.9, 0.32])).toHaveLength(2);
});

test('an invitation in a box of its own between paragraphs goes by what its class says', () => {
  const page = (name: string) =>
    `<div><p>${SENTENCE}<div class=wrap><p class=${name}>Thank you for reading, please share it.</div><p>${SENTENCE}</div>`;
  expect(repaired(page('cta-caption'), [0.9, 0.6, 0.9])).toHaveLength(2);
  expect(repaired(page('caption'), [0.9, 0.6, 0.9])).toHaveLength(3);
});

test('a box with a form that asks for a mail address, and for no message, is none of the text', () => {
  const page = (field: string) =>
    `<div><p>${SENTENCE}<div><p>All of the moor at five, each day.<form><input type=email>${field}</form></div><p>${SENTENCE}</div>`;
  expect(repaired(page('<button>Go</button>'), [0.9, 0.8, 0.9])).toHaveLength(2);
  expect(repaired(page('<textarea></textarea>'), [0.9, 0.8, 0.9])).toHaveLength(3);
});

test('a list of other stories goes where the model is less sure of them than of the text; sections with links stay', () => {
  const story = (place: string) =>
    `<li><h3><a href=/${place}>The mill of ${place}</a></h3><p>${SENTENCE.replace('loom', `mill of ${place}`)}`;
  const page = `<div><p>${SENTENCE}<p>${SENTENCE} Two.<p>${SENTENCE} Three.<p>${SENTENCE} Four.</div>`;
  const list = `<ul>${story('Lund')}${story('Ahus')}${story('Ystad')}</ul>`;
  const prose = [0.95, 0.95, 0.95, 0.95];
  expect(repaired(page + list, [...prose, 0.5, 0.7, 0.5, 0.7, 0.5, 0.7])).toHaveLength(4);
  expect(repaired(page + list, [...prose, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9])).toHaveLength(10);
});

test('a heading stays over one of a lower rank that is kept', () => {
  const page = (second: string) => `<div><p>One.</p></div><h3>Two</h3><div>${second}<p>Text.</p></div>`;
  expect(repaired(page('<h4>Three</h4>'), [0.9, 0.3, 0.9, 0.9])).toContain('Two repair:heading');
  expect(repaired(page('<h3>Three</h3>'), [0.9, 0.3, 0.9, 0.9])).toHaveLength(3);
});

test('the linked names of several cards stay where their texts do', () => {
  const said = 'The river rose again on Monday, and all of the lower town moved up the hill.';
  const card = (name: string) => `<li><h2><a href=/x>${name}</a></h2><div>May 5</div><p>${said}</p></li>`;
  const page = (...names: string[]) => `<ul>${names.map(card).join('')}</ul>`;
  const kept = repaired(page('A', 'B', 'C'), [0.6, 0.2, 0.9, 0.3, 0.2, 0.9, 0.1, 0.2, 0.9]);
  expect(kept.map((line) => line.replace(said, 'Said.'))).toEqual([
    'A model',
    'Said. model',
    'B repair:name',
    'Said. model',
    'Said. model',
  ]);
  expect(repaired(page('A', 'B'), [0.6, 0.2, 0.9, 0.3, 0.2, 0.9])).toHaveLength(3);
  const thread = repaired(page('A', 'B', 'C', 'C'), [0.6, 0.2, 0.9, 0.6, 0.2, 0.9, 0.3, 0.2, 0.9, 0.3, 0.2, 0.9]);
  expect(thread).not.toContain('C repair:name');
});

test('a heading over a form ends nothing, however likely it is', () => {
  const page = (end: string) => `<p>One.</p><h2>Write to us</h2>${end}`;
  expect(repaired(page('<form><label>Name</label><input></form>'), [0.9, 0.9, 0.1])).toEqual(['One. model']);
  expect(repaired(page('<p>Name</p>'), [0.9, 0.9, 0.1])).toHaveLength(2);
});

test('a picture over the first paragraph stays with its caption, and one behind text for screen readers', () => {
  const lead = '<div><figure><img src=/a><figcaption>The pier.</figcaption></figure><p>One.</p><p>Two.</p></div>';
  expect(repaired(lead, [0, 0.35, 0.9, 0.9])).toContain('The pier. repair:caption');
  expect(repaired(lead, [0, 0.2, 0.9, 0.9])).toHaveLength(2);
});
