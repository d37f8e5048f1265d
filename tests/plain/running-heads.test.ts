import { expect, test } from 'vitest';
import { readLines } from '../../src/plain/lines/line.ts';
import { withoutRunningHeads } from '../../src/plain/lines/running-heads.ts';

const kept = (text: string) => withoutRunningHeads(readLines(text)).lines.map(({ raw }) => raw);

test('a page head that breaks sentences goes, and the sentences are joined', () => {
  const text =
    'The boat left in the morning and nobody\n\n12   THE LONG TIDE\n\nsaw where it went, for the fog lay on the bay\n\n13   THE LONG TIDE\n\nuntil noon.';
  expect(kept(text)).toEqual([
    'The boat left in the morning and nobody',
    'saw where it went, for the fog lay on the bay',
    'until noon.',
  ]);
  expect(withoutRunningHeads(readLines(text)).verdicts.map(({ path }) => path)).toEqual(['line 3', 'line 7']);
});

test('numbered headings between whole sentences stay', () => {
  const text = 'Bring everything you need for it.\n\nStep 1\n\nopen the box with care.\n\nStep 2\n\nlook inside.';
  expect(kept(text)).toHaveLength(5);
});

test('left and right pages have their number on other sides', () => {
  const text =
    'The boat left in the morning and nobody\n\n12   THE LONG TIDE\n\nsaw where it went, for the fog lay on the bay\n\nTHE LONG TIDE   13\n\nuntil noon.';
  expect(kept(text)).toHaveLength(3);
});
