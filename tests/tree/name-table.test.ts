import { expect, test } from 'vitest';
import { NameTable } from '../../src/tree/parser/name-table.ts';
import { KNOWN } from '../../src/tree/parser/names.ts';

const encoder = new TextEncoder();
const START = 4;

/** A name with what follows it in a tag, and bytes enough around it. */
const sourceOf = (name: string, behind: string): DataView =>
  new DataView(encoder.encode(`${' '.repeat(START)}${name}${behind}${' '.repeat(32)}`).buffer);

const OWN = ['x', 'h1x', 'a:b', 'data-x', 'aria-labelledby', 'accesskey', 'é', 'data-ünique-name', 'n'.repeat(40)];
const SPELLINGS = [...KNOWN.slice(1), ...OWN].flatMap((name) => [name, name.toUpperCase()]);

test('a name keeps its number, however it is found', () => {
  const table = new NameTable();
  const numbers = SPELLINGS.map((name) =>
    table.intern(sourceOf(name, '='), START, START + encoder.encode(name).length),
  );
  for (const [at, name] of SPELLINGS.entries()) {
    const end = START + encoder.encode(name).length;
    const source = sourceOf(name, '="');
    expect(table.names[numbers[at] as number], name).toBe(name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
    expect(table.intern(source, START, end), name).toBe(numbers[at]);
    const short = table.recall(source, START);
    // A part that ends where names do not is for the caller to see: `data` of `data-id`.
    if (short !== 0 && table.end === end) expect(short, name).toBe(numbers[at]);
    const long = table.recallLong(source, START);
    if (long !== 0) expect([long, table.end], name).toEqual([numbers[at], end]);
  }
});

test('every short name of letters that the standard knows is recalled at one look', () => {
  const table = new NameTable();
  const short = KNOWN.filter((name) => /^[a-z]{1,7}$/.test(name));
  for (const name of short) table.intern(sourceOf(name, '>'), START, START + name.length);
  expect(short.filter((name) => table.recall(sourceOf(name, '>'), START) === 0)).toEqual([]);
});

test('a name that was not met is not recalled', () => {
  const table = new NameTable();
  for (const name of ['href', 'aria-label']) table.intern(sourceOf(name, '='), START, START + name.length);
  for (const name of ['hre', 'hreff', 'hrefs', 'aria-labels', 'aria-lapel', 'xria-label', '']) {
    expect(table.recall(sourceOf(name, '='), START), name).toBe(0);
    expect(table.recallLong(sourceOf(name, '='), START), name).toBe(0);
  }
});
