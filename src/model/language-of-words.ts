/** The language whose commonest words a text has: it says which word model fits, no more. */
import { frequentWords } from './frequent-words.ts';

const PIECE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{M}]+/gu;
const SAMPLE = 6000;
/** A text must have at least this share of its words among the commonest of a language. */
const LEAST = 0.06;

export const piecesOf = (text: string): string[] => text.toLowerCase().match(PIECE) ?? [];

/** Undefined where no language fits. */
export function languageOfWords(text: string): string | undefined {
  const counts = new Map<string, number>();
  let total = 0;
  for (const piece of piecesOf(text.slice(0, SAMPLE))) {
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
    total += 1;
  }
  let best: { language: string; share: number } | undefined;
  for (const language in frequentWords) {
    let share = 0;
    for (const entry of (frequentWords[language] as string).split(' ')) {
      const [word = '', weight = '1'] = entry.split(':');
      // A word counts as often as the language writes it: texts of one subject repeat their own.
      share += Math.min((counts.get(word) ?? 0) / total, (3 * Number(weight)) / 1000);
    }
    if (best === undefined || share > best.share) best = { language, share };
  }
  return best === undefined || !(best.share >= LEAST) ? undefined : best.language;
}
