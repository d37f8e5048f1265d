/** Lines with roles → mdast. What was inferred from form says so in `data.recovered`. */
import type { BlockContent, Heading, Paragraph, PhrasingContent, Root, Table } from 'mdast';
import type { Classified } from './classify.ts';
import { joint } from './joint.ts';
import { endsSentence, type Line } from './line.ts';
import { bodyIndentOf, listsOf, standsInItem } from './lists.ts';
import type { Role } from './role.ts';
import type { FoundTable } from './table/find-tables.ts';

export function linesToMdast(lines: readonly Line[], classified: Classified, tables: readonly FoundTable[]): Root {
  const { roles, chances } = classified;
  const starts = new Map(tables.map((table) => [table.start, table]));
  const bodyIndent = bodyIndentOf(lines, roles);
  const isParted = partsByBlankLines(lines, roles);
  const children: BlockContent[] = [];
  let depth: Heading['depth'] = 1;
  for (let at = 0; at < lines.length; ) {
    const table = starts.get(at);
    if (table !== undefined) {
      children.push(tableOf(table));
      at = table.end;
      continue;
    }
    const role = roles[at] as Role;
    let end = endOf(roles, at);
    if (role === 'item') {
      for (let item = at; end < lines.length; end = endOf(roles, end)) {
        if (roles[end] === 'item') item = end;
        else if (roles[end] !== 'prose' || !standsInItem(lines[end] as Line, lines[item] as Line, bodyIndent)) break;
      }
      for (const list of listsOf(lines.slice(at, end), roles.slice(at, end))) children.push(list);
    } else if (role === 'title' || role === 'heading') {
      depth = role === 'title' ? 1 : depthOf(lines, roles, at, depth);
      children.push(headingOf(lines.slice(at, end), depth, chances[at] as number));
    } else if (role === 'prose' && roles[end] === 'line') {
      while (roles[end] === 'line') end += 1;
      children.push(linesOf(lines.slice(at, end)));
    } else if (role === 'prose' && isParted) {
      while (roles[end] === 'prose' && roles[end + 1] !== 'line' && lines[end]?.blankBefore === false)
        end = endOf(roles, end);
      children.push(paragraphOf(lines.slice(at, end)));
    } else if (role === 'quote') {
      const paragraphs = [lines.slice(at, end)];
      while (roles[end] === 'quote' && lines[at]?.isQuoted && lines[end]?.isQuoted) {
        const next = endOf(roles, end);
        paragraphs.push(lines.slice(end, next));
        end = next;
      }
      children.push(quoteOf(paragraphs));
    } else if (role === 'rule') children.push({ type: 'thematicBreak' });
    else if (role === 'code') children.push(codeOf(lines, at, end));
    else if (role === 'prose' || role === 'continue') children.push(paragraphOf(lines.slice(at, end)));
    at = end;
  }
  return { type: 'root', children };
}

/** Where nearly every paragraph follows a blank line, a line end inside one was put there by its author. */
function partsByBlankLines(lines: readonly Line[], roles: readonly Role[]): boolean {
  let paragraphs = 0;
  let parted = 0;
  let tight = 0;
  for (const [at, { blankBefore, raw }] of lines.entries()) {
    if (roles[at] !== 'prose') continue;
    if (raw.length >= PARAGRAPH) {
      paragraphs += 1;
      if (blankBefore) parted += 1;
    } else if (!blankBefore) tight += 1;
  }
  return parted > paragraphs * NEARLY_ALL && tight <= paragraphs;
}

const NEARLY_ALL = 0.8;
/** Shorter lines may be verse or an address, or cards of a web page where there are more of them than sentences. */
const PARAGRAPH = 60;

/** The line after the block that begins at `start`. */
function endOf(roles: readonly Role[], start: number): number {
  const role = roles[start];
  let end = start + 1;
  if (role === 'cut' || role === 'fence' || role === 'rule') return end;
  if (role === 'code') {
    while (roles[end] === 'code') end += 1;
    return end;
  }
  while (roles[end] === 'continue') end += 1;
  return end;
}

/** A heading right under a heading, `above` deep, is one deeper; hash marks say it themselves. */
function depthOf(lines: readonly Line[], roles: readonly Role[], at: number, above: number): Heading['depth'] {
  const { hashes } = lines[at] as Line;
  if (hashes > 0) return Math.min(6, Math.max(2, hashes)) as Heading['depth'];
  let before = at - 1;
  while (roles[before] === 'continue' || roles[before] === 'cut') before -= 1;
  return roles[before] === 'heading' ? (Math.min(DEEPEST, above + 1) as Heading['depth']) : 2;
}

/** Longer runs of headings are a list of some kind. */
const DEEPEST = 4;

const plain = (value: string): PhrasingContent => ({ type: 'text', value });

const joined = (lines: readonly Line[]): string =>
  lines.reduce((text, { raw }) => (text === '' ? raw : text + joint(text, raw) + raw), '');

const headingOf = (lines: readonly Line[], depth: Heading['depth'], confidence: number): Heading => ({
  type: 'heading',
  depth,
  children: [plain(joined(lines))],
  data: { recovered: { by: 'line:heading', confidence: Math.round(confidence * 100) / 100 } },
});

const quoteOf = (paragraphs: readonly (readonly Line[])[]): BlockContent => ({
  type: 'blockquote',
  children: paragraphs.map((lines) => ({ type: 'paragraph', children: [plain(joined(lines))] })),
  data: { recovered: { by: 'line:quote', confidence: 0.9 } },
});

/** A paragraph whose lines all end where they end. */
const linesOf = (lines: readonly Line[]): Paragraph => ({
  type: 'paragraph',
  children: lines.flatMap(({ raw }, at): PhrasingContent[] =>
    at === 0 ? [plain(raw)] : [{ type: 'break' }, plain(raw)],
  ),
});

/** Lines between fences, as they stood. */
const codeOf = (lines: readonly Line[], start: number, end: number): BlockContent => ({
  type: 'code',
  lang: /[\w+#.-]+$/.exec(lines[start - 1]?.raw ?? '')?.[0] ?? null,
  value: lines
    .slice(start, end)
    .map(({ raw, indent, blankBefore }, at) => `${at > 0 && blankBefore ? '\n' : ''}${' '.repeat(indent)}${raw}`)
    .join('\n'),
});

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
