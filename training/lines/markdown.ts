/** Markdown and mdast → the blocks of a training text. */
import type { List, Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { nodeHtml } from './html.ts';
import type { Item, TruthBlock, TruthList } from './truth.ts';

function textOf(node: Nodes): string {
  if (node.type === 'html' || node.type === 'image') return '';
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.type === 'code' ? node.value : node.value.replace(/\s+/g, ' ');
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const flat = (node: Nodes): string => textOf(node).replace(/\s+/g, ' ').trim();

/** The text of a paragraph, with its line breaks. */
const broken = (node: Nodes): string =>
  textOf(node)
    .replace(/[^\S\n]*\n\s*/g, '\n')
    .trim();

function listOf(list: List): TruthList {
  const items = list.children.map((item): Item => {
    const [first, ...rest] = item.children;
    const children = item.children.filter((child) => child.type === 'list').map(listOf);
    const more = rest.filter((child) => child.type === 'paragraph').map(flat);
    return { text: first === undefined ? '' : first.type === 'list' ? '' : flat(first), more, children };
  });
  return { type: 'list', ordered: list.ordered === true, items: items.filter(({ text }) => text !== '') };
}

/** The blocks of a Markdown document, with their HTML; what has no text is left out. */
export function blocksOf(markdown: string): TruthBlock[] {
  const { children } = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return children.flatMap((node) => {
    const blocks = treeBlocks({ type: 'root', children: [node] });
    return blocks.map((block, at) => ({ ...block, html: at === 0 ? nodeHtml(node) : '' }));
  });
}

/** The same of a tree. */
export function treeBlocks({ children }: Root): TruthBlock[] {
  return children
    .flatMap(blockOf)
    .filter((block) => block.type === 'table' || block.type === 'list' || block.text !== '');
}

function blockOf(node: RootContent): TruthBlock[] {
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', level: node.depth, text: flat(node) }];
    case 'paragraph':
      return [{ type: 'paragraph', text: broken(node) }];
    case 'blockquote':
      return node.children.flatMap(blockOf).map((block) => ({ ...block, soft: true }));
    case 'code':
      return [{ type: 'code', text: node.value }];
    case 'list': {
      const list = listOf(node);
      return list.items.length === 0 ? [] : [list];
    }
    case 'table': {
      const [header = [], ...rows] = node.children.map((row) => row.children.map(flat));
      return [{ type: 'table', header, rows }];
    }
    default:
      return [];
  }
}
