import { expect, test } from 'vitest';
import { changeScripts } from '../../src/plain/table/seams/script-change.ts';

const WORDS = [
  'やつ yatsu guy',
  'そのうち sono uchi someday',
  '犯人（はんにん） hannin culprit',
  '顔（かお） kao face',
];

test('words in another script than their meaning are rows under names in one script', () => {
  expect(changeScripts(['Japanese Romaji English', ...WORDS])).toBe(true);
  expect(changeScripts(['Japanese Romaji English', ...WORDS, '痴漢する', 'つづく tsuzuku to be continued'])).toBe(true);
});

test('no row names the columns where all lines change scripts', () => {
  expect(changeScripts(WORDS.concat('ベルト beruto belt'))).toBe(false);
});

test('names that other scripts borrow begin lines of all kinds', () => {
  const news = ['Google تطلق ميزة جديدة', 'Apple تخفض الأسعار', 'Samsung تغلق مصنعها', 'Tesla تستدعي السيارات'];
  expect(changeScripts(['أخبار التقنية', ...news])).toBe(false);
});
