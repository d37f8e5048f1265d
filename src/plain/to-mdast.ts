/** Lines with roles → mdast. What was inferred from form says so in `data.recovered`. */

import type { BlockContent, Heading, Paragraph, PhrasingContent, Root, Table } from 'mdast';
import { once } from '../once.ts';
import { FIRST_WIDE, weightOf, wideIn } from '../words.ts';
import type { Classified } from './classify.ts';
import { type FullTest, fullLinesOf } from './lines/broken-by-page.ts';
import { WIDE } from './lines/glyphs.ts';
import { SMALL } from './lines/goes-on.ts';
import { EAST, jointOf } from './lines/joint.ts';
import { GAP } from './lines/kinds.ts';
import { endsSentence, type Line } from './lines/line.ts';
import { bodyIndentOf, listsOf, standsInItem } from './lists/lists.ts';
import type { Role } from './roles/role.ts';
import type { FoundTable } from './table/find-tables.ts';

export function linesToMdast(lines: readonly Line[], classified: Classified, tables: readonly FoundTable[]): Root {
  const { roles, chances } = classified;
  const starts = new Map(tables.map((table) => [table.start, table]));
  const bodyIndent = bodyIndentOf(lines, roles);
  const isParted = partsByBlankLines(lines, roles);
  // Few texts ask.
  const page = once(() => ({ isFullLine: fullLinesOf(lines) }));
  const isFullLine: FullTest = (line, next) => page().isFullLine?.(line, next) === true;
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
      pushParagraphs(lines.slice(at, end), isFullLine, children);
    } else if (role === 'quote') {
      const paragraphs = [lines.slice(at, end)];
      while (roles[end] === 'quote' && lines[at]?.isQuoted && lines[end]?.isQuoted) {
        const next = endOf(roles, end);
        paragraphs.push(lines.slice(end, next));
        end = next;
      }
      children.push(quoteOf(paragraphs));
    } else if (role === 'rule') children.push({ type: 'thematicBreak' });
    else if (role === 'code') children.push(codeOf(lines, at, end, roles[at - 1] === 'fence'));
    else if (role === 'prose' || role === 'continue') pushParagraphs(lines.slice(at, end), isFullLine, children);
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

/** Asks line by line: what is joined already grows long. */
export const joined = (lines: readonly Line[]): string =>
  lines.map((line, at) => (at === 0 ? line.raw : jointOf(lines[at - 1] as Line, line) + line.raw)).join('');

const headingOf = (lines: readonly Line[], depth: Heading['depth'], confidence: number): Heading => ({
  type: 'heading',
  depth,
  children: [plain(joined(lines))],
  data: { recovered: { by: 'line:heading', confidence: Math.round(confidence * 100) / 100 } },
});

const quoteOf = (parts: readonly (readonly Line[])[]): BlockContent => ({
  type: 'blockquote',
  children: quotedBlocks(parts, 1),
  data: { recovered: { by: 'line:quote', confidence: 0.9 } },
});

/** Paragraphs, the lists of those that have a marker, and quotations in the quotation. */
function quotedBlocks(parts: readonly (readonly Line[])[], depth: number): BlockContent[] {
  const blocks: BlockContent[] = [];
  for (let at = 0; at < parts.length; ) {
    let end = at;
    while (end < parts.length && depth < DEEPEST_QUOTE && (parts[end]?.[0]?.quoteDepth ?? 0) > depth) end += 1;
    if (end > at) {
      blocks.push({ type: 'blockquote', children: quotedBlocks(parts.slice(at, end), depth + 1) });
      at = end;
      continue;
    }
    while (end < parts.length && isQuotedItem(parts[end]?.[0]) && (parts[end]?.[0]?.quoteDepth ?? 0) <= depth) end += 1;
    if (end > at) {
      const items = parts.slice(at, end);
      const roles = items.flatMap((lines) => lines.map((_, n): Role => (n === 0 ? 'item' : 'continue')));
      for (const list of listsOf(items.flat(), roles)) blocks.push(list);
      at = end;
    } else {
      blocks.push({ type: 'paragraph', children: [plain(joined(parts[at] as readonly Line[]))] });
      at += 1;
    }
  }
  return blocks;
}

const DEEPEST_QUOTE = 5;

//   > — who said it
const isQuotedItem = (line: Line | undefined): boolean =>
  line?.isQuoted === true && line.marker !== undefined && !/^[–—]/.test(line.raw);

/** A paragraph whose lines all end where they end. */
const linesOf = (lines: readonly Line[]): Paragraph => ({
  type: 'paragraph',
  children: lines.flatMap(({ raw }, at): PhrasingContent[] =>
    at === 0 ? [plain(raw)] : [{ type: 'break' }, plain(raw)],
  ),
});

const LONGEST_LANGUAGE = 40;

/** Lines between fences, as they stood. */
function codeOf(lines: readonly Line[], start: number, end: number, isFenced: boolean): BlockContent {
  const inside = lines.slice(start, end);
  // What all lines of a block that is set in share says that it is code, and is no part of it.
  const shared = isFenced ? 0 : inside.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return {
    type: 'code',
    lang:
      (isFenced ? /[\w+#.-]+$/.exec((lines[start - 1]?.raw ?? '').slice(-LONGEST_LANGUAGE))?.[0] : undefined) ?? null,
    value: inside
      .map(({ raw, indent, blankBefore }, at) => {
        const blank = at > 0 && blankBefore ? '\n' : '';
        return `${blank}${' '.repeat(indent - shared)}${raw}`;
      })
      .join('\n'),
  };
}

/** What one line end parts from the rest of its block: hard wraps in it are undone. */
interface Piece {
  value: string;
  lines: number;
}

/** Lines without a blank one between: hard wraps are undone, other borders stay as line breaks, or part paragraphs. */
function pushParagraphs(lines: readonly Line[], isFullLine: FullTest, out: BlockContent[]): void {
  let children: PhrasingContent[] = [];
  let above: Piece | undefined;
  for (const piece of piecesOf(lines, isFullLine)) {
    if (above !== undefined && areParagraphs(above, piece)) {
      out.push({ type: 'paragraph', children });
      children = [];
    } else if (above !== undefined) children.push({ type: 'break' });
    children.push(plain(piece.value));
    above = piece;
  }
  out.push({ type: 'paragraph', children });
}

function piecesOf(lines: readonly Line[], isFullLine: FullTest): Piece[] {
  const longest = lines.reduce((width, line) => Math.max(width, widthOf(line)), 0);
  const longestPrinted = lines.reduce((width, line) => (line.isWhole ? width : Math.max(width, widthOf(line))), 0);
  const isNarrow = longest < NARROWEST && isWrappedNarrow(lines, longest);
  const pieces: Piece[] = [{ value: '', lines: 0 }];
  for (const [at, line] of lines.entries()) {
    const piece = pieces.at(-1) as Piece;
    piece.value += line.raw;
    piece.lines += 1;
    const next = lines[at + 1];
    if (next === undefined) break;
    const wrapped =
      isNarrow ||
      line.isCutOff ||
      (!isTerm(line, next) &&
        !hasColumns(line) &&
        (breaksOff(line, next.raw, longestPrinted) ||
          isWrapped(line, next.raw, longest, lines.length) ||
          isFullLine(line, next)));
    if (wrapped) piece.value += jointOf(line, next);
    else pieces.push({ value: '', lines: 0 });
  }
  return pieces;
}

/** Verse and addresses have shorter lines, and none that were wrapped. */
const areParagraphs = (above: Piece, below: Piece): boolean =>
  (weightOf(above.value) >= LONG && weightOf(below.value) >= LONG) ||
  ((above.lines > 1 || below.lines > 1) && endsSentence(above.value)) ||
  //   Colour
  //   The shadow is black, but for the button that opens the list of all colours.
  (above.lines === 1 &&
    weightOf(above.value) <= TERM &&
    !/[\p{P}\p{Nd}]$/u.test(above.value) &&
    weightOf(below.value) >= EXPLANATION &&
    endsSentence(below.value));
const LONG = 200;
const TERM = 60;
const EXPLANATION = 100;

//   -z ZONE
//          Print times in the given zone.
const isTerm = (line: Line, next: Line): boolean => next.indent >= line.indent + 4 && line.raw.length < COLUMN;

/** A line was wrapped where the first word of the next one would not have fitted. */
function isWrapped(line: Line, next: string, longest: number, count: number): boolean {
  const length = widthOf(line);
  if (longest < NARROWEST || longest > WIDEST) return false;
  const word = firstWidth(next);
  const isFull = length + 1 + word > longest - 2 || length > longest * 0.8;
  return (
    isFull &&
    (count > 2 || length >= 60 || SMALL.test(next)) &&
    (!endsSentence(line.raw) || length + 1 + word > longest)
  );
}

//   Category: Informational                    April 2009
const COLUMNS = /\S {5,}\S/;
const hasColumns = ({ raw, kinds }: Line): boolean => (kinds & GAP) !== 0 && COLUMNS.test(raw);

/** Between two letters of a script without blanks, at the full width, nobody ends a line. */
function breaksOff(line: Line, next: string, longest: number): boolean {
  if ((line.kinds & WIDE) === 0) return false;
  const length = widthOf(line);
  return length >= COLUMN && length >= longest - 4 && BREAKS_OFF.test(line.raw) && GOES_ON.test(next);
}

const BREAKS_OFF = new RegExp(`${EAST}$`, 'u');
const GOES_ON = new RegExp(`^${EAST}`, 'u');

const NARROWEST = 50;
const WIDEST = 110;
/** Narrower columns are lists of names. */
const COLUMN = 25;

/**
 * A narrow column, as in leaflets: at each line end the next word would not have fitted, and sentences go on in small
 * letters. Verse ends its lines earlier, here or there.
 */
function isWrappedNarrow(lines: readonly Line[], longest: number): boolean {
  if (longest < COLUMN || lines.length < 2 || beginAlike(lines)) return false;
  let small = 0;
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const line = lines[at] as Line;
    const next = (lines[at + 1] as Line).raw;
    if (widthOf(line) + 1 + firstWidth(next) <= longest) return false;
    if (SMALL.test(next) && /[\p{L}\p{M}]$/u.test(line.raw)) small += 1;
  }
  return small * 2 >= lines.length - 1 && small >= 2;
}

//   at 6 pm opening
//   at 8 pm dance
function beginAlike(lines: readonly Line[]): boolean {
  const [first] = (lines[0] as Line).raw.split(' ', 1);
  return lines.every(({ raw }) => raw.startsWith(`${first} `));
}

/** Columns on a screen: characters of East Asian scripts take two. */
const widthOf = ({ raw, kinds }: Line): number => raw.length + ((kinds & WIDE) === 0 ? 0 : wideIn(raw));

/** What the first word of a line takes; scripts without blanks may be cut behind each character. */
const firstWidth = (line: string): number =>
  line.charCodeAt(0) >= FIRST_WIDE ? 2 : (/^\S+/.exec(line)?.[0].length ?? 0);

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
