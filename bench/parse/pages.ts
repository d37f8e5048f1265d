/** Crawled pages: our tree against parse5's, and our hast against rehype-parse's. */
import { isDeepStrictEqual } from 'node:util';
import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { createParser } from '../../src/tree/parser/parse.ts';
import { toHast } from '../../src/tree/to-hast.ts';
import { type Compared, compare } from './compare.ts';
import { mutate, soup } from './soup.ts';

export interface NamedSource {
  readonly id: string;
  readonly source: string;
}

const rehype = unified().use(rehypeParse).freeze();
const parser = createParser();
const encoder = new TextEncoder();

export function comparePages(pages: Iterable<NamedSource>): Compared {
  const result = { runs: 0, differences: [] as string[] };
  for (const { id, source } of pages) {
    const { difference } = compare(source, false);
    result.runs += 1;
    if (difference !== undefined) result.differences.push(`${id}: ${difference}`);
  }
  return result;
}

export function compareHast(pages: Iterable<NamedSource>): Compared {
  const result = { runs: 0, differences: [] as string[] };
  for (const { id, source } of pages) {
    result.runs += 1;
    const theirs = withoutPositions(rehype.parse(source));
    if (!isDeepStrictEqual(plain(toHast(parser(encoder.encode(source)))), plain(theirs))) result.differences.push(id);
  }
  return result;
}

/** Objects of packages that make them without a prototype compare as plain ones. */
const plain = (root: Root): unknown => JSON.parse(JSON.stringify(root));

/** Takes the positions off: they are what our own tree has no need of. */
export function withoutPositions(root: Root): Root {
  const open: object[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('position' in node) delete node.position;
    if ('children' in node) open.push(...(node.children as object[]));
    if ('content' in node) open.push(node.content as object);
  }
  return root;
}

/** Half tag soup, half pieces of pages that were tampered with. */
export function compareSoup(pages: readonly NamedSource[], count: number): Compared {
  const result = { runs: 0, differences: [] as string[] };
  for (let seed = 0; seed < count; seed += 1) {
    const page = pages[seed % Math.max(1, pages.length)];
    const source = seed % 2 === 0 || page === undefined ? soup(seed) : mutate(page.source, seed);
    const { difference } = compare(source, seed % 4 < 2);
    result.runs += 1;
    if (difference !== undefined) result.differences.push(`${JSON.stringify(source)}\n    ${difference}`);
  }
  return result;
}
