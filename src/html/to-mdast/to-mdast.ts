/** The kept part of a page → mdast. */
import type { FootnoteDefinition, Root } from 'mdast';
import type { Warning } from '../../document.ts';
import { attribute, nodeCount, type Tree } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { pushAll } from '../push-all.ts';
import { ClassWords } from './class-words.ts';
import { flow } from './flow.ts';
import { findFootnotes } from './footnote.ts';
import { NO_MARKS } from './pieces.ts';
import { type State, spread, type TableStyle } from './state.ts';
import { classStylesOf } from './style-sheet.ts';

export interface ToMdastOptions {
  readonly links: boolean;
  readonly images: boolean;
  readonly tables?: TableStyle;
  readonly allowHtml?: boolean;
  /** The page's own address. */
  readonly base?: string;
}

export function toMdast(tree: Tree, keep: Uint8Array, options: ToMdastOptions): { body: Root; warnings: Warning[] } {
  const alive = spread(tree, keep);
  const classWords = new ClassWords(tree);
  const state: State = {
    tree,
    alive,
    links: options.links,
    images: options.images,
    tables: options.tables ?? 'auto',
    allowHtml: options.allowHtml ?? false,
    base: baseOf(tree, options.base),
    classWords,
    footnotes: findFootnotes(tree, alive, classWords, options.base),
    classStyles: classStylesOf(tree),
    wordLists: new Set(),
    tabs: undefined,
    notes: [],
    embedded: new Set(),
    unsafe: 0,
  };
  const blocks = flow(state, [0], NO_MARKS);
  const notes = blocks.filter((block): block is FootnoteDefinition => block.type === 'footnoteDefinition');
  pushAll(notes, state.notes);
  const others = blocks.filter((block) => block.type !== 'footnoteDefinition');
  const warnings: Warning[] =
    state.unsafe > 0
      ? [
          {
            code: 'unsafe-links',
            message: `${state.unsafe} link addresses that could run something were dropped; their text stays`,
          },
        ]
      : [];
  return { body: { type: 'root', children: [...others, ...notes] }, warnings };
}

const BASE = nameSet('base');

/** The first `<base href>`, relative to the page's own address (HTML, 4.2.3). */
function baseOf(tree: Tree, own: string | undefined): string | undefined {
  for (let at = 1; at < nodeCount(tree); at += 1) {
    if (ofTag(BASE, tree, at) === 0) continue;
    const written = attribute(tree, at, 'href');
    if (written !== undefined) return URL.canParse(written, own) ? new URL(written, own).href : own;
  }
  return own;
}
