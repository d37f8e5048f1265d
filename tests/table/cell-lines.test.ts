import { expect, test } from 'vitest';
import { readCellLines } from '../../src/plain/table/forms/cell-lines.ts';
import { readStacked } from '../../src/plain/table/forms/stacked.ts';

const read = (text: string) => readCellLines(text.trim().split('\n'));
const rowsOf = (text: string) => read(text).map(({ rows }) => rows.map((row) => row.join(' | ')));

test('names of columns, then lines whose kinds recur, are a table below a sentence', () => {
  const text = `
These are the towns of the valley.
Town
Mayor
Votes
Oslo
Anne Lae
120
Bergen
Marit War
98
Voss
Ole Lien
45
The count ended at noon.`;
  expect(rowsOf(text)).toEqual([
    ['Town | Mayor | Votes', 'Oslo | Anne Lae | 120', 'Bergen | Marit War | 98', 'Voss | Ole Lien | 45'],
  ]);
});

test('a heading may stand over the names', () => {
  const text = `
Hier stehen die Preise.
Preise im Sommer
Zimmer
Preis
Betten
Lage
Seeblick
80 €
2
Süden
Turm
1 200 €
4
Norden
Garten
64,50 €
1
Süden
Bitte rufen Sie uns an.`;
  expect(rowsOf(text)).toEqual([
    [
      'Zimmer | Preis | Betten | Lage',
      'Seeblick | 80 € | 2 | Süden',
      'Turm | 1 200 € | 4 | Norden',
      'Garten | 64,50 € | 1 | Süden',
    ],
  ]);
});

test('figures alone are rows under as many names as fill the room', () => {
  const text = `
В таблице перечислены условия.
Доля готовых
Удержать
Выплатить
50%
20%
0%
80%
10%
10%
100%
0%
100%`;
  expect(rowsOf(text)).toEqual([
    ['Доля готовых | Удержать | Выплатить', '50% | 20% | 0%', '80% | 10% | 10%', '100% | 0% | 100%'],
  ]);
});

test('signs tell what has what', () => {
  const text = `
機能
無料
有料
検索
✓
✓
共有
✗
✓
印刷
✗
✓`;
  expect(rowsOf(text)).toEqual([['機能 | 無料 | 有料', '検索 | ✓ | ✓', '共有 | ✗ | ✓', '印刷 | ✗ | ✓']]);
});

test('cards, dates of articles, pages of a list and questions are no tables', () => {
  expect(read('Our team\nAnne Lae\nBaker\n12 years\nMarit War\nMiller\n8 years\nOle Lien\nPorter\n3 years')).toEqual(
    [],
  );
  expect(
    read('More\nPosts\nNew ferry\n12 May 2024\nBoats\nOld mill\n3 June 2024\nTowns\nGrey rock\n9 July 2024\nTowns'),
  ).toEqual([]);
  expect(read('Cancel\nArchive\nPage\n1\n2\n3\n4\n5\n6\n7\n8\n9')).toEqual([]);
  expect(
    read('Help\nQuestions\nWhere is it?\nIt is by the river.\nWhen is it open?\nIt is open on all days but Monday.'),
  ).toEqual([]);
});

test('cells may stand as paragraphs of their own', () => {
  const cells = ['Rates', '', 'Room', '', 'Beds', '', 'Garden', '', '2', '', 'Tower', '', '4', '', 'Lake', '', '1'];
  const lines = ['These are the rooms of the house.', '', ...cells, '', 'Attic', '', '3', '', 'Ask us for others.'];
  const tables = readStacked(lines, (at) => lines[at] === '');
  expect(tables.map(({ start, end, rows }) => [start, end, rows.map((row) => row.join(' | '))])).toEqual([
    [4, 23, ['Room | Beds', 'Garden | 2', 'Tower | 4', 'Lake | 1', 'Attic | 3']],
  ]);
});
