/**
 * A line of text as a flat run of pieces, each with its marks. White space is collapsed as browsers do, and what
 * stands at the edge of a mark (blanks, line breaks) is moved out of it: `** a**` is no emphasis.
 */

import type { Image, PhrasingContent } from 'mdast';
import { codeUnitAt } from '../../code-unit.ts';
import { once } from '../../once.ts';

/** A link's identity: two links to one address stay two. */
export interface LinkMark {
  readonly url: string;
  readonly title: string | undefined;
}

/** All fields are always there, in this order; see `changed`. */
export interface Marks {
  readonly link: LinkMark | undefined;
  /** The element that makes it so: two that touch become one, two with a blank between them stay two. */
  readonly strong: number | undefined;
  readonly emphasis: number | undefined;
  readonly delete: number | undefined;
  /** The `<code>` it stands in. */
  readonly code: number | undefined;
  /** Line breaks of the source are shown: `white-space: pre-wrap`. */
  readonly lines: true | undefined;
  /** Tags that Markdown has no syntax for, outermost first. */
  readonly raw: readonly string[] | undefined;
}

export type Leaf = Image | PhrasingContent;

/** All have all fields, in this order, like marks. */
export type Piece =
  | { readonly kind: 'text'; readonly value: string; readonly node: undefined; readonly marks: Marks }
  | { readonly kind: 'break'; readonly value: undefined; readonly node: undefined; readonly marks: Marks }
  | { readonly kind: 'leaf'; readonly value: undefined; readonly node: Leaf; readonly marks: Marks };

export const NO_MARKS: Marks = {
  link: undefined,
  strong: undefined,
  emphasis: undefined,
  delete: undefined,
  code: undefined,
  lines: undefined,
  raw: undefined,
};

/**
 * Marks of which some are others. All are made here but the first: copies that a spread makes are of shapes of their
 * own, and what reads marks would be compiled again for each.
 */
export function changed(marks: Marks, changes: Partial<Marks>): Marks {
  const { link, strong, emphasis, delete: deleted, code, lines, raw } = { ...marks, ...changes };
  return { link, strong, emphasis, delete: deleted, code, lines, raw };
}

/** Between two of these a line break in the source is no blank: Chinese and Japanese are written without. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\u3000-\\u303f\\u30fb\\u30fc\\uff00-\\uffef]';
/** Asked first: most texts hold none of them. */
const WIDE = /[\u02ea\u02eb\u2e80-\uffff]/;
const LINE_BREAK = once(() => new RegExp(`(?<=${UNSPACED})[ \\t]*\\n\\s*(?=${UNSPACED})`, 'gu'));

/** A text of the source. */
export const textPiece = (value: string, marks: Marks): Piece => textOf(collapsed(value), marks);
const textOf = (value: string, marks: Marks): Piece => ({ kind: 'text', value, node: undefined, marks });
export const breakPiece = (marks: Marks): Piece => ({ kind: 'break', value: undefined, node: undefined, marks });
export const leafPiece = (node: Leaf, marks: Marks): Piece => ({ kind: 'leaf', value: undefined, node, marks });

/**
 * White space as one blank; one at an edge stays a line end if it holds one, until both its neighbours are known. Looks
 * before it replaces: most texts are long and have nothing to collapse.
 */
function collapsed(value: string): string {
  if (!/[\t\n\r\f]| {2}/.test(value)) return value;
  const joined = WIDE.test(value) ? value.replace(LINE_BREAK(), '') : value;
  const found = joined.replace(/[ \t\n\r\f]{2,}|[\t\n\r\f]/g, ' ');
  if (!value.includes('\n')) return found;
  if (found === ' ') return '\n';
  const start = /^[ \t\r\f]*\n/.test(value) ? '\n' : found.charAt(0);
  const end = value.length > 1 && endsWithLine(value) ? '\n' : found.charAt(found.length - 1);
  return start + found.slice(1, -1) + (found.length > 1 ? end : '');
}

function endsWithLine(value: string): boolean {
  for (let at = value.length - 1; at >= 0 && isSpace(codeUnitAt(value, at)); at -= 1)
    if (codeUnitAt(value, at) === 0x0a) return true;
  return false;
}

/** Runs of pieces that are one paragraph each: two line breaks in a row part them. */
export function settle(pieces: readonly Piece[]): Piece[][] {
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === 'text') {
    const value = trimmed(only.value);
    if (value === '' || (value !== undefined && isUnseen(value))) return [];
    if (value !== undefined) return [[textOf(value, only.marks)]];
  }
  const paragraphs: Piece[][] = [[]];
  let breaks = 0;
  for (const piece of collapse(pieces)) {
    if (piece.kind === 'break') {
      breaks += 1;
      continue;
    }
    if (breaks > 0) {
      const run = paragraphs.at(-1) as Piece[];
      if (breaks > 1 && run.length > 0) paragraphs.push([]);
      else if (run.length > 0) run.push(breakPiece(NO_MARKS));
      breaks = 0;
    }
    paragraphs.at(-1)?.push(piece);
  }
  const shared: Piece[][] = [];
  for (let at = 0; at < paragraphs.length; at += 1) {
    const run = shareMarks(paragraphs[at] as Piece[]);
    if (run.length > 0 && !run.every((piece) => piece.kind === 'text' && isUnseen(piece.value))) shared.push(run);
  }
  return shared;
}

/** Nothing but blanks and signs without a width, as editors put them into empty lines. */
const isUnseen = (value: string): boolean =>
  value.length <= MOST_UNSEEN && !isAscii(value.charCodeAt(0)) && UNSEEN.test(value);
/** A letter of most texts, and no blank. */
const isAscii = (code: number): boolean => code > 0x20 && code < 0x80;
const MOST_UNSEEN = 8;
const UNSEEN = /^[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/;

/** Most lines are one text: without the blank at either end, or undefined where there is more white space than that. */
function trimmed(value: string): string | undefined {
  let start = 0;
  let end = value.length;
  if (start < end && isEdge(codeUnitAt(value, start))) start += 1;
  if (start < end && isEdge(codeUnitAt(value, end - 1))) end -= 1;
  if (start < end && (isSpace(codeUnitAt(value, start)) || isSpace(codeUnitAt(value, end - 1)))) return undefined;
  return value.slice(start, end);
}
const isEdge = (code: number): boolean => code === 0x20 || code === 0x0a;

const isBlank = (piece: Piece | undefined): boolean =>
  piece !== undefined && (piece.kind === 'break' || (piece.kind === 'text' && isSpace(piece.value.charCodeAt(0))));

/** Any white space of Unicode: marks do not form beside it. */
const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));

/** Blanks as pieces of their own, one where there were several, none beside a break or at an edge. */
function collapse(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'break') {
      if (found.at(-1)?.kind === 'text' && isBlank(found.at(-1))) found.pop();
      found.push(piece);
      continue;
    }
    if (piece.kind === 'leaf') {
      found.push(piece);
      continue;
    }
    const { value, marks } = piece;
    let start = 0;
    let end = value.length;
    while (start < end && isSpace(codeUnitAt(value, start))) start += 1;
    while (end > start && isSpace(codeUnitAt(value, end - 1))) end -= 1;
    pushBlank(found, value.slice(0, start), marks);
    if (start < end) found.push(textOf(value.slice(start, end), marks));
    pushBlank(found, value.slice(end), marks);
  }
  const last = found.at(-1);
  if (last?.kind === 'text' && isBlank(last)) {
    found.pop();
    // Wider blanks than a space are content: only spaces fall away at the end of a line.
    const rest = last.value.replace(/(?<![ \n\xa0])[ \n\xa0]+$/, '');
    if (rest !== '') found.push(textOf(rest, last.marks));
  }
  return found;
}

function pushBlank(found: Piece[], value: string, marks: Marks): void {
  if (value === '') return;
  const last = found.at(-1);
  if (last?.kind === 'text' && isBlank(last)) {
    found.pop();
    const both = `${last.value}${value}`.replace(/[ \n]{2,}/g, (run) => (run.includes('\n') ? '\n' : ' '));
    found.push(textOf(both, marks));
    return;
  }
  const shown = last === undefined || last.kind === 'break' ? value.replace(/^[ \n\xa0\u3000]+/, '') : value;
  if (shown !== '') found.push(textOf(shown, marks));
}

const ENDS_UNSPACED = once(() => new RegExp(`${UNSPACED}$`, 'u'));
const BEGINS_UNSPACED = once(() => new RegExp(`^${UNSPACED}`, 'u'));

/** A blank or a break carries the marks that both its neighbours carry; a line end is a blank, or nothing. */
function shareMarks(run: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (let at = 0; at < run.length; at += 1) {
    const piece = run[at] as Piece;
    if (piece.kind === 'leaf' || !isBlank(piece)) {
      found.push(piece);
      continue;
    }
    const left = at > 0 ? run[at - 1] : undefined;
    const right = at + 1 < run.length ? run[at + 1] : undefined;
    const marks = common(left?.marks ?? NO_MARKS, right?.marks ?? NO_MARKS);
    if (piece.kind === 'break') found.push(breakPiece(marks));
    else {
      const value = piece.value.includes('\n') ? joined(left, piece.value, right) : piece.value;
      if (value !== '') found.push(textOf(value, marks));
    }
  }
  return found;
}

/** A line end between two texts. */
function joined(left: Piece | undefined, value: string, right: Piece | undefined): string {
  const isUnspaced =
    left?.kind === 'text' &&
    right?.kind === 'text' &&
    WIDE.test(left.value) &&
    ENDS_UNSPACED().test(left.value) &&
    BEGINS_UNSPACED().test(right.value);
  return value.replaceAll('\n', isUnspaced ? '' : ' ');
}

function common(left: Marks, right: Marks): Marks {
  if (left === right && left.lines === undefined) return left;
  const raw = left.raw?.filter((name, at) => right.raw?.[at] === name);
  return changed(NO_MARKS, {
    link: left.link === right.link ? left.link : undefined,
    strong: left.strong === right.strong ? left.strong : undefined,
    emphasis: left.emphasis === right.emphasis ? left.emphasis : undefined,
    delete: left.delete === right.delete ? left.delete : undefined,
    code: left.code === right.code ? left.code : undefined,
    raw: raw?.length ? raw : undefined,
  });
}
