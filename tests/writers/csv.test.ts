import { expect, test } from 'vitest';
import { convert, loadParts } from '../../src/index.ts';
import { tablesToCsv } from '../../src/writers/csv.ts';

const parts = await loadParts(['parseHtml']);

const csv = (body: string): string[] =>
  tablesToCsv(convert({ id: 'page.html', body }, { from: 'html', fullPage: true }, parts));

test('each table is a text of its own, quoted where it must be', () => {
  const tables = csv(
    '<table><tr><th>a</th><th>b, c</th></tr><tr><td>say "x"</td><td>1<br>2</td></tr></table><ul><li><table><tr><td>d</td></tr></table></li></ul>',
  );
  expect(tables).toEqual(['a,"b, c"\r\n"say ""x""","1\n2"\r\n', 'd\r\n']);
});

test.each([
  ['=1+2', "'=1+2"],
  ['+cmd|calc', "'+cmd|calc"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['-5', '-5'],
  ['+3.5 %', '+3.5 %'],
])('%s is no formula in a spreadsheet', (cell, expected) => {
  expect(csv(`<table><tr><td>${cell}</td></tr></table>`)).toEqual([`${expected}\r\n`]);
});
