/** Rows that are answered line by line. */
import { expect, test } from 'vitest';
import { readLines } from '../../src/readers/containers/jsonl.ts';
import { isSkip } from '../../src/readers/skip.ts';

async function* lines(...pieces: string[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
}

async function answers(source: AsyncGenerator<Buffer>, answersBlank: boolean): Promise<string[]> {
  const said: string[] = [];
  for await (const row of readLines('-', source, { maxBytes: 1e6, truncated: 'skip' }, answersBlank))
    said.push(`${row.id} ${isSkip(row) ? row.reason : 'page'}`);
  return said;
}

test('with an answer for each line, a blank one has its own; the end of the last line is no line', async () => {
  const source = () => lines('{"html":"<p>A page."}\n\n{"ht', 'ml":""}\n  \n{bad}\n');
  expect(await answers(source(), true)).toEqual(['-#1 page', '-#2 empty', '-#3 empty', '-#4 empty', '-#5 invalid-row']);
  expect(await answers(source(), false)).toEqual(['-#1 page', '-#3 empty', '-#5 invalid-row']);
});
