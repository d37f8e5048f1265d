/** HTML source → tree, by the WHATWG parsing algorithm (rehype-parse). Scripting is off: `<noscript>` holds elements. */
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { flattenNesting, keepFlatTags } from './flatten-nesting.ts';
import { fromHast } from './from-hast.ts';
import type { Tree } from './node.ts';

const processor = unified().use(rehypeParse).freeze();

export function parseHtml(source: string): Tree {
  const { source: shallow, flattened } = flattenNesting(source);
  try {
    return fromHast(processor.parse(shallow), flattened);
  } catch (error) {
    // Foreign content that breaks off oddly can nest unseen; its text is worth more than its structure.
    if (!(error instanceof RangeError)) throw error;
    const flat = keepFlatTags(source);
    return fromHast(processor.parse(flat.source), flat.flattened);
  }
}
