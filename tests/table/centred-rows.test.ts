import { expect, test } from 'vitest';
import { readAligned } from '../../src/plain/table/forms/aligned.ts';

test('cells that a text browser prints half way down their rows are joined again', () => {
  const lines = [
    '   Goods                  Where and how they are kept',
    '              Dry and dark, on the upper shelves of the cellar,',
    'Flour and     never beside the window. Bags that were opened go',
    'other grain   into tins, and the tins are looked through every',
    '              week.',
    '              In the cold room. Milk stands on the left, the',
    'Milk          cheese under cloth on the right.',
    'Honey, jam    In jars on the long board over the door, with the',
    'and syrup     year on a label.',
    '              Under the stairs, in boxes of sand, so that they',
    'Carrots       keep until spring. Those with spots are eaten',
    '              first.',
  ];
  expect(readAligned(lines)?.rows).toEqual([
    ['Goods', 'Where and how they are kept'],
    [
      'Flour and other grain',
      'Dry and dark, on the upper shelves of the cellar, never beside the window. Bags that were opened go into tins, and the tins are looked through every week.',
    ],
    ['Milk', 'In the cold room. Milk stands on the left, the cheese under cloth on the right.'],
    ['Honey, jam and syrup', 'In jars on the long board over the door, with the year on a label.'],
    [
      'Carrots',
      'Under the stairs, in boxes of sand, so that they keep until spring. Those with spots are eaten first.',
    ],
  ]);
});
