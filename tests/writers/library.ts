import type { Nodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handlers, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { withBareAddresses } from '../../src/writers/bare-address.ts';
import { withLastSign } from '../../src/writers/plain-handlers.ts';

/** As the library's, but for addresses, which are written as they stand, and number signs at the end of headings. */
const text: Handlers['text'] = (node, parent, state, info) =>
  withBareAddresses(defaultHandlers.text(node, parent, state, info), info.after);

const heading: Handlers['heading'] = (node, parent, state, info) =>
  withLastSign(defaultHandlers.heading(node, parent, state, info));

/** What the library writes for a tree, with GFM. */
export const libraryToMarkdown = (tree: Nodes, options: Options = {}): string =>
  toMarkdown(tree, { bullet: '-', extensions: [gfmToMarkdown()], handlers: { text, heading }, ...options });
