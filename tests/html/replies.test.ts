import { expect, test } from 'vitest';
import { segment } from '../../src/html/block.ts';
import { repair } from '../../src/html/repair/repair.ts';
import { parseHtml } from '../../src/tree/parse.ts';

const ARTICLE =
  'The lighthouse keeper has rung the bell for forty years, and each evening before the ships come in he climbs the stairs again to see whether the rope still holds.';
const REPLIES = [
  'I saw him there once, and he would not stop talking.',
  'My aunt knew the keeper well.',
  'A good story.',
];

/** How many of the replies stay, each between two lines that say when; `score` is theirs, the article's is 0.95. */
function staying(when: readonly string[], score: number, isSurelyArticle = true, start = '', title = ''): number {
  const said = REPLIES.map((reply, at) => `${title}<div>${when[at]}</div><p>${reply}</p>`).join('');
  const tree = parseHtml(`<main>${start}<p>${ARTICLE}</p><p>${ARTICLE.replace('rope', 'chain')}</p>${said}</main>`);
  const blocks = segment(tree);
  const chances = blocks.map(({ text }) => (REPLIES.includes(text) ? score : 0.95));
  const keep = new Uint8Array(blocks.length).fill(1);
  repair(
    tree,
    blocks,
    keep,
    blocks.map(() => 'model'),
    chances,
    isSurelyArticle,
  );
  expect(blocks.filter(({ text }, at) => text.startsWith('The lighthouse') && keep[at] === 1)).toHaveLength(2);
  return blocks.filter(({ text }, at) => REPLIES.includes(text) && keep[at] === 1).length;
}

const HOURS = ['Anna, 3 May 2024 12:40', 'Bo, 3 May 2024 13:05', 'Cem, 4 May 2024 09:11'];

test('lines of one form that say when, behind an article, are signatures of what readers wrote', () => {
  expect(staying(HOURS, 0.8)).toBe(0);
  expect(staying(['مریم ۱۲:۴۰ - ۱۴۰۳/۰۸/۱۳', 'رضا ۱۴:۰۲ - ۱۴۰۳/۰۸/۱۳', 'نسرین ۰۹:۱۵ - ۱۴۰۳/۰۸/۱۴'], 0.8)).toBe(0);
  expect(staying(['网友 2025年6月12日 8时45分', '江边 2025年6月12日 9时02分', '老周 2025年6月13日 7时30分'], 0.8)).toBe(
    0,
  );
  expect(staying(['Le 3 mai 2024 à 12h40', 'Le 3 mai 2024 à 13h05', 'Le 4 mai 2024 à 9h11'], 0.8)).toBe(0);
});

test('days alone are signatures where the model doubts the text under them', () => {
  const days = ['3 мая 2024', '4 мая 2024', '9 мая 2024'];
  expect(staying(days, 0.7)).toBe(0);
  expect(staying(days, 0.9)).toBe(3);
});

test('threads, live reports, tables of sizes and texts that are as likely as the article stay', () => {
  expect(staying(HOURS, 0.8, false)).toBe(3);
  expect(staying(HOURS, 0.94)).toBe(3);
  expect(staying(HOURS, 0.8, true, '<div>Dana, 1 May 2024 08:00</div>')).toBe(3);
  expect(staying(HOURS, 0.8, true, '', '<h3>The ship is in</h3>')).toBe(3);
  expect(staying(['79x60x30 mm', '121x62x37 mm', '116x60x35 mm'], 0.7)).toBe(3);
});
