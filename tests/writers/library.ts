import type { Nodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handlers, toMarkdown } from 'mdast-util-to-markdown';
import { withDestination } from '../../src/writers/destination.ts';
import { withLastSign } from '../../src/writers/plain-handlers.ts';
import { escapeReferences } from '../../src/writers/reference.ts';
import { withoutSpareEscapes } from '../../src/writers/spare-escapes.ts';

/** As the library's, but for escapes that nothing needs. */
const text: Handlers['text'] = (node, parent, state, info) => {
  const written = defaultHandlers.text(node, parent, state, info);
  return state.stack.includes('label') ? written : withoutSpareEscapes(written, info.before, info.after);
};

const heading: Handlers['heading'] = (node, parent, state, info) =>
  withLastSign(defaultHandlers.heading(node, parent, state, info));

const link: Handlers['link'] = Object.assign(
  ((node, parent, state, info) =>
    withDestination(defaultHandlers.link(node, parent, state, info), node.url)) satisfies Handlers['link'],
  { peek: (defaultHandlers.link as { peek?: Handlers['link'] }).peek },
);

const root: Handlers['root'] = (node, parent, state, info) => {
  escapeReferences(state);
  return defaultHandlers.root(node, parent, state, info);
};

/** What the library writes for a tree, with GFM. */
export const libraryToMarkdown = (tree: Nodes, handlers: Partial<Handlers> = { text, heading, link }): string =>
  toMarkdown(tree, { bullet: '-', extensions: [gfmToMarkdown()], handlers: { ...handlers, root } });
