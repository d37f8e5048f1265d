import { expect, test } from 'vitest';
import { readLines } from '../../src/plain/lines/line.ts';

const items = (text: string): (string | undefined)[] =>
  readLines(text).map(({ marker, text: said, raw }) =>
    marker === undefined ? undefined : marker.isOwn ? raw : `${marker.ordered ? marker.start : '•'} ${said}`,
  );

test.each([
  ['letters with a stop', 'a. rope\nb. lamp\nc. bread', ['a. rope', 'b. lamp', 'c. bread']],
  ['Arabic letters in the order of numbers', 'أ. حبل\nب. مصباح\nج. خبز', ['أ. حبل', 'ب. مصباح', 'ج. خبز']],
  ['Hebrew letters', 'א. חבל\nב. פנס', ['א. חבל', 'ב. פנס']],
  ['Bengali numbers with a danda', '১। দড়ি\n২। বাতি', ['1 দড়ি', '2 বাতি']],
  ['numbers with a dash', '1- İp\n2- Fener', ['1 İp', '2 Fener']],
  ['numbers with a stroke', '1/ Dây thừng\n2/ Đèn', ['1 Dây thừng', '2 Đèn']],
  ['numbers that touch their text', '1.打开盖子\n2.看里面', ['1 打开盖子', '2 看里面']],
  [
    'numerals that touch their text',
    '一、油は毎朝こす\n二、硝子は紙で拭く',
    ['一、油は毎朝こす', '二、硝子は紙で拭く'],
  ],
  ['bullets that touch their text', '•rope\n•lamp', ['• rope', '• lamp']],
  ['middle dots under a colon', '持ち物：\n・縄\n・灯り', [undefined, '• 縄', '• 灯り']],
  ['one picture again and again', '✅ rope\n✅ lamp', ['• rope', '• lamp']],
  ['pictures that differ stay', '✅ rope\n❌ glass', ['✅ rope', '❌ glass']],
])('%s mark items', (_, text, expected) => {
  expect(items(text)).toEqual(expected);
});

test.each([
  ['initials of names', 'A. Miller\nB. Stone'],
  ['a number alone', '1- İp'],
  ['adjectives with a number', '1-комнатная квартира\n2-комнатная квартира'],
  ['a picture over a paragraph', '👉 Come by\n\nThe boat leaves at noon.'],
  ['an arrow before links', '→ Read on\n→ Go back'],
])('%s marks nothing', (_, text) => {
  expect(items(text).every((item) => item === undefined)).toBe(true);
});

test('items on one line are parted, and what leads up to them', () => {
  expect(items('Bring: • a rope • a lamp • bread')).toEqual([undefined, '• a rope', '• a lamp', '• bread']);
  expect(items('• one half • the other')).toEqual(['• one half • the other']);
});
