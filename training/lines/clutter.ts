/**
 * What blogs put around an article, by form alone: the words are picked from other documents of the language, so that
 * nothing can be learnt by heart.
 */
import { pick, type Random } from './random.ts';
import type { TruthBlock } from './truth.ts';

export interface Phrases {
  /** One to five words. */
  readonly short: readonly string[];
  /** As long as titles are. */
  readonly titles: readonly string[];
  /** Short sentences with their stop. */
  readonly sentences: readonly string[];
}

const boiler = (text: string): TruthBlock => ({ type: 'paragraph', text, boilerplate: true });
const kept = (text: string): TruthBlock => ({ type: 'paragraph', text });
const heading = (text: string, level = 3): TruthBlock => ({ type: 'heading', level, text, boilerplate: true });
const list = (items: string[]): TruthBlock => ({ type: 'list', items, boilerplate: true });

/** Blocks of a page around those of its article, whose first is the title. */
export function clutter(blocks: readonly TruthBlock[], phrases: Phrases, random: Random): TruthBlock[] {
  const [title, ...rest] = blocks;
  if (title?.type !== 'heading') return [...blocks];
  const some = <T>(share: number, make: () => T): T[] => (random() < share ? [make()] : []);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const phrase = (): string => pick(random, phrases.short) + (random() < 0.15 ? '!' : '');
  const sentence = (): string => many(random() < 0.8 ? 1 : 2, () => pick(random, phrases.sentences)).join(' ');
  const word = (): string => pick(random, phrases.short).split(' ')[0] as string;
  const count = (): string => {
    const number = Math.floor(random() * (random() < 0.6 ? 5 : 120));
    return pick(random, [
      `${number} ${word()}`,
      `${number} ${phrase()}`,
      `${word()} (${number})`,
      `${word()} ${number}`,
      `${word()} ${number} ${word()}`,
    ]);
  };
  const date = (): string => {
    const day = upTo(28);
    const year = 2005 + upTo(20);
    return pick(random, [`${day}/${upTo(12)}/${year}`, `${day} ${word()} ${year}`, `${year}-${upTo(12)}-${day}`]);
  };
  const titles = (): string[] => many(1 + upTo(4), () => pick(random, phrases.titles));
  const related = (): TruthBlock[] => {
    const names = titles();
    return [
      random() < 0.85 ? heading(phrase(), 2 + upTo(2) - 1) : boiler(phrase()),
      ...(random() < 0.7 ? [list(names)] : names.map(boiler)),
    ];
  };
  const above = random() < 0.2 ? many(upTo(4), () => boiler(phrase())) : [];
  const below = [
    ...some(0.45, () => boiler(phrase())),
    ...some(0.6, () => boiler(title.text)),
    ...some(0.2, () => kept(random() < 0.5 ? date() : `${phrase()} ${pick(random, ['|', '·', '-', '–'])} ${date()}`)),
    ...some(0.1, () => boiler(count())),
    ...some(0.3, () =>
      kept(`${phrase()}: ${random() < 0.5 ? pick(random, phrases.titles) : many(upTo(3), phrase).join(', ')}`),
    ),
    ...some(0.1, () => kept(pick(random, phrases.titles))),
  ];
  const below2 = random() < 0.1 ? many(upTo(3), () => boiler(phrase())) : [];
  // What an article ends with may be as short as what stands below it.
  const section = (): TruthBlock[] => [
    { type: 'heading', level: 2, text: phrase() },
    ...many(upTo(3), () => kept(sentence())),
  ];
  const end = [
    ...(random() < 0.35 ? section() : []),
    ...some(0.2, () => boiler(phrase())),
    ...(random() < 0.4 ? related() : []),
    ...some(0.5, () => (random() < 0.8 ? heading(count(), 2) : boiler(count()))),
    ...some(0.45, () => (random() < 0.8 ? heading(phrase()) : boiler(phrase()))),
    ...some(0.3, () => boiler(random() < 0.7 ? phrase() : pick(random, phrases.titles))),
    ...some(0.3, () => boiler(sentence())),
    ...(random() < 0.1 ? many(2 + upTo(6), () => boiler(phrase())) : []),
    ...some(0.08, () => boiler(`© ${2000 + upTo(25)} ${phrase()}`)),
  ];
  return [...above, title, ...below2, ...below, ...labelled(rest, word, random), ...end];
}

/** Some documents head their notes with a word: heading or not, nobody can tell. */
function labelled(blocks: readonly TruthBlock[], word: () => string, random: Random): TruthBlock[] {
  if (random() > 0.3) return [...blocks];
  const label = word();
  return blocks.flatMap((block, at): TruthBlock[] =>
    block.type === 'paragraph' && at > 0 && random() < 0.15
      ? [{ type: 'paragraph', text: label, callout: 'label' }, block]
      : [block],
  );
}
