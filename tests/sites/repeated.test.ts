import { expect, test } from 'vitest';
import { cutRepeated, type Unit } from '../../src/sites/repeated.ts';
import { textKey } from '../../src/sites/text-key.ts';

const NOTICE = 'Our work is paid for by readers like you and by nobody else.';
const FOLLOW = 'Follow us on the river and in the hills for more news.';
const STORY =
  'The ferry did not sail on Monday, because the captain had overslept, and so the islanders rowed themselves.';
const OTHER =
  'By noon four boats had reached the quay, and the market began with a delay of two hours and much laughter.';

const unit = (text: string, rest: Partial<Unit> = {}): Unit => ({ text, keep: true, isHeading: false, ...rest });
const heading = (text: string): Unit => unit(text, { isHeading: true });

function left(units: readonly Unit[], repeated: readonly string[]): string[] {
  const cut = cutRepeated(units, new Set(repeated.map(textKey)));
  return units.filter((_, at) => cut[at] === 0).map(({ text }) => text);
}

test('what the site repeats goes, wherever it stands', () => {
  expect(left([unit(NOTICE), unit(STORY), unit(FOLLOW), unit(OTHER)], [NOTICE, FOLLOW])).toEqual([STORY, OTHER]);
});

test('short repeats stay: labels, and headings over what only this page says', () => {
  const units = [heading('Ingredients'), unit(STORY), unit('Yes'), unit(OTHER)];
  expect(left(units, ['Ingredients', 'Yes'])).toEqual(units.map(({ text }) => text));
});

test('a heading goes with its repeated text, and stays where a text of the page follows', () => {
  const units = [unit(STORY), heading('About us'), unit(NOTICE), heading('Comments'), unit(OTHER)];
  expect(left(units, ['About us', NOTICE, 'Comments'])).toEqual([STORY, 'Comments', OTHER]);
});

test('short repeats go between long ones and at the ends of a page, and stay beside a text of the page', () => {
  const all = [
    'Menu',
    NOTICE,
    'Share',
    FOLLOW,
    'Delivery:',
    STORY,
    'Price:',
    NOTICE,
    'Delivery:',
    OTHER,
    FOLLOW,
    'Share',
  ];
  const kept = ['Delivery:', STORY, 'Price:', 'Delivery:', OTHER];
  const texts = all.map((text) => unit(text));
  const units = [...texts.slice(0, 6), unit(`${OTHER} ${STORY} ${OTHER}`), ...texts.slice(6)];
  expect(left(units, ['Menu', 'Share', 'Price:', 'Delivery:', NOTICE, FOLLOW])).toEqual([
    ...kept.slice(0, 2),
    `${OTHER} ${STORY} ${OTHER}`,
    ...kept.slice(2),
  ]);
});

test('what others have cut does not part a run', () => {
  const more = 'There is more of it on our other pages';
  const units = [
    unit(STORY),
    unit(OTHER),
    unit(NOTICE),
    unit('an advertisement', { keep: false }),
    unit('or'),
    unit(more),
  ];
  expect(left(units, [NOTICE, 'or', more])).toEqual([STORY, OTHER, 'an advertisement']);
});

test('a table goes whole or not at all', () => {
  const cells = [STORY, OTHER, NOTICE].map((text) => unit(text, { group: 7 }));
  expect(left([...cells, unit(FOLLOW)], [NOTICE])).toEqual([STORY, OTHER, NOTICE, FOLLOW]);
});

test('a page that is itself a copy keeps all', () => {
  expect(left([unit(STORY), unit(OTHER), unit('New')], [STORY, OTHER])).toEqual([STORY, OTHER, 'New']);
});

test('keys tell texts apart', () => {
  const keys = new Set(Array.from({ length: 200_000 }, (_, at) => textKey(`text ${at} of the page`)));
  expect(keys.size).toBe(200_000);
  expect([...keys].every(Number.isSafeInteger)).toBe(true);
});
