/** Documents → flat texts as the tools of the field print them, with the clutter of a blog around them. */
import { clutter, type Phrases } from './clutter.ts';
import { flatten, pickTool } from './flatten.ts';
import { pageHtml } from './html.ts';
import { print, styleOf } from './print.ts';
import type { Random } from './random.ts';
import type { Example, TruthBlock } from './truth.ts';
import { withVerse } from './verse.ts';

const SHORTEST = 4;
const LONGEST = 70;

/** How often a text is printed by a real tool; the others teach the marks and gaps that these do not use. */
const REAL = 0.7;

/** A document that is to be printed. */
export type Draft = Omit<Example, 'text' | 'absent'>;

/** Each draft as flat text. */
export function printAll(name: string, drafts: readonly Draft[], random: Random): Example[] {
  const jobs = drafts.map(({ blocks }) =>
    random() < REAL ? { html: pageHtml(blocks, random), tool: pickTool(random) } : undefined,
  );
  const texts = flatten(
    name,
    jobs.flatMap((job) => job ?? []),
  );
  let next = 0;
  return drafts.map((draft, at) => {
    const text = jobs[at] === undefined ? undefined : texts[next++];
    return { ...draft, text: text ?? print(draft.blocks, styleOf(random), random), absent: new Set<string>() };
  });
}

/** A part of a document, whose first block is its title. */
export function simulate(
  article: string,
  id: string,
  [title, ...rest]: readonly TruthBlock[],
  phrases: Phrases,
  random: Random,
): Draft {
  const length = SHORTEST + Math.floor(random() * random() * LONGEST);
  const from = random() < 0.5 ? 0 : Math.floor(random() * Math.max(1, rest.length - length));
  const part = withVerse(rest.slice(from, from + length), phrases, random);
  while (part.at(-1)?.type === 'heading') part.pop();
  const all = [title as TruthBlock, ...part];
  const blocks = random() < 0.65 ? clutter(all, phrases, random) : all;
  return { article, id, blocks };
}
