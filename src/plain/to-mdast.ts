/** Lines with roles → mdast. What was inferred from form says so in `data.recovered`. */
import type { BlockContent, Heading, List, ListItem, Paragraph, PhrasingContent, Root, Table } from 'mdast';
import type { Role } from './classify.ts';
import { endsSentence, type Line, type Marker } from './line.ts';
import type { FoundTable } from './table/find-tables.ts';

export function linesToMdast(lines: readonly Line[], roles: readonly Role[], tables: readonly FoundTable[]): Root {
  const starts = new Map(tables.map((table) => [table.start, table]));
  const children: BlockContent[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    const table = starts.get(at);
    if (table !== undefined) {
      children.push(tableOf(table));
      at = table.end;
    } else if (roles[at] === 'item') {
      const end = endOfList(lines, roles, at);
      for (const list of listsOf(lines.slice(at, end))) children.push(list);
      at = end;
    } else if (roles[at] === 'prose') {
      const end = endOfParagraph(lines, roles, at);
      children.push(paragraphOf(lines.slice(at, end)));
      at = end;
    } else {
      if (roles[at] === 'title') children.push(headingOf(line, 1));
      else if (roles[at] === 'heading') children.push(headingOf(line, roles[at - 1] === 'heading' ? 3 : 2));
      else if (roles[at] === 'quote') children.push(quoteOf(line));
      at += 1;
    }
  }
  return { type: 'root', children };
}

const plain = (value: string): PhrasingContent => ({ type: 'text', value });

const headingOf = (line: Line, depth: Heading['depth']): Heading => ({
  type: 'heading',
  depth,
  children: [plain(line.raw)],
  data: { recovered: { by: 'line:heading', confidence: depth === 1 ? 0.95 : 0.9 } },
});

const quoteOf = (line: Line): BlockContent => ({
  type: 'blockquote',
  children: [{ type: 'paragraph', children: [plain(line.raw)] }],
  data: { recovered: { by: 'line:quote', confidence: 0.9 } },
});

function endOfParagraph(lines: readonly Line[], roles: readonly Role[], start: number): number {
  let end = start + 1;
  while (end < lines.length && roles[end] === 'prose' && !(lines[end] as Line).blankBefore) end += 1;
  return end;
}

/** Lines of one paragraph: hard wraps are undone, other borders stay as line breaks. */
function paragraphOf(lines: readonly Line[]): Paragraph {
  const longest = lines.reduce((length, line) => Math.max(length, line.raw.length), 0);
  const children: PhrasingContent[] = [];
  let value = '';
  for (const [at, line] of lines.entries()) {
    value += line.raw;
    if (at === lines.length - 1) break;
    const wrapped = isWrapped(line.raw, lines[at + 1]?.raw ?? '', longest, lines.length);
    if (wrapped) value += joint(line.raw, lines[at + 1]?.raw ?? '');
    else {
      children.push(plain(value), { type: 'break' });
      value = '';
    }
  }
  children.push(plain(value));
  return { type: 'paragraph', children };
}

/** A line was wrapped where the first word of the next one would not have fitted. */
function isWrapped(line: string, next: string, longest: number, count: number): boolean {
  if (longest < 50 || longest > 110) return false;
  const word = /^\S+/.exec(next)?.[0].length ?? 0;
  const isFull = line.length + 1 + word > longest - 2 || line.length > longest * 0.8;
  return isFull && (count > 2 || line.length >= 60) && (!endsSentence(line) || line.length + 1 + word > longest);
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}、。，！？]/u;

const joint = (left: string, right: string): string =>
  UNSPACED.test(left.slice(-1)) && UNSPACED.test(right.slice(0, 1)) ? '' : ' ';

function endOfList(lines: readonly Line[], roles: readonly Role[], start: number): number {
  let end = start + 1;
  while (end < lines.length) {
    const line = lines[end] as Line;
    const follows = roles[end] === 'prose' && !line.blankBefore && line.indent > (lines[start] as Line).indent;
    if (roles[end] !== 'item' && !follows) break;
    end += 1;
  }
  return end;
}

/** Nests items by indent; a change between bullets and numbers on one level starts a new list. */
function listsOf(lines: readonly Line[]): List[] {
  const top: List[] = [];
  const open: { indent: number; list: List }[] = [];
  for (const line of lines) {
    const last = open.at(-1)?.list.children.at(-1);
    if (line.marker === undefined) {
      const paragraph = last?.children[0];
      if (paragraph?.type === 'paragraph') paragraph.children.push(plain(` ${line.raw}`));
      continue;
    }
    while (open.length > 1 && line.indent < (open.at(-1)?.indent ?? 0)) open.pop();
    const level = open.at(-1);
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [plain(line.text)] }],
    };
    if (level !== undefined && line.indent <= level.indent + 1 && continues(level.list, line.marker)) {
      level.list.children.push(item);
      continue;
    }
    const list = listOf(line, item);
    if (level !== undefined && line.indent > level.indent + 1 && last !== undefined && open.length < 12)
      last.children.push(list);
    else {
      if (level !== undefined) open.pop();
      const parent = open.at(-1)?.list.children.at(-1);
      if (parent === undefined) top.push(list);
      else parent.children.push(list);
    }
    open.push({ indent: line.indent, list });
  }
  return top;
}

/** The next item of a list: a bullet after bullets, the next number after numbers, or the same number again and again. */
function continues({ ordered, start, children }: List, marker: Marker): boolean {
  if (ordered !== marker.ordered) return false;
  const first = start ?? 1;
  return !marker.ordered || marker.start === first + children.length || marker.start === first;
}

const listOf = (line: Line, item: ListItem): List => ({
  type: 'list',
  ordered: line.marker?.ordered === true,
  ...(line.marker?.ordered ? { start: line.marker.start } : {}),
  spread: false,
  children: [item],
  data: { recovered: { by: 'line:item', confidence: 0.98 } },
});

function tableOf({ rows, header, by, confidence }: FoundTable): Table {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const all = header ? rows : [Array<string>(width).fill(''), ...rows];
  return {
    type: 'table',
    children: all.map((row) => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, column) => ({
        type: 'tableCell',
        children: row[column] ? [{ type: 'text', value: row[column] }] : [],
      })),
    })),
    data: { recovered: { by, confidence } },
  };
}
