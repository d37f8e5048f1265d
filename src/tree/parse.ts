/** HTML source → tree, by the WHATWG parsing algorithm (rehype-parse). Scripting is off: `<noscript>` holds elements. */
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { flattenNesting } from './flatten-nesting.ts';
import { fromHast } from './from-hast.ts';
import type { Tree } from './node.ts';

const processor = unified().use(rehypeParse).freeze();

export function parseHtml(source: string): Tree {
  const { source: shallow, flattened } = flattenNesting(source);
  return fromHast(processor.parse(shallow), flattened);
}
