/** A flat text as lines with what each line shows by itself: indent, marker, blank neighbours, how it ends. */
import { codeUnitAt } from '../../code-unit.ts';
import { valueOfDigits } from './digits.ts';
import { gluedItems } from './glued-items.ts';
import { flagsOf, BULLET as ITEM_SIGN, LETTER, SPACE, WORD } from './glyphs.ts';
import { isMarkdown } from './inline.ts';
import { kindsOf } from './kinds.ts';
import { markerSeries } from './marker-series.ts';
import { headingsSetOut } from './set-out.ts';
import { tornMarkers } from './torn-markers.ts';

export interface Line {
  /** 1-based, as editors count. */
  readonly number: number;
  /** Without indent, marker and trailing white space. */
  readonly text: string;
  /** The whole line without trailing white space. */
  readonly raw: string;
  /** What `kindsOf` told of it as it was written: it has characters of no other kinds. */
  readonly kinds: number;
  readonly indent: number;
  readonly marker: Marker | undefined;
  /** Depth of a Markdown heading, 0 for other lines. */
  readonly hashes: number;
  /** It was written after `>`, as quotes are in Markdown and in mail. */
  readonly isQuoted: boolean;
  /** How often: a quotation may hold another. */
  readonly quoteDepth: number;
  readonly blankBefore: boolean;
  /** Blank lines before it, at most 3; 3 at the start. */
  readonly blanksBefore: number;
  blankAfter: boolean;
  /** Its last word was cut there: the next line goes on. */
  readonly isCutOff?: boolean;
  /** What its end stood for, where the letters around it do not tell. */
  readonly endsIn?: '' | ' ';
  /** It was put together of several lines, or is a part of one. */
  readonly isWhole?: boolean;
  /** It is a comment of a program. */
  readonly isComment?: boolean;
  /** What had the sign of a permalink behind it, as both have in manuals. */
  readonly permalink?: 'heading' | 'definition';
  /** It begins a paragraph by being set in. */
  readonly isSetIn?: boolean;
}

export interface Marker {
  readonly ordered: boolean;
  /** The number of a numbered item, 1 where it is no number. */
  readonly start: number;
  /** Equal for markers that may follow each other in one list: `1.` and `2.`, `(a)` and `(b)`; all bullets. */
  readonly kind: string;
  /** What Markdown has no marker for: `(1)`, `a)`, `iv.`, `一、`. It stays with the text of its item. */
  readonly isOwn: boolean;
}

//   • text      - text      3. text      (2) text      أ) text      一、text
const BULLET = /^([•‣◦▪▫■□●○◆▶➢✓✔✗⁃∙*+–—-]|o(?=[ \t])|·)[ \t\u00a0]+(?=\S)/u;
const HASHES = /^(#{1,6})[ \t]+[^\s#]/;
/** A heading without words parts what stands around it, as a blank line does. */
const EMPTY_HEADING = /^#{1,6}$/;
const NUMBER = /^(?:\(?(\p{Nd}{1,3}|\p{L}|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[.)、．]|[①-⑳])[ \t\u00a0]*(?=\S)/u;
//   15. Februar 2022     3. mars 2021
const DAY = /^\p{Nd}{1,2}\. \p{L}{3,12}\.? \p{Nd}{4}(?!\p{Nd})/u;
const DAY_LENGTH = 24;
//   > and he said     > > before that
const QUOTED = /^(?:>[ \t]*)*>[ \t]+(?=\S)/;
const EMPTY_QUOTED = /^(?:>[ \t]*)+$/;

const MOST_BLANKS = 3;
const GREATER = 62;
const HASH = 35;

/** The lines as they stand; a line's number less one is its index. */
export const splitLines = (text: string): string[] =>
  text.split(OTHER_ENDS.some((end) => text.includes(end)) ? /\r\n?|\n|\u2028|\u2029|\f|\v/ : '\n');

const OTHER_ENDS = ['\r', '\u2028', '\u2029', '\f', '\v'];

/** `cut` has the indexes of lines whose last word a wrap had cut; `isMarked` tells that the text is Markdown. */
export function readLines(text: string, cut?: ReadonlySet<number>, isMarked = isMarkdown(text)): Line[] {
  const lines: Line[] = [];
  let blank = true;
  let blanks = MOST_BLANKS;
  let number = 0;
  let wasQuoted = false;
  const pieces = splitLines(text);
  const torn = tornMarkers(pieces);
  const series = markerSeries(pieces);
  let marks = '';
  for (const written of pieces) {
    number += 1;
    if (torn.has(number - 1)) {
      marks = `${written.trimEnd()} `;
      continue;
    }
    const piece: string = marks === '' ? written : marks + written.trimStart();
    if (marks !== '') {
      if (written.trim() === '') continue;
      marks = '';
    }
    const whole = piece.trimEnd();
    const isQuoted: boolean =
      whole.charCodeAt(0) === GREATER &&
      (QUOTED.test(whole) || EMPTY_QUOTED.test(whole)) &&
      mayQuote(lines.at(-1), blank && !wasQuoted, isMarked || pieces[number]?.charCodeAt(0) === GREATER);
    wasQuoted = isQuoted;
    const raw = isQuoted ? whole.replace(QUOTED, '').replace(EMPTY_QUOTED, '') : whole;
    const underlined = blank ? 0 : depthUnder(raw, lines.at(-1));
    if (underlined > 0) lines.push({ ...(lines.pop() as Line), hashes: underlined });
    if (raw === '' || underlined > 0 || (codeUnitAt(raw, 0) === HASH && EMPTY_HEADING.test(raw))) {
      blank = true;
      blanks = Math.min(MOST_BLANKS, blanks + 1);
      const last = lines.at(-1);
      if (last !== undefined) last.blankAfter = true;
      continue;
    }
    const kinds = kindsOf(piece);
    const parts = isQuoted || (kinds & ITEM_SIGN) === 0 ? undefined : gluedItems(raw);
    if (parts !== undefined) {
      for (const [at, part] of parts.entries()) lines.push(partOf(part, number, blank && at === 0 ? blanks : 0));
      blank = false;
      blanks = 0;
      continue;
    }
    const bare = raw.trimStart();
    const indent = widthOf(raw.slice(0, raw.length - bare.length));
    // "o" is a word of several languages: it marks an item only where an item may begin, not where a line wraps.
    const wraps = /^o[ \t]/.test(bare) && !blank && lines.at(-1)?.marker === undefined;
    const hashes = codeUnitAt(bare, 0) === HASH ? (HASHES.exec(bare)?.[1]?.length ?? 0) : 0;
    const { marker, length } =
      wraps || hashes > 0
        ? { marker: undefined, length: hashes }
        : ((isQuoted ? undefined : series.get(number - 1)) ?? markerOf(bare, indent));
    lines.push({
      number,
      text: bare.slice(length).trim(),
      raw: bare.slice(hashes).trim(),
      kinds,
      indent,
      marker,
      hashes,
      isQuoted,
      quoteDepth: isQuoted ? depthOf(whole) : 0,
      blankBefore: blank,
      blanksBefore: blanks,
      blankAfter: false,
      ...(cut?.has(number - 1) ? { isCutOff: true } : {}),
    });
    blank = false;
    blanks = 0;
  }
  const last = lines.at(-1);
  if (last !== undefined) last.blankAfter = true;
  return dedent(partHeadings(partIndented(lines)));
}

/** One of the items that share a line, or what leads up to them. */
function partOf(part: string, number: number, blanksBefore: number): Line {
  const bare = part.trimStart();
  const indent = widthOf(part.slice(0, part.length - bare.length));
  const { marker, length } = markerOf(bare, indent);
  return {
    number,
    text: bare.slice(length).trim(),
    raw: bare,
    kinds: kindsOf(part),
    indent,
    marker,
    hashes: 0,
    isQuoted: false,
    quoteDepth: 0,
    blankBefore: blanksBefore > 0,
    blanksBefore,
    blankAfter: false,
    isWhole: true,
  };
}

const depthOf = (quoted: string): number => QUOTED.exec(quoted)?.[0].replace(/[^>]/g, '').length ?? 1;

/** Right under a line the sign stands between words, a path or a number; alone in a text without other marks it is one by chance. */
const mayQuote = (before: Line | undefined, blank: boolean, isOneOfMany: boolean): boolean =>
  before?.isQuoted === true && !blank ? true : isOneOfMany && (blank || before?.raw.endsWith(':') === true);

//   Opening hours      ← a heading of depth 1 or 2; a row of a table has gaps
//   =============
const UNDERLINE = /^(?:={3,}|-{3,})$/;
const GAP = /\t| {2}|\|/;
const HEADING_LENGTH = 110;

/** The depth that a line of equals signs or dashes gives to the line above it, or 0. */
function depthUnder(raw: string, above: Line | undefined): number {
  if (above === undefined || !above.blankBefore || above.marker !== undefined || above.hashes > 0) return 0;
  const { length } = above.raw;
  if (!UNDERLINE.test(raw) || length > HEADING_LENGTH || raw.length * 2 < length || GAP.test(above.raw)) return 0;
  return raw.startsWith('=') ? 1 : 2;
}

/**
 * Books set no blank line between paragraphs but the first line in:
 *
 *   lamp box, and nobody complained.
 *      In the third winter the chair broke.     ← goes for a line after a blank one
 */
function partIndented(lines: Line[]): Line[] {
  const starts = lines.flatMap((line, at) => (beginsSetIn(lines[at - 1], line, lines[at + 1]) ? [at] : []));
  if (starts.length < FEWEST_SET_IN) return lines;
  for (const at of starts) {
    (lines[at - 1] as Line).blankAfter = true;
    lines[at] = { ...(lines[at] as Line), blankBefore: true, blanksBefore: 1, isSetIn: true };
  }
  return lines;
}

const FEWEST_SET_IN = 2;
const MOST_SET_IN = 8;
/** What ends and what follows is prose, no verse. */
const PROSE = 30;

function beginsSetIn(before: Line | undefined, line: Line, next: Line | undefined): boolean {
  if (before === undefined || line.blankBefore || line.marker !== undefined || before.isQuoted || line.isQuoted)
    return false;
  const step = line.indent - before.indent;
  if (step < 2 || step > MOST_SET_IN || before.marker !== undefined || before.hashes > 0) return false;
  const isAlone = next === undefined || next.blankBefore;
  return (
    endsSentence(before.raw) &&
    (isAlone ? line.raw.length < PROSE || endsSentence(line.raw) : next.indent < line.indent)
  );
}

/** A heading that is set out goes for one with a blank line below it. */
function partHeadings(lines: Line[]): Line[] {
  for (const at of headingsSetOut(lines)) {
    (lines[at] as Line).blankAfter = true;
    lines[at + 1] = { ...(lines[at + 1] as Line), blankBefore: true, blanksBefore: 1, isSetIn: true };
  }
  return lines;
}

/** Text browsers indent the whole page: what nine tenths of the lines share is no indent of theirs. */
function dedent(lines: Line[]): Line[] {
  const shared = lines.map((line) => line.indent).sort((a, b) => a - b)[Math.floor(lines.length / 10)] ?? 0;
  return shared === 0 ? lines : lines.map((line) => ({ ...line, indent: Math.max(0, line.indent - shared) }));
}

const widthOf = (space: string): number => {
  let width = 0;
  for (const character of space) width += character === '\t' ? 4 : 1;
  return width;
};

/** Most lines begin with a word. */
const mayBeBullet = (bare: string): boolean => beginsInSign(bare) || bare.startsWith('o');

/** What stands behind the number, or is one. */
const NUMBERS = '.)、．①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const LONGEST_NUMBER = 8;

function mayBeNumbered(bare: string): boolean {
  for (let at = 0; at < bare.length && at < LONGEST_NUMBER; at += 1) {
    if ((flagsOf(codeUnitAt(bare, at)) & (LETTER | SPACE)) === 0 && NUMBERS.includes(bare[at] as string)) return true;
  }
  return false;
}

//   U+200F 1. text
const UNSEEN = /^[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/;

function markerOf(written: string, indent: number): { marker: Marker | undefined; length: number } {
  const unseen = written.charCodeAt(0) < 0x200b ? undefined : UNSEEN.exec(written)?.[0];
  if (unseen !== undefined) {
    const { marker, length } = markerOf(written.slice(unseen.length), indent);
    return { marker, length: marker === undefined ? 0 : length + unseen.length };
  }
  const bare = written;
  const bullet = mayBeBullet(bare) ? BULLET.exec(bare) : null;
  if (bullet) return { marker: { ordered: false, start: 1, kind: '•', isOwn: false }, length: bullet[0].length };
  const number = mayBeNumbered(bare) ? NUMBER.exec(bare) : null;
  if (number === null || DAY.test(bare.slice(0, DAY_LENGTH))) return { marker: undefined, length: 0 };
  const value = number[1] ?? '';
  const sign = number[0].trimEnd();
  const isNumber = /^\p{Nd}+$/u.test(value);
  const isCounted = isNumber || value === '' || /^[一二三四五六七八九十]/.test(value);
  const isApart = number[0].length > sign.length;
  const spaced = isApart || (indent > 0 && !/^\p{Nd}/u.test(bare.slice(sign.length)));
  // "J. Smith" is no item, nor is "3.5 million"; letters count where a bracket follows or the text is indented.
  if (!spaced || (!isCounted && indent === 0 && !sign.endsWith(')'))) return { marker: undefined, length: 0 };
  const isOwn = !isNumber || sign.startsWith('(');
  const kind = sign.replace(value, isNumber ? '1' : 'a');
  const start = isNumber ? valueOfDigits(value) : 1;
  return { marker: { ordered: true, start, kind: value === '' ? '①' : kind, isOwn }, length: number[0].length };
}

/** Whether no blank line parts anything. */
export const isUnparted = (lines: readonly Line[]): boolean =>
  !lines.some(({ blankBefore }, at) => at > 0 && blankBefore);

export const beginsInSign = (text: string): boolean => text !== '' && (flagsOf(codeUnitAt(text, 0)) & WORD) === 0;

/** Lines that end in a letter or figure, as most do, need no closer look. */
export const endsInSign = (text: string): boolean =>
  text !== '' && (flagsOf(codeUnitAt(text, text.length - 1)) & WORD) === 0;

/** Ends as a sentence does, in any script, closing quotes aside. */
export const endsSentence = (text: string): boolean =>
  endsInSign(text) && /[.!?…。！？｡।॥؟۔։።။។៕།᠃፧܀][\s"'”’»)\]）」』›“\u200b-\u200f\u202c\u2069]*$/u.test(text);

const QUESTION_MARKS = '?？؟;\u037e';

/** Greek asks with a semicolon, which other scripts end clauses with. */
export const endsQuestion = (text: string): boolean =>
  QUESTION_MARKS.includes(text.trimEnd().slice(-1)) &&
  /(?:[?？؟\u037e]|\p{Script=Greek}(?: [A-Za-z][\w/.+-]{0,30})?[»”"]?;)\s*$/u.test(text);
