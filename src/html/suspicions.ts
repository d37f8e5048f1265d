/**
 * Which rules are to look closer at an element, by letters that its class or id holds. Few names give a rule reason to: all
 * fragments of all rules are looked for in one walk over a name (Aho and Corasick, 1975), and each rule's expressions see
 * the rest.
 */
import { codeUnitAt } from '../code-unit.ts';

/** Bits: what a name may be one of. */
export const CONSENT = 1;
export const INTERRUPTION = 2;
export const OFFER = 4;
export const ASIDE = 8;
export const COMMENTED = 16;
export const CALLOUT = 32;
export const CLIPPED = 64;
export const QUOTED = 128;
export const AFTERWORD = 256;
/** What ids tell of, too. */
export const TOLD_BY_ID = CONSENT | INTERRUPTION | COMMENTED | AFTERWORD;

const FRAGMENTS: readonly (readonly [bit: number, fragments: string])[] = [
  [
    CONSENT,
    'cookie consent gdpr ccpa dsgvo rgpd lgpd onetrust didomi usercentrics sp_mess qc-cmp cky- cmplz truste iubenda tarteau klaro termly osano cli-modal wt-cli',
  ],
  [INTERRUPTION, 'ad paywall newsletter copyright disclaimer player dfp gpt'],
  [OFFER, 'wall subscri'],
  [
    ASIDE,
    'shar tool action util time tts speech listen audio bio social addt follow subscri sign promo poll survey related yarpp read also author taboola outbrain recommend whatsapp telegram cta call-to callto prompt banner',
  ],
  [COMMENTED, 'comment disqus livefyre'],
  [CALLOUT, 'markdown-alert admonition callout custom-block hint-container notecard starlight-aside rst-note'],
  [CLIPPED, 'editsection headerlink heading-anchor sr-only visually screen hidden assistive-text'],
  [QUOTED, 'quote zitat'],
  [
    AFTERWORD,
    'review related similar recommend upsell up-sell crosssell cross-sell also recently bewertungen rezension beoordeling anmeldelser omdomen recens recenz opini avaliac hodnocen velemeny otzyv otziv yorumlar ulasan kuchikomi',
  ],
];

/** Letters of either case, `-` and `_` by number; 0 for all else. */
const SYMBOLS = symbols();
/** A row of the automaton has place for all symbols. */
const ROW = 32;

function symbols(): Uint8Array {
  const numbers = new Uint8Array(128);
  for (let letter = 0; letter < 26; letter += 1) numbers[65 + letter] = numbers[97 + letter] = letter + 1;
  numbers[45] = 27;
  numbers[95] = 28;
  return numbers;
}

interface Automaton {
  /**
   * By state and symbol the next state. A state stands for the longest beginning of a fragment that a name so far ends in;
   * it is given by where its row begins.
   */
  readonly next: Uint16Array;
  /** By row the bits of the fragments that end there. */
  readonly found: Uint16Array;
}

const AUTOMATON = automaton();

function automaton(): Automaton {
  const words = FRAGMENTS.flatMap(([bit, fragments]) => fragments.split(' ').map((word) => ({ bit, word, state: 0 })));
  words.sort((one, other) => other.word.length - one.word.length);
  const rows = words.reduce((sum, { word }) => sum + word.length, 1);
  const next = new Uint16Array(rows * ROW);
  const found = new Uint16Array(rows);
  /** By state and symbol the state with one letter more, and by row the state for the longest end of its letters. */
  const longer = new Uint16Array(rows * ROW);
  const shorter = new Uint16Array(rows);
  let count = 1;
  // Letter by letter, so that all shorter states are complete.
  for (let length = 1; length <= (words[0]?.word.length ?? 0); length += 1) {
    const first = count;
    for (let at = 0; at < words.length; at += 1) {
      const one = words[at] as (typeof words)[number];
      if (one.word.length < length) break;
      const symbol = SYMBOLS[codeUnitAt(one.word, length - 1)] as number;
      const edge = one.state + symbol;
      if (longer[edge] === 0) {
        if (length > 1) shorter[count] = next[(shorter[one.state / ROW] as number) + symbol] as number;
        found[count] = found[(shorter[count] as number) / ROW] as number;
        longer[edge] = count * ROW;
        next[edge] = count * ROW;
        count += 1;
      }
      one.state = longer[edge] as number;
      if (one.word.length === length) found[one.state / ROW] = (found[one.state / ROW] as number) | one.bit;
    }
    // Where its own letters lead no further, a state goes on as its end does.
    for (let row = first; row < count; row += 1) {
      const from = shorter[row] as number;
      next.copyWithin(row * ROW, from, from + ROW);
    }
  }
  return { next, found };
}

/** The bits of all fragments in a name. */
export function suspicionsOf(name: string): number {
  const { next, found } = AUTOMATON;
  let state = 0;
  let bits = 0;
  for (let at = 0, { length } = name; at < length; at += 1) {
    const unit = codeUnitAt(name, at);
    state = next[state + (unit < 128 ? (SYMBOLS[unit] as number) : 0)] as number;
    bits |= found[state / ROW] as number;
  }
  return bits;
}
