/** mdast → the block format of the flat-text benchmark (see the head of its score.py). */
import type { List, ListItem, Nodes, Root, RootContent } from 'mdast';

export interface Item {
  readonly text: string;
  readonly more?: string[];
  readonly children?: Block[];
}

export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly text: string }
  | { readonly type: 'paragraph' | 'quote' | 'code'; readonly text: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: Item[] }
  | { readonly type: 'table'; readonly header: string[]; readonly rows: string[][] };

/** The blocks of a document's body. */
export function blocksOf(body: Root): Block[] {
  return body.children.flatMap(blockOf);
}

function blockOf(node: RootContent): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', level: node.depth, text: textOf(node) }];
    case 'paragraph':
      return [{ type: 'paragraph', text: textOf(node) }];
    case 'blockquote':
      return [{ type: 'quote', text: textOf(node) }];
    case 'code':
      return [{ type: 'code', text: node.value }];
    case 'list':
      return [listOf(node)];
    case 'table': {
      const [header = [], ...rows] = node.children.map((row) => row.children.map(textOf));
      return [{ type: 'table', header, rows }];
    }
    default:
      return [];
  }
}

function listOf(list: List): Block {
  return { type: 'list', ordered: list.ordered === true, items: list.children.map(itemOf) };
}

function itemOf(item: ListItem): Item {
  const [text = '', ...more] = item.children.filter((child) => child.type !== 'list').map(textOf);
  const children = item.children.filter((child) => child.type === 'list').map(listOf);
  return { text, ...(more.length > 0 ? { more } : {}), ...(children.length > 0 ? { children } : {}) };
}

/** The text of a node; blocks inside it and breaks are parted by a line end. */
export function textOf(node: Nodes): string {
  if (node.type === 'break' || node.type === 'html') return '\n';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const apart = node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem' || node.type === 'table';
  return node.children.map(textOf).join(apart ? '\n' : '');
}
