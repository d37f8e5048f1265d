/** Markdown documents → flat texts as the tools of the field print them, with the clutter of a blog around them. */

import type { List, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Example, Item, TruthBlock, TruthList } from './truth.ts';

/** A seeded generator of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

function textOf(node: Nodes): string {
  if (node.type === 'html' || node.type === 'image') return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const flat = (node: Nodes): string => textOf(node).replace(/\s+/g, ' ').trim();

function listOf(list: List): TruthList {
  const items = list.children.map((item): Item => {
    const [first, ...rest] = item.children;
    const children = item.children.filter((child) => child.type === 'list').map(listOf);
    const more = rest.filter((child) => child.type === 'paragraph').map(flat);
    return { text: first === undefined ? '' : first.type === 'list' ? '' : flat(first), more, children };
  });
  return { type: 'list', ordered: list.ordered === true, items: items.filter(({ text }) => text !== '') };
}

/** The blocks of a Markdown document; what has no text is left out. */
export function blocksOf(markdown: string): TruthBlock[] {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return tree.children
    .flatMap(blockOf)
    .filter((block) => block.type === 'table' || block.type === 'list' || block.text !== '');
}

function blockOf(node: RootContent): TruthBlock[] {
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', level: node.depth, text: flat(node) }];
    case 'paragraph':
      return [{ type: 'paragraph', text: flat(node) }];
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

/** How one tool prints: gaps are blank lines before a block. */
interface Style {
  readonly gap: number;
  readonly headingGap: number;
  readonly afterHeading: number;
  readonly itemGap: number;
  readonly bullet: string | undefined;
  readonly numbers: boolean;
  readonly itemIndent: number;
  readonly wrap: number;
  readonly bodyIndent: number;
  readonly headingIndent: number;
  readonly markdown: boolean;
  readonly cellSeparator: string;
}

const PLAIN: Style = {
  gap: 1,
  headingGap: 1,
  afterHeading: 1,
  itemGap: 0,
  bullet: '•',
  numbers: true,
  itemIndent: 2,
  wrap: 0,
  bodyIndent: 0,
  headingIndent: 0,
  markdown: false,
  cellSeparator: '',
};

function styleOf(random: Random): Style {
  const kind = random();
  if (kind < 0.36) {
    const headingGap = random() < 0.5 ? 2 : 1;
    return { ...PLAIN, headingGap, itemGap: random() < 0.3 ? 1 : 0, cellSeparator: pick(random, ['', '', ' ', '\t']) };
  }
  if (kind < 0.5)
    return {
      ...PLAIN,
      gap: 0,
      headingGap: 0,
      afterHeading: 0,
      bullet: '-',
      itemIndent: 0,
      numbers: false,
      cellSeparator: ' | ',
    };
  if (kind < 0.62) return { ...PLAIN, bullet: undefined, numbers: false, itemIndent: 0, cellSeparator: '\t' };
  if (kind < 0.7)
    return {
      ...PLAIN,
      gap: 0,
      headingGap: random() < 0.5 ? 1 : 0,
      afterHeading: 0,
      bullet: undefined,
      numbers: false,
      itemIndent: 0,
    };
  if (kind < 0.86) {
    const bodyIndent = pick(random, [0, 3]);
    return {
      ...PLAIN,
      bullet: pick(random, ['*', '+', 'o', '-']),
      wrap: pick(random, [66, 72, 78, 80]),
      bodyIndent,
      headingIndent: random() < 0.7 ? 0 : bodyIndent,
      itemIndent: bodyIndent + 2,
      cellSeparator: pick(random, [' ', '   ', '\t']),
    };
  }
  if (kind < 0.93)
    return { ...PLAIN, markdown: true, bullet: '*', wrap: random() < 0.7 ? 78 : 0, cellSeparator: ' | ' };
  return {
    ...PLAIN,
    gap: 0,
    headingGap: 1,
    afterHeading: random() < 0.5 ? 1 : 0,
    bullet: pick(random, ['•', '*', '-']),
    itemIndent: pick(random, [0, 2]),
    cellSeparator: '   ',
  };
}

function wrapped(text: string, width: number, indent: number, first: string): string[] {
  if (width === 0) return [first + text];
  const pad = ' '.repeat(indent);
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = pad;
      isEmpty = true;
    }
    line += (isEmpty ? '' : ' ') + word;
    isEmpty = false;
    while (line.length > width && /[\u0e00-\u0eff\u3040-\u9fff]/.test(line)) {
      lines.push(line.slice(0, width));
      line = pad + line.slice(width);
    }
  }
  return [...lines, line];
}

/** Prints blocks in a style. */
export function print(blocks: readonly TruthBlock[], style: Style): string {
  const out: string[] = [];
  const blank = (count: number) => {
    for (let n = 0; n < count; n += 1) out.push('');
  };
  const body = ' '.repeat(style.bodyIndent);
  let isAfterHeading = false;
  for (const block of blocks) {
    if (out.length > 0)
      blank(block.type === 'heading' ? style.headingGap : isAfterHeading ? style.afterHeading : style.gap);
    isAfterHeading = block.type === 'heading';
    if (block.type === 'heading') {
      const mark = style.markdown ? `${'#'.repeat(block.level)} ` : '';
      out.push(...wrapped(block.text, style.wrap, style.headingIndent, ' '.repeat(style.headingIndent) + mark));
    } else if (block.type === 'list') printList(out, block, style, 0);
    else if (block.type === 'table') {
      for (const row of [block.header ?? [], ...block.rows]) out.push(body + row.join(style.cellSeparator));
    } else if (block.type === 'code') out.push(...block.text.split('\n'));
    else out.push(...wrapped(block.text, style.wrap, style.bodyIndent, body));
  }
  return out.join('\n');
}

function printList(out: string[], list: TruthList, style: Style, depth: number): void {
  for (const [at, entry] of list.items.entries()) {
    const item = typeof entry === 'string' ? { text: entry } : entry;
    if (at > 0 && style.itemGap > 0) out.push('');
    const marker = list.ordered && style.numbers ? `${at + 1}. ` : style.bullet === undefined ? '' : `${style.bullet} `;
    const indent = ' '.repeat(style.itemIndent + (style.bullet === undefined ? 0 : depth * 2));
    out.push(...wrapped(item.text, style.wrap, indent.length + marker.length, indent + marker));
    for (const more of item.more ?? []) out.push(...wrapped(more, style.wrap, indent.length + 2, `${indent}  `));
    for (const child of item.children ?? []) printList(out, child, style, depth + 1);
  }
}

/** Short phrases and titles of the language, for the clutter. */
export interface Phrases {
  readonly short: readonly string[];
  readonly titles: readonly string[];
}

const boiler = (text: string): TruthBlock => ({ type: 'paragraph', text, boilerplate: true });
const heading = (text: string): TruthBlock => ({ type: 'heading', level: 3, text, boilerplate: true });

/** Puts share lines, a repeated title, comment heads and related posts around an article. */
function clutter(blocks: readonly TruthBlock[], phrases: Phrases, random: Random): TruthBlock[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'heading') return [...blocks];
  const phrase = () => pick(random, phrases.short) + (random() < 0.2 ? '!' : '');
  const top: TruthBlock[] = [];
  if (random() < 0.3) for (let n = Math.floor(random() * 4); n >= 0; n -= 1) top.push(boiler(phrase()));
  const below: TruthBlock[] = [];
  if (random() < 0.6) below.push(boiler(phrase()));
  if (random() < 0.6) below.push(boiler(first.text));
  if (random() < 0.25)
    below.push(
      boiler(`${1 + Math.floor(random() * 28)}/${1 + Math.floor(random() * 12)}/20${10 + Math.floor(random() * 16)}`),
    );
  const end: TruthBlock[] = [];
  if (random() < 0.35) end.push(boiler(phrase()));
  if (random() < 0.4) {
    end.push(heading(phrase()));
    const titles = Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(random, phrases.titles));
    end.push(
      ...(random() < 0.5 ? titles.map(boiler) : [{ type: 'list', items: titles, boilerplate: true } as TruthBlock]),
    );
  }
  if (random() < 0.5) end.push(heading(`${Math.floor(random() * 20)} ${pick(random, phrases.short).split(' ')[0]}`));
  if (random() < 0.5) end.push(random() < 0.5 ? heading(phrase()) : boiler(phrase()));
  if (random() < 0.3) end.push(boiler(`${phrase()}.`));
  return [...top, first, ...below, ...rest, ...end];
}

/** One flat text of a document, or nothing where it has no title and words under it. */
export function simulate(
  article: string,
  id: string,
  markdown: string,
  phrases: Phrases,
  random: Random,
): Example | undefined {
  const all = blocksOf(markdown);
  const start = all.findIndex((block) => block.type === 'heading' && block.level === 1);
  if (start === -1) return undefined;
  const rest = all.slice(start + 1);
  const length = 8 + Math.floor(random() * 50);
  const from = random() < 0.5 ? 0 : Math.floor(random() * Math.max(1, rest.length - length));
  const part = rest.slice(from, from + length);
  while (part.at(-1)?.type === 'heading') part.pop();
  if (part.length < 4) return undefined;
  const title = { ...(all[start] as TruthBlock) };
  const blocks = random() < 0.7 ? clutter([title, ...part], phrases, random) : [title, ...part];
  return { article, id, blocks, text: print(blocks, styleOf(random)), absent: new Set() };
}
