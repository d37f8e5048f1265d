/** Documents → flat texts as the tools of the field print them, with the clutter of a blog around them. */
import { clutter, type Phrases } from './clutter.ts';
import { print, styleOf } from './print.ts';
import type { Random } from './random.ts';
import type { Example, TruthBlock } from './truth.ts';
import { withVerse } from './verse.ts';

const SHORTEST = 4;
const LONGEST = 70;

/** One flat text of a part of a document, whose first block is its title. */
export function simulate(
  article: string,
  id: string,
  [title, ...rest]: readonly TruthBlock[],
  phrases: Phrases,
  random: Random,
): Example {
  const length = SHORTEST + Math.floor(random() * random() * LONGEST);
  const from = random() < 0.5 ? 0 : Math.floor(random() * Math.max(1, rest.length - length));
  const part = withVerse(rest.slice(from, from + length), phrases, random);
  while (part.at(-1)?.type === 'heading') part.pop();
  const all = [title as TruthBlock, ...part];
  const blocks = random() < 0.75 ? clutter(all, phrases, random) : all;
  return { article, id, blocks, text: print(blocks, styleOf(random), random), absent: new Set() };
}
