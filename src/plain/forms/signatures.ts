/** Who wrote a text and when, as it stands at the end. */
import { COUNT } from '../line-model/counts.ts';
import { SMALL } from '../lines/goes-on.ts';
import { endsQuestion, endsSentence, type Line } from '../lines/line.ts';
import { headsLabels, isContact } from './labels.ts';
import { isName } from './name.ts';

//   桂花社区居委会
//   2023年4月20日
const DAY = /^(?=\P{Nd}*\p{Nd}+\P{Nd}+\p{Nd}+)(?=.*\p{Nd}{4})[^:]{6,24}$/u;
/** Of letters that take two places each. */
const LONGEST_DAY = 48;
const MOST_SIGNED = 3;

/** A name or two over a day: who signed a notice, and when. In the last block, or right below the text. */
export function isDated(lines: readonly Line[], at: number): boolean {
  return isInLastBlock(lines, at) || (isBelowText(lines, at) && (isDayAlone(lines[at + 1]) || isDayAlone(lines[at])));
}

/** Right below a sentence, or below one line that is none. */
function isBelowText(lines: readonly Line[], at: number): boolean {
  const [second, first, line] = [lines[at - 2], lines[at - 1], lines[at] as Line];
  if (endsSentence(line.raw) || line.marker !== undefined || line.raw.length > SIGNER) return false;
  if (first === undefined || first.marker !== undefined) return false;
  if (endsSentence(first.raw)) return isDayAlone(line) || !/\p{Nd}/u.test(line.raw);
  return second !== undefined && isDayAlone(line) && endsSentence(second.raw) && !/\p{Nd}/u.test(first.raw);
}
const SIGNER = 30;

const isDayAlone = (line: Line | undefined): boolean =>
  line !== undefined && line.marker === undefined && isDay(line.raw);

const isDay = (raw: string): boolean => raw.length <= LONGEST_DAY && DAY.test(raw) && !COUNT.test(raw);

function isInLastBlock(lines: readonly Line[], at: number): boolean {
  if (at < lines.length - MOST_SIGNED || !isDay((lines.at(-1) as Line).raw)) return false;
  const start = lines.findLastIndex(({ blankBefore }) => blankBefore);
  const size = lines.length - start;
  return start > 0 && start <= at && size > 1 && size <= MOST_SIGNED && !/\p{Nd}/u.test((lines[start] as Line).raw);
}

//   Minutes: Ritva Lahtinen
const LABEL_ALONE = /^\p{L}[^:：\p{Nd}]{1,24}[:：]\s/u;

/** The last line below a sentence, and one above it: who signed, and for whom; or right below the sentence a name with an office. */
export function signsOff(lines: readonly Line[], at: number): boolean {
  const [above, line, next] = [lines[at - 1], lines[at] as Line, lines[at + 1]];
  if (above === undefined) return false;
  const isBelow = endsSentence(above.raw);
  if (next === undefined) return (isBelow || headsLabels(above)) && isSigned(lines, at);
  if (isBelow && (isOfficer(line) || (isTitled(next) && headsLabels(line)))) return true;
  if (isTitled(line) && endsSentence(lines[at - 2]?.raw ?? '')) return true;
  return isBelow && at === lines.length - 2 && isName(next.raw) && headsLabels(line);
}

//   Prof.ssa Lucia Bernardini     Dr. Harald Menz
const TITLED = /^\p{Lu}\p{L}{0,5}\.\p{Ll}{0,5} ?\p{Lu}/u;
const isTitled = ({ raw }: Line): boolean => TITLED.test(raw) && isName(raw.slice(raw.indexOf(' ') + 1));

//   Ritva Lahtinen, secretary
const SIGNED = /^\p{L}(?:[^\p{P}\p{Nd}]|[-’'.]){2,30}[,،，] ?[^\p{P}\p{Nd}]{3,40}$/u;

const isOfficer = ({ raw }: Line): boolean => {
  const comma = raw.indexOf(', ');
  return comma > 0 && SIGNED.test(raw) && SMALL.test(raw.slice(comma + 2)) && isName(raw.slice(0, comma));
};

/** The text does not speak of who signed it. */
function isSigned(lines: readonly Line[], at: number): boolean {
  const { raw } = lines[at] as Line;
  if (SIGNED.test(raw)) return true;
  const name = raw.replace(LABEL_ALONE, '');
  const last = name.slice(name.lastIndexOf(' ') + 1);
  return isName(name) && !lines.slice(0, at).some((other) => other.raw.includes(last));
}

/** The last line, alone and set in below short ones: who wrote the verses above. */
export function isSignature(lines: readonly Line[], at: number): boolean {
  const [before, line] = [lines[at - 1], lines[at] as Line];
  if (at !== lines.length - 1 || before === undefined || !line.blankBefore) return false;
  return line.indent >= before.indent + SET_IN && before.raw.length <= VERSE && !before.blankBefore;
}
const VERSE = 60;
const SET_IN = 4;

//   Gudrun Pfeiffer, Bad Sulza      Dr. Harald Menz, by e-mail
const WITH_COMMA = /^((?:\p{Lu}\p{L}{0,4}\. )?)([^,،]{5,40})[,،] ?[^\p{Nd}.!?]{2,40}$/u;
const CLOSING = 40;

/** Who wrote the letter above: a name right below a sentence and over what is no sentence, or right below `With best wishes,`. */
export function isSigner(lines: readonly Line[], at: number): boolean {
  const [above, line, next] = [lines[at - 1], lines[at] as Line, lines[at + 1]];
  if (above === undefined || line.marker !== undefined || line.raw.length > 2 * CLOSING) return false;
  if (closes(lines, at)) return true;
  if (!endsSentence(above.raw) || saysSomething(next)) return false;
  const name = WITH_COMMA.exec(line.raw)?.[2];
  return name !== undefined && isName(name);
}

/** Below a sentence, and below a few words that end in a comma. */
export function closes(lines: readonly Line[], at: number): boolean {
  const [above, line] = [lines[at - 1], lines[at] as Line];
  if (above === undefined || above.raw.length > CLOSING || line.raw.length > CLOSING || !CLOSES.test(above.raw))
    return false;
  return above.marker === undefined && !endsSentence(line.raw) && saysSomething(lines[at - 2]);
}
const CLOSES = /[,،，]$/;

//   Recorded by Luc Fargeas     ← over no sentence: who wrote what follows
const BYLINE = /^\p{Lu}\p{Ll}+(?: \p{Ll}[\p{Ll}\p{M}]*){1,4} \p{Lu}[\p{Ll}\p{M}’'-]+ \p{Lu}[\p{Ll}\p{M}’'-]+$/u;

export const isByline = (lines: readonly Line[], at: number): boolean =>
  BYLINE.test((lines[at] as Line).raw) && !saysSomething(lines[at + 1]);

const saysSomething = (line: Line | undefined): boolean =>
  line !== undefined && endsSentence(line.raw) && !endsQuestion(line.raw);

//   Do-yeon Kim¹, Seo-jin Park²
const AUTHORS = /\p{L}[¹²³⁴-⁹*†‡]{1,3}(?:,|$)|^[¹²³†‡] ?\p{L}/u;

/** Signs that lead from the authors to where they work. */
export const hasAuthors = ({ raw, marker }: Line): boolean => marker === undefined && AUTHORS.test(raw);

/** Below a sentence a few words that end in a comma: who signed comes next. */
export function beginsClosing(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at] as Line, lines[at + 1]];
  if (next === undefined || line.marker !== undefined || line.raw.length > CLOSING || !CLOSES.test(line.raw))
    return false;
  return saysSomething(lines[at - 1]) && next.raw.length <= CLOSING;
}

//   Villar del Cerro, 4 de abril de 2022
const PLACED = /^\p{Lu}[\p{L}\p{M} .-]{1,30}[,،] ?\p{Nd}{1,2}\.?(?: de)? [\p{L}\p{M}]{3,12}\.?(?: de)? \p{Nd}{4}\.?$/u;

/** Where and when a notice was signed, below its last sentence. */
export const isPlaced = (lines: readonly Line[], at: number): boolean =>
  PLACED.test((lines[at] as Line).raw) && saysSomething(lines[at - 1]);

/** Who signed there. */
export function isBelowPlace(lines: readonly Line[], at: number): boolean {
  const { raw, marker } = lines[at] as Line;
  if (marker !== undefined || raw.length > 2 * CLOSING || /\p{Nd}/u.test(raw) || endsSentence(raw)) return false;
  if (at < 2) return false;
  const isDay = isPlaced(lines, at - 1) || (isDayAlone(lines[at - 1]) && saysSomething(lines[at - 2]));
  return isDay && /[\p{Lu}\p{Lo}].*[\p{Lu}\p{Lo}]/u.test(raw);
}

//   The Mayor
//   Spyros Laskaris
export const isOverName = (lines: readonly Line[], at: number): boolean =>
  isName(lines[at + 1]?.raw ?? '') && (saysSomething(lines[at - 1]) || isContact(lines[at - 1]));
