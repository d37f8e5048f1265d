import { expect, test } from 'vitest';
import { mayBeGlued } from '../../src/plain/table/rows/worth-a-look.ts';
import { cpuTime } from '../cpu-time.ts';
import { markdownOf } from './markdown-of.ts';

const lines = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('\n');
const START = 'The keeper of the lock\n\nThe keeper rings the bell of the lock every morning at six.\n\n';

test.each<[string, string]>([
  ['keys and values that are no settings', lines(20_000, (at) => `key${at}: value`)],
  [
    'words with their values that the last sentence uses',
    `${lines(20_000, (at) => `The keeper of lock ${at} rings its bell and says so.`)}\nHe says ${'belfry '.repeat(9)}at last.\n\n${lines(20_000, () => 'belfry: a tower')}`,
  ],
  [
    'names with their points, list by list, below a long text',
    `${'The keeper of the lock rings its bell and says so.\n\n'.repeat(15_000)}${'- Ada Holt – 27 points\n- Sam Weir – 22 points\n\nMore\n\n'.repeat(15_000)}`,
  ],
  ['paths that are no settings in the end', `Alias /bells ${'/// '.repeat(36)}x\n\nIt is a line of its own.`],
  ['names over a row each, again and again', 'oak | elm\nash | fir\n\n'.repeat(10_000)],
])('a text of much takes no time: %s', async (_, text) => {
  expect(await cpuTime(() => markdownOf(START + text))).toBeLessThan(6000);
});

test('a long number takes no time', async () => {
  const look = () => expect(mayBeGlued(['1'.repeat(30_000), '٣'.repeat(30_000)], false)).toBe(false);
  expect(await cpuTime(look)).toBeLessThan(500);
});

test.each<[string, string]>([
  ['a line of letters that write no blanks', 'ก'.repeat(5_000_000)],
  ['more tables than a call has room for', '| a | b |\n| c | d |\nIt is plain what they say\n'.repeat(130_000)],
  ['a row of cells without an end', `a | b\n${'-|'.repeat(200_000)}-\nc | d\n${'e|'.repeat(190_000)}f\n`],
])('a text of much is read: %s', async (_, text) => {
  expect((await markdownOf(text)).length).toBeGreaterThan(text.length / 4);
});
