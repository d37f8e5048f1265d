/** HTML source → tree, nesting capped: what the stages behind read. Scripting is off: `<noscript>` holds elements. */
import { flattenNesting } from './flatten-nesting.ts';
import type { Tree } from './node.ts';
import { createParser } from './parser/parse.ts';

export type ParseHtml = (source: string | Uint8Array) => Tree;

/** A parser that keeps its buffers from page to page. Bytes are UTF-8. */
export function createParseHtml(): ParseHtml {
  const parse = createParser();
  const encoder = new TextEncoder();
  return (source) => flattenNesting(parse(typeof source === 'string' ? encoder.encode(source) : source));
}

/** Parses one page. */
export const parseHtml: ParseHtml = (source) => createParseHtml()(source);
