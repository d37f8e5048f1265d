/** Whether a line is a sentence, or words in quotation marks, of its own. */
import { countWords } from '../../words.ts';
import { SENTENCES } from '../line-model/measures.ts';
import { stopsInside } from '../lines/goes-on.ts';
import { endsSentence, type Line } from '../lines/line.ts';

/** Fewer words are a label, a heading. */
export const SENTENCE_WORDS = 6;
const TAIL = 12;
/** Thai and Lao write no stops: a sentence is what is long, and has a blank where a clause ends, or is one long clause. */
const STOPLESS = /^[\u0e00-\u0eff][^\n]*[\u0e00-\u0eff] [^\n]*[\u0e00-\u0eff]/;
const STOPLESS_LENGTH = 60;
const CLAUSE = /^[\u0e00-\u0eff]{45,}$/;

/** A look at the end is enough, and at the words of a short line. */
export function isSentence(line: Line): boolean {
  const { raw } = line;
  if ((raw.length >= STOPLESS_LENGTH && STOPLESS.test(raw)) || CLAUSE.test(raw)) return true;
  const ends = endsSentence(raw.slice(-TAIL)) || (ASIDE.test(raw) && stopsInside(line, SENTENCES));
  return ends && (raw.length > SENTENCES || countWords(raw) >= SENTENCE_WORDS);
}

/** Whether a sentence has another one before it in its line. */
export const isSentences = (line: Line): boolean => stopsInside(line, Math.min(SENTENCES, line.raw.length - 2));

//   Take a short survey. (It is in English)
const ASIDE = /[)）\]］]$/;

const QUOTED = /^[“”"«»„「『‹›‘’《][^“"«„「『]{3,}[”"»«“」』›‹’‘》][\s.。!！،,…]*$/u;

export const isQuote = ({ raw, blankBefore, blankAfter }: Line): boolean =>
  blankBefore && blankAfter && QUOTED.test(raw);

//   「行かないの?」      “Is it far?”
const SAID = /^(?:「[^「」]+」|[“"«„][^“”"«»„]+[.!?…][”"»“])$/;

/** Words in quotation marks that end as a sentence does, or stand in the marks of speech. */
export const isSaid = ({ raw }: Line): boolean => SAID.test(raw);
