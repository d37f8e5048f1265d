/** How much of a text is written in which script: one walk over it, whatever the number of scripts asked for. */
import { codeUnitAt } from '../code-unit.ts';

/** By their names in Unicode; Japanese is told by either kana. */
const SCRIPTS = [
  'Han',
  'Arabic',
  'Cyrillic',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Hebrew',
  'Greek',
  'Thai',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Telugu',
  'Gujarati',
  'Kannada',
  'Malayalam',
  'Gurmukhi',
  'Khmer',
  'Myanmar',
  'Lao',
  'Georgian',
  'Armenian',
  'Ethiopic',
  'Sinhala',
] as const;

export type Script = (typeof SCRIPTS)[number];

export interface ScriptCounts {
  /** UTF-16 code units of letters, of any script. */
  readonly letters: number;
  /** UTF-16 code units of a script, its marks and signs too. */
  readonly of: (script: Script) => number;
}

const LETTER = 64;
const KNOWN = 128;
/** Of each code unit that was seen what it is: its script's number, and whether it is a letter. */
const kinds = new Uint8Array(0x10000);
const OTHER = SCRIPTS.length;

/** Made when a text is first asked about: most are Latin, and need none. */
const patterns: RegExp[] = [];

function kindOf(character: string): number {
  if (patterns.length === 0) for (const name of SCRIPTS) patterns.push(new RegExp(String.raw`\p{Script=${name}}`, 'u'));
  const script = patterns.findIndex((pattern) => pattern.test(character));
  return (script === -1 ? OTHER : script) | (/\p{L}/u.test(character) ? LETTER : 0) | KNOWN;
}

/** Of a surrogate pair: one that stands alone says nothing of the pairs that it begins elsewhere. */
const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

export function scriptCounts(text: string): ScriptCounts {
  const counts = new Uint32Array(OTHER + 1);
  let letters = 0;
  for (let at = 0, { length } = text; at < length; at += 1) {
    const code = codeUnitAt(text, at);
    let kind = kinds[code] as number;
    let units = 1;
    if (kind === 0) {
      const point = text.codePointAt(at) as number;
      kind = kindOf(String.fromCodePoint(point));
      if (point > 0xffff) {
        units = 2;
        at += 1;
      } else if (!isHalf(code)) kinds[code] = kind;
    }
    if ((kind & LETTER) !== 0) letters += units;
    const script = kind & (LETTER - 1);
    counts[script] = (counts[script] as number) + units;
  }
  return { letters, of: (script) => counts[SCRIPTS.indexOf(script)] as number };
}
