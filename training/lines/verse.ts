/** Blocks whose line ends mean something: verse, addresses, hours. Few documents have any, so they are made. */
import type { Phrases } from './clutter.ts';
import { pick, type Random } from './random.ts';
import type { TruthBlock } from './truth.ts';

/** Puts some between the paragraphs of some documents. */
export function withVerse(blocks: readonly TruthBlock[], phrases: Phrases, random: Random): TruthBlock[] {
  if (random() > 0.15) return [...blocks];
  const make = pick(random, [verse, address, hours]);
  const spots = new Set([1, 2, 3].map(() => Math.floor(random() * blocks.length)));
  return blocks.flatMap((block, at): TruthBlock[] => {
    if (!spots.has(at) || block.type !== 'paragraph') return [block];
    const stanzas = Array.from({ length: 1 + Math.floor(random() * 3) }, () => make(phrases, random));
    return [block, ...stanzas.map((text): TruthBlock => ({ type: 'paragraph', text }))];
  });
}

const lines = (most: number, random: Random, make: () => string): string =>
  Array.from({ length: 2 + Math.floor(random() * most) }, make).join('\n');

function verse({ sentences }: Phrases, random: Random): string {
  return lines(4, random, () => {
    const text = pick(random, sentences).replace(/[.。!।]$/, random() < 0.3 ? ',' : random() < 0.2 ? '.' : '');
    const words = text.split(' ');
    return words.length > 4 ? words.slice(0, 4 + Math.floor(random() * 4)).join(' ') : text.slice(0, 18);
  });
}

function address({ short }: Phrases, random: Random): string {
  const number = (most: number) => 1 + Math.floor(random() * most);
  const street = random() < 0.5 ? `${number(200)} ${pick(random, short)}` : `${pick(random, short)} ${number(200)}`;
  const town = random() < 0.7 ? `${10000 + number(80000)} ${pick(random, short)}` : pick(random, short);
  return [pick(random, short), street, town, ...(random() < 0.3 ? [pick(random, short)] : [])].join('\n');
}

function hours({ short }: Phrases, random: Random): string {
  const day = () => pick(random, short).split(' ')[0] as string;
  const clock = () => `${8 + Math.floor(random() * 12)}:${random() < 0.5 ? '00' : '30'}`;
  const said = random() < 0.4;
  return lines(5, random, () => `${day()}: ${said ? pick(random, short) : `${clock()}–${clock()}`}`);
}
