/** Shapes that make parsers quadratic: how the time grows from n to 4n, 1 being linear. */
import { createParser } from '../../src/tree/parser/parse.ts';

const each = (count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join('');

/** Each by its size. */
const SHAPES: Readonly<Record<string, { readonly size: number; readonly make: (size: number) => string }>> = {
  'nested elements': { size: 50_000, make: (size) => '<div>'.repeat(size) },
  'unclosed <b>': { size: 20_000, make: (size) => '<b>'.repeat(size) },
  'nested <b id=N> with paragraphs': { size: 2_500, make: (size) => each(size, (at) => `<b id=${at}><p>x</p>`) },
  'end tags that match nothing': { size: 50_000, make: (size) => '<div></x></span>'.repeat(size) },
  attributes: { size: 250_000, make: (size) => `<p ${each(size, (at) => `a${at} `)}>` },
  'a long name': { size: 250_000, make: (size) => `<p ${'name'.repeat(size)}>` },
  entities: { size: 250_000, make: (size) => '&amp;'.repeat(size) },
  'comments without an end': { size: 100_000, make: (size) => '<!--'.repeat(size) },
  'quotes without an end': { size: 100_000, make: (size) => '<a "'.repeat(size) },
  'nested tables': { size: 20_000, make: (size) => '<table><tr><td>'.repeat(size) },
  'fostered text': { size: 20_000, make: (size) => `<table>${'<tr>x'.repeat(size)}` },
};

/** The worst growth, and prints each. */
export function worstGrowth(): number {
  const parse = createParser();
  let worst = 0;
  for (const [name, { size, make }] of Object.entries(SHAPES)) {
    const [once = 0, , four = 0] = [1, 2, 4].map((times) => best(parse, new TextEncoder().encode(make(size * times))));
    // Below a few milliseconds the clock and the collector speak louder than the parser.
    const growth = four / 4 / Math.max(once, 4);
    console.log(`  ${name}: ${once.toFixed(1)} ms, four times as many ${four.toFixed(1)} ms`);
    worst = Math.max(worst, growth);
  }
  return worst;
}

function best(parse: (source: Uint8Array) => unknown, source: Uint8Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    parse(source);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
