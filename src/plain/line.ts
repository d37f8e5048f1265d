/** A flat text as lines with what each line shows by itself: indent, marker, blank neighbours, how it ends. */
export interface Line {
  /** 1-based, as editors count. */
  readonly number: number;
  /** Without indent, marker and trailing white space. */
  readonly text: string;
  /** The whole line without trailing white space. */
  readonly raw: string;
  readonly indent: number;
  readonly marker: Marker | undefined;
  /** Depth of a Markdown heading, 0 for other lines. */
  readonly hashes: number;
  readonly blankBefore: boolean;
  /** Blank lines before it, at most 3; 3 at the start. */
  readonly blanksBefore: number;
  blankAfter: boolean;
}

export interface Marker {
  readonly ordered: boolean;
  /** The number of a numbered item, 1 where it is a letter. */
  readonly start: number;
}

//   • text      - text      3. text      (2) text      أ) text      一、text
const BULLET = /^([•‣◦▪▫■□●○◆▶➢✓✔✗⁃∙*+–—-]|o(?= )|·)[ \t\u00a0]+(?=\S)/u;
const HASHES = /^(#{1,6}) \S/;
const NUMBER = /^(?:\(?(\p{Nd}{1,3}|\p{L}|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[.)、．]|[①-⑳])[ \t\u00a0]*(?=\S)/u;

const MOST_BLANKS = 3;
/** The lines as they stand; a line's number less one is its index. */
export const splitLines = (text: string): string[] => text.split(/\r\n?|\n|\u2028|\u2029|\f|\v/);

export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let blank = true;
  let blanks = MOST_BLANKS;
  let number = 0;
  for (const piece of splitLines(text)) {
    number += 1;
    const raw = piece.trimEnd();
    if (raw === '') {
      blank = true;
      blanks = Math.min(MOST_BLANKS, blanks + 1);
      const last = lines.at(-1);
      if (last !== undefined) last.blankAfter = true;
      continue;
    }
    const bare = raw.trimStart();
    const indent = widthOf(raw.slice(0, raw.length - bare.length));
    // "o" is a word of several languages: it marks an item only where an item may begin, not where a line wraps.
    const wraps = bare.startsWith('o ') && !blank && lines.at(-1)?.marker === undefined;
    const hashes = HASHES.exec(bare)?.[1]?.length ?? 0;
    const { marker, length } = wraps || hashes > 0 ? { marker: undefined, length: hashes } : markerOf(bare, indent);
    lines.push({
      number,
      text: bare.slice(length).trim(),
      raw: bare.slice(hashes).trim(),
      indent,
      marker,
      hashes,
      blankBefore: blank,
      blanksBefore: blanks,
      blankAfter: false,
    });
    blank = false;
    blanks = 0;
  }
  const last = lines.at(-1);
  if (last !== undefined) last.blankAfter = true;
  return dedent(lines);
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

function markerOf(bare: string, indent: number): { marker: Marker | undefined; length: number } {
  const bullet = BULLET.exec(bare);
  if (bullet) return { marker: { ordered: false, start: 1 }, length: bullet[0].length };
  const number = NUMBER.exec(bare);
  if (number === null) return { marker: undefined, length: 0 };
  const value = number[1] ?? '';
  const isNumber = /^\p{Nd}+$/u.test(value);
  const spaced = /[\s\u00a0]$/.test(number[0]) || indent > 0;
  // "J. Smith" is no item, nor is "3.5 million"; letters count only where the text is indented.
  if (!spaced || (!isNumber && indent === 0 && !/^[一二三四五六七八九十]/.test(value)))
    return { marker: undefined, length: 0 };
  return { marker: { ordered: true, start: isNumber ? digits(value) : 1 }, length: number[0].length };
}

/** The value of decimal digits of any script: each block of ten starts at a multiple of ten above its zero. */
function digits(value: string): number {
  let total = 0;
  for (const digit of value) {
    let zero = digit.codePointAt(0) as number;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) as number) - zero < 9) zero -= 1;
    total = total * 10 + (digit.codePointAt(0) as number) - zero;
  }
  return total;
}

/** Ends as a sentence does, in any script, closing quotes aside. */
export const endsSentence = (text: string): boolean => /[.!?…。！？｡।॥؟۔։።။៕܀][\s"'”’»)\]）」』›“]*$/u.test(text);

export const endsQuestion = (text: string): boolean => /[?？؟;]\s*$/.test(text);
