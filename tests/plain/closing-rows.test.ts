import { expect, test } from 'vitest';
import { markdownOf } from './markdown-of.ts';

const TITLE = 'Пасіка за школою';
const PROSE = 'Діти доглядають бджіл уже третій рік. Навесні додали два нові вулики, а старі лише пофарбували.';

test('a sentence below the rows of a table that closes a text stays', async () => {
  const closing = 'Надлишок віддають сусідам із першого поверху, які пильнують бочки.';
  const rows = ['Вулик', 'Опікун', 'Рамки', 'Липа', 'Марта', '18', 'Гречка', 'Олег', '12', 'Верес', 'Іра', '20'];
  const markdown = await markdownOf([TITLE, PROSE, ...rows, closing].join('\n'));
  expect(markdown).toContain('| Верес  | Іра    | 20    |');
  expect(markdown).toContain(closing);
});

test('rows that close a text are no clutter, and no headings, where no table is found in them', async () => {
  const rows = ['Section Leader Singers', 'Sopranos Ada Prior', 'Altos June Marsh', 'Tenors Sam Okoro'];
  const prose = 'Singers meet between the driers every Monday, because the room echoes and the rent is low.';
  const closing = 'Rehearsals cost nothing, but a jar stands by the door.';
  const markdown = await markdownOf(`A choir in the laundrette\n\n${prose}\n\n${closing}\n\n${rows.join('\n')}\n`);
  for (const row of rows) expect(markdown).toContain(row);
  expect(markdown.match(/^#+ .*/gm)).toEqual(['# A choir in the laundrette']);
});
