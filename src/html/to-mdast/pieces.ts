/**
 * A line of text as a flat run of pieces, each with its marks. White space is collapsed as browsers do, and what
 * stands at the edge of a mark (blanks, line breaks) is moved out of it: `** a**` is no emphasis.
 */
import type { Image, PhrasingContent } from 'mdast';

/** A link's identity: two links to one address stay two. */
export interface LinkMark {
  readonly url: string;
  readonly title: string | undefined;
}

export interface Marks {
  readonly link?: LinkMark | undefined;
  readonly strong?: boolean | undefined;
  readonly emphasis?: boolean | undefined;
  readonly delete?: boolean | undefined;
  /** The `<code>` it stands in. */
  readonly code?: number | undefined;
  /** Line breaks of the source are shown: `white-space: pre-wrap`. */
  readonly lines?: boolean | undefined;
  /** Tags that Markdown has no syntax for, outermost first. */
  readonly raw?: readonly string[] | undefined;
}

export type Leaf = Image | PhrasingContent;

export type Piece =
  | { readonly kind: 'text'; readonly value: string; readonly marks: Marks }
  | { readonly kind: 'break'; readonly marks: Marks }
  | { readonly kind: 'leaf'; readonly node: Leaf; readonly marks: Marks };

const NO_MARKS: Marks = {};
/** Between two of these a line break in the source is no blank: Chinese and Japanese are written without. */
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const LINE_BREAK = new RegExp(`(?<=${UNSPACED})[ \\t]*\\n\\s*(?=${UNSPACED})`, 'gu');

export const textPiece = (value: string, marks: Marks): Piece => ({
  kind: 'text',
  value: value.replace(LINE_BREAK, '').replace(/[ \t\n\r\f]+/g, ' '),
  marks,
});

/** Runs of pieces that are one paragraph each: two line breaks in a row part them. */
export function settle(pieces: readonly Piece[]): Piece[][] {
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
      else if (run.length > 0) run.push({ kind: 'break', marks: NO_MARKS });
      breaks = 0;
    }
    paragraphs.at(-1)?.push(piece);
  }
  return paragraphs.map(shareMarks).filter((run) => run.length > 0);
}

const isBlank = (piece: Piece | undefined): boolean =>
  piece !== undefined && (piece.kind === 'break' || (piece.kind === 'text' && piece.value.trim() === ''));

/** Blanks as pieces of their own, one where there were several, none beside a break or at an edge. */
function collapse(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  const push = (value: string, marks: Marks) => {
    if (value !== '') found.push({ kind: 'text', value, marks });
  };
  for (const piece of pieces) {
    if (piece.kind === 'break') {
      while (isBlank(found.at(-1)) && found.at(-1)?.kind !== 'break') found.pop();
      found.push(piece);
    } else if (piece.kind === 'leaf') found.push(piece);
    else {
      const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(piece.value) ?? [];
      blank(found, before, piece.marks);
      push(inner, piece.marks);
      if (inner !== '') blank(found, after, piece.marks);
    }
  }
  while (isBlank(found.at(-1))) found.pop();
  let start = 0;
  while (isBlank(found[start])) start += 1;
  return found.slice(start);
}

function blank(found: Piece[], value: string, marks: Marks): void {
  if (value === '' || found.length === 0) return;
  const last = found.at(-1);
  if (!isBlank(last)) found.push({ kind: 'text', value, marks });
  else if (last?.kind === 'text' && last.value === ' ' && value !== ' ') {
    found.pop();
    found.push({ kind: 'text', value: value.startsWith(' ') ? value : ` ${value}`.replace(/ {2,}/g, ' '), marks });
  } else if (last?.kind === 'text' && value !== ' ') {
    found.pop();
    found.push({ kind: 'text', value: `${last.value}${value}`.replace(/ {2,}/g, ' '), marks });
  }
}

/** A blank or a break carries the marks that both its neighbours carry. */
function shareMarks(run: readonly Piece[]): Piece[] {
  return run.map((piece, at) => {
    if (!isBlank(piece)) return piece;
    const [left, right] = [run[at - 1]?.marks ?? NO_MARKS, run[at + 1]?.marks ?? NO_MARKS];
    return { ...piece, marks: common(left, right) };
  });
}

function common(left: Marks, right: Marks): Marks {
  const raw = left.raw?.filter((name, at) => right.raw?.[at] === name);
  return {
    link: left.link === right.link ? left.link : undefined,
    strong: left.strong && right.strong,
    emphasis: left.emphasis && right.emphasis,
    delete: left.delete && right.delete,
    code: left.code === right.code ? left.code : undefined,
    raw: raw?.length ? raw : undefined,
  };
}
