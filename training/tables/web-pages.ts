/** Tables of web pages, and runs of their lines that are no table, from the pages that the extraction models learn from. */
import { readdirSync, readFileSync } from 'node:fs';
import { decode } from '../../src/decode/decode.ts';
import { withoutInvisible } from '../../src/plain/table/seams/row.ts';
import { children, type NodeId, nodeCount, parent, type Tree, tag, text } from '../../src/tree/node.ts';
import { parseHtml } from '../../src/tree/parse.ts';

export interface WebPage {
  /** Pages of one site learn or are asked together. */
  readonly site: string;
  readonly id: string;
  readonly around: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Lines that stand under each other without being rows. */
  readonly runs: readonly (readonly string[])[];
}

const LARGEST = 1_500_000;
const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'blockquote', 'dt', 'dd', 'figcaption', 'pre']);
const INLINE = new Set([
  'a',
  'b',
  'i',
  'em',
  'strong',
  'span',
  'br',
  'img',
  'sup',
  'sub',
  'code',
  'small',
  'u',
  'font',
  'time',
  'abbr',
  'svg',
  'button',
  'label',
]);

/** `isKnown`: the addresses of pages to leave out. */
export function* webPages(folder: string, isKnown: (url: string) => boolean): Generator<WebPage> {
  for (const name of readdirSync(`${folder}/html`).sort()) {
    const truth = JSON.parse(readFileSync(`${folder}/ground-truth/${name.replace('.html', '.json')}`, 'utf8')) as {
      url?: string;
    };
    const url = truth.url ?? '';
    const body = readFileSync(`${folder}/html/${name}`);
    if (isKnown(url) || body.length > LARGEST) continue;
    const tree = parseHtml(decode({ id: name, body }, { from: 'html' }).text);
    const site = URL.canParse(url) ? new URL(url).hostname.split('.').slice(-2).join('.') : name;
    yield { site, id: name, ...read(tree) };
  }
}

function read(tree: Tree): Omit<WebPage, 'site' | 'id'> {
  const around: string[] = [];
  const tables: string[][][] = [];
  const runs: string[][] = [];
  for (let node = 0; node < nodeCount(tree); node += 1) {
    const name = tag(tree, node);
    if (name === 'table') {
      const rows = tableOf(tree, node);
      if (rows !== undefined) tables.push(rows);
    } else if (BLOCKS.has(name) && !isInside(tree, node, 'table')) {
      const lines = linesOf(tree, node);
      if (lines.length > 1) runs.push(lines);
      else if (name === 'p' || name === 'li' || name.startsWith('h')) around.push(...lines);
    } else if (
      ['ul', 'ol', 'dl', 'nav', 'section', 'article', 'div', 'footer', 'address', 'form', 'select'].includes(name)
    ) {
      const items = children(tree, node).filter((child) => tag(tree, child) !== '');
      const same = items.filter((child) => tag(tree, child) === tag(tree, items[0] as NodeId));
      if (same.length > 1 && same.every((child) => isLine(tree, child)))
        runs.push(same.map((child) => cellOf(tree, child)).filter((line) => line !== ''));
      else if (name === 'address') runs.push(linesOf(tree, node));
    }
  }
  return { around, tables: unique(tables), runs: unique(runs).filter((lines) => lines.length > 1) };
}

function unique<T>(values: readonly T[]): T[] {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...seen.values()];
}

function isInside(tree: Tree, node: NodeId, name: string): boolean {
  for (let at = parent(tree, node); at > 0; at = parent(tree, at)) if (tag(tree, at) === name) return true;
  return false;
}

/** An element that prints as one line of its own, no more than a line long. */
const isLine = (tree: Tree, node: NodeId): boolean =>
  descendants(tree, node).every((inside) => ['', 'p'].includes(tag(tree, inside)) || INLINE.has(tag(tree, inside))) &&
  cellOf(tree, node).length < 160;

const squeeze = (value: string): string => withoutInvisible(value).replace(/\s+/g, ' ').trim();
const HIDDEN = new Set(['script', 'style', 'noscript', 'template', 'svg', 'select']);

function descendants(tree: Tree, node: NodeId): NodeId[] {
  const found: NodeId[] = [];
  const open = children(tree, node).reverse();
  while (open.length > 0) {
    const next = open.pop() as NodeId;
    if (HIDDEN.has(tag(tree, next))) continue;
    found.push(next);
    open.push(...children(tree, next).reverse());
  }
  return found;
}

const cellOf = (tree: Tree, node: NodeId): string => squeeze(linesOf(tree, node).join(' '));

/** The text of an element by its line breaks. */
function linesOf(tree: Tree, node: NodeId): string[] {
  const lines = [''];
  for (const inside of descendants(tree, node)) {
    const name = tag(tree, inside);
    if (name === 'br' || (name !== '' && !INLINE.has(name))) lines.push('');
    else if (name === '') lines[lines.length - 1] += text(tree, inside);
  }
  return lines.map(squeeze).filter((line) => line !== '');
}

/** Cells of a table that has no spans, nothing nested and no layout in it. */
function tableOf(tree: Tree, table: NodeId): string[][] | undefined {
  if (isInside(tree, table, 'table')) return undefined;
  const inside = descendants(tree, table);
  if (
    inside.some((node) =>
      ['table', 'form', 'img', 'input', 'ul', 'ol', 'h1', 'h2', 'iframe', 'pre'].includes(tag(tree, node)),
    )
  )
    return undefined;
  const rows: string[][] = [];
  for (const row of inside.filter((node) => tag(tree, node) === 'tr')) {
    const cells = children(tree, row).filter((node) => ['td', 'th'].includes(tag(tree, node)));
    const texts = cells.map((cell) => cellOf(tree, cell));
    if (texts.some((cell) => cell !== '')) rows.push(texts);
    if (texts.some((cell) => cell.length > 300)) return undefined;
  }
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width < 2 || width > 8 || rows.some((row) => row.length !== width)) return undefined;
  const filled = rows.flat().filter((cell) => cell !== '').length;
  return filled < rows.length * width * 0.5 ? undefined : rows;
}
