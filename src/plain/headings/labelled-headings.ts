/** Headings that tell each other by their labels. */

import { isSentence } from '../forms/sentence.ts';
import { endsSentence, isUnparted, type Line } from '../lines/line.ts';

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
