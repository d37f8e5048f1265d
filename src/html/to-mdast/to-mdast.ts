/** Kept nodes → mdast. Depth is bounded by the parser's cap on nesting. */
import type { BlockContent, Heading, List, ListItem, PhrasingContent, Root } from 'mdast';
import { attribute, children, kind, type NodeId, type Tree, tag, text } from '../../tree/node.ts';
import { holdsBlocks, isInline, SKIPPED } from '../block.ts';
import { codeBlock } from './code.ts';
import { inline } from './inline.ts';
import { isKept, type State } from './state.ts';
import { table } from './table.ts';

export interface ToMdastOptions {
  readonly links: boolean;
  readonly images: boolean;
  readonly base?: string;
}

export function toMdast(tree: Tree, keep: Uint8Array, { links, images, base }: ToMdastOptions): Root {
  return { type: 'root', children: flow({ tree, keep, links, images, base }, [0]) };
}

/** Blocks of some sibling nodes; runs of inline nodes among them become paragraphs. */
function flow(state: State, nodes: readonly NodeId[]): BlockContent[] {
  const { tree } = state;
  const blocks: BlockContent[] = [];
  let run: NodeId[] = [];
  const close = () => {
    const content = inline(state, run);
    run = [];
    if (content.length > 0) blocks.push(...paragraphs(content));
  };
  for (const node of nodes) {
    if (!isKept(state, node) || SKIPPED.has(tag(tree, node))) continue;
    if (isInline(tree, node) && !(kind(tree, node) === 'element' && holdsBlocks(tree, node))) {
      run.push(node);
      continue;
    }
    close();
    blocks.push(...block(state, node));
  }
  close();
  return blocks;
}

/** Two line breaks in a row part paragraphs. */
function paragraphs(content: readonly PhrasingContent[]): BlockContent[] {
  const parts: PhrasingContent[][] = [[]];
  for (const [at, node] of content.entries()) {
    if (node.type === 'break' && content[at + 1]?.type === 'break') parts.push([]);
    else if (node.type === 'break' && parts.at(-1)?.length === 0) continue;
    else parts.at(-1)?.push(node);
  }
  return parts.filter((part) => part.length > 0).map((part) => ({ type: 'paragraph', children: part }));
}

function block(state: State, node: NodeId): BlockContent[] {
  const { tree } = state;
  const name = tag(tree, node);
  const inside = children(tree, node);
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(state, inside, Number(name[1]) as Heading['depth']);
    case 'ul':
    case 'ol':
    case 'menu':
      return list(state, node);
    case 'blockquote': {
      const quoted = flow(state, inside);
      return quoted.length > 0 ? [{ type: 'blockquote', children: quoted }] : [];
    }
    case 'pre':
      return text(tree, node).trim() === '' ? [] : [codeBlock(state, node)];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'table': {
      const data = table(state, node);
      return data === undefined ? flow(state, inside) : [...flow(state, captionOf(state, node)), data];
    }
    case 'dt': {
      const term = inline(state, inside);
      return term.length > 0 ? [{ type: 'paragraph', children: [{ type: 'strong', children: term }] }] : [];
    }
    default:
      return flow(state, inside);
  }
}

const captionOf = ({ tree }: State, node: NodeId): NodeId[] =>
  children(tree, node).filter((child) => tag(tree, child) === 'caption');

/** A heading is one line: breaks in it are blanks. Blocks inside a heading flow as they are where they are not inline. */
function heading(state: State, inside: readonly NodeId[], depth: Heading['depth']): BlockContent[] {
  const content = flow(state, inside).flatMap((part) =>
    part.type === 'paragraph' ? [...part.children, { type: 'text', value: ' ' } as const] : [],
  );
  const line = content
    .map((part) => (part.type === 'break' ? ({ type: 'text', value: ' ' } as const) : part))
    .slice(0, -1);
  return line.length > 0 ? [{ type: 'heading', depth, children: line }] : [];
}

function list(state: State, node: NodeId): BlockContent[] {
  const { tree } = state;
  const isOrdered = tag(tree, node) === 'ol';
  const items: ListItem[] = [];
  for (const child of children(tree, node)) {
    if (!isKept(state, child) || (kind(tree, child) === 'text' && text(tree, child).trim() === '')) continue;
    const content = flow(state, tag(tree, child) === 'li' ? children(tree, child) : [child]);
    if (content.length === 0) continue;
    const last = items.at(-1);
    // A list right inside a list belongs to the item before it.
    if (tag(tree, child) !== 'li' && last !== undefined) last.children.push(...content);
    else
      items.push({
        type: 'listItem',
        spread: content.filter((part) => part.type !== 'list').length > 1,
        children: content,
      });
  }
  if (items.length === 0) return [];
  const written = Number.parseInt(attribute(tree, node, 'start') ?? '', 10);
  const start = Number.isNaN(written) ? 1 : Math.max(0, written);
  const made: List = { type: 'list', ordered: isOrdered, spread: items.some((item) => item.spread), children: items };
  return [isOrdered ? { ...made, start } : made];
}
