/** Headings that tell each other: lines labelled alike, and the questions of one who asks several. */
import { STOP_INSIDE } from './goes-on.ts';
import { endsQuestion, endsSentence, isUnparted, type Line } from './line.ts';
import { isName } from './name.ts';
import { isSentence } from './sentence.ts';

const LONGEST = 90;
const FEWEST = 2;
//   Step one: shadow traffic      첫째 날: 강진에서 곡성까지
const LABEL = /^(\p{L}[\p{L}\p{M}’'-]* (?:[\p{L}\p{M}’'-]+ )?[\p{L}\p{M}’'-]+)\s?[:：]\s*\S/u;
const LABEL_LENGTH = 26;

/**
 * Lines whose labels share a word and are else different, each over a sentence that is longer and one of them alone: others
 * may stand right below what they are a part of.
 */
export function labelledHeadings(lines: readonly Line[]): ReadonlySet<number> {
  const byWord = new Map<string, Map<string, number>>();
  const alone = new Set<number>();
  const isDense = isUnparted(lines);
  for (const [at, line] of lines.entries()) {
    const { raw, marker, hashes, isQuoted, blankAfter } = line;
    if (marker !== undefined || hashes > 0 || isQuoted || raw.length > LONGEST || !(isDense || blankAfter)) continue;
    const beginning = raw.slice(0, LABEL_LENGTH + 2);
    const label = /[:：]/.test(beginning) ? LABEL.exec(raw)?.[1] : undefined;
    if (label === undefined || label.length > LABEL_LENGTH || !headsSentence(line, lines[at + 1])) continue;
    if (line.blankBefore || endsSentence(lines[at - 1]?.raw ?? '')) alone.add(at);
    const words = label.toLowerCase().split(' ');
    for (const key of [`${words[0]} `, ` ${words.at(-1)}`]) {
      const labels = byWord.get(key) ?? new Map<string, number>();
      byWord.set(key, labels.set(label, at));
    }
  }
  const series = [...byWord.values()].map((labels) => [...labels.values()]);
  return new Set(series.filter((same) => same.length >= FEWEST && same.some((at) => alone.has(at))).flat());
}

const headsSentence = ({ raw }: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  next.marker === undefined &&
  !endsSentence(raw) &&
  next.raw.length > raw.length &&
  isSentence(next);

const LONGEST_QUESTION = 160;
const FEWEST_QUESTIONS = 3;
/** Of the questions so many say nothing before they ask. */
const MOST_BARE = 2 / 3;

/**
 * Questions that stand alone over their answers. Where most do no more than ask, those that tell why before are headings
 * like the others:
 *
 *   An organ takes two years. How do you live meanwhile?
 */
export function askedHeadings(lines: readonly Line[], isDense: boolean): ReadonlySet<number> {
  const found = [...lines.keys()].filter(
    (at) => isAsked(lines[at] as Line, lines[at + 1]) && isApart(lines[at] as Line, lines[at - 1], isDense),
  );
  const bare = found.filter((at) => !STOP_INSIDE.test((lines[at] as Line).raw));
  return new Set(found.length >= FEWEST_QUESTIONS && bare.length >= found.length * MOST_BARE ? found : []);
}

const isAsked = (line: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  line.marker === undefined &&
  line.hashes === 0 &&
  !line.isQuoted &&
  line.raw.length <= LONGEST_QUESTION &&
  endsQuestion(line.raw) &&
  !SPOKEN.test(line.raw) &&
  next.marker === undefined &&
  !endsQuestion(next.raw) &&
  endsSentence(next.raw) &&
  !SPOKEN.test(next.raw);
/** Where paragraphs stand right below each other, below what ends. */
const isApart = (line: Line, above: Line | undefined, isDense: boolean): boolean =>
  isDense
    ? above !== undefined && (above.marker !== undefined || (endsSentence(above.raw) && !endsQuestion(above.raw)))
    : line.blankBefore && line.blankAfter;
const SPOKEN = /^[–—"“”„«»「『]/;

const LEAST = 0.4;
const SHORT = 60;

/**
 * A few words without a stop, alone between what ends and what says more: the model need not be sure that it is a heading.
 */
export function standsOver(lines: readonly Line[], at: number, chance: number): boolean {
  if (chance < LEAST) return false;
  const [above, line, next] = [lines[at - 1], lines[at] as Line, lines[at + 1]];
  const { raw, marker, blankBefore, blankAfter, indent, isQuoted, hashes } = line;
  if (above === undefined || next === undefined || !blankBefore || !blankAfter || isQuoted || hashes > 0) return false;
  if (marker !== undefined || raw.length > SHORT || endsSentence(raw) || NO_NAME.test(raw) || isName(raw)) return false;
  if (above.marker === undefined ? !isSentence(above) : indent > above.indent) return false;
  if (next.marker !== undefined) return true;
  return next.raw.length > raw.length && isSentence(next);
}
const NO_NAME = /[\p{Nd}:：,，،、;=|@/()（]|^[^\p{Lu}\p{Lo}"“„«「¿¡]/u;
