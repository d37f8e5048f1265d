import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';
import { withoutHyphens } from '../../src/plain/lines/hyphens.ts';

const parts = await loadParts();
const markdown = (text: string) =>
  writers.markdown.write(convert({ id: 'x.txt', body: text }, { from: 'text' }, parts));

test.each([
  ['The passen-\ngers sit down.', 'The passengers\nsit down.'],
  ['the state-of-the-\nart lamp', 'the state-of-the-art\nlamp'],
  ['a well-known lamp, and a well-\nknown keeper', 'a well-known lamp, and a well-known\nkeeper'],
  ['das Ein-\nund Aussteigen', 'das Ein-\nund Aussteigen'],
  ['the mit\u00ad\ntens of wool', 'the mittens\nof wool'],
  ['we met the pas-\nsenger', 'we met the\npassenger'],
  ['between 1990-\nand later', 'between 1990-\nand later'],
  ['it is cold -\nand wet', 'it is cold -\nand wet'],
  ['the whole -\r\nor the pas-\r\nsenger list', 'the whole -\r\nor the passenger\r\nlist'],
])('%j', (text, whole) => {
  expect(withoutHyphens(text).text).toBe(whole);
});

test('code keeps its line ends', () => {
  const text = '```\na-\nb c\n```\n';
  expect(withoutHyphens(text).text).toBe(text);
});

test('a narrow column flows, and lines of verse stay', () => {
  const column =
    'The handbook\n\nNobody may cross at low water\nunless it is daylight and the\npassengers sit, and the lamp is\nlit at the stern of the boat.\n';
  expect(markdown(column)).toContain('low water unless it is daylight and the passengers sit');
  const verse =
    'The weir\n\nThe water goes over the weir all day,\nit does not stop to think;\nthe heron stands in the pool below\nand never stoops to drink.\n';
  expect(markdown(verse)).toContain('all day,\\\nit does not');
});

test('lines of Chinese that break off at the full width flow without a blank', () => {
  expect(
    markdown('第一章　渡口\n\n渡口的老船工姓周，撑船已经四十六年。河水比从前浅\n了，船底常常碰到石头。\n'),
  ).toContain('河水比从前浅了，船底');
});
