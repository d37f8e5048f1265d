/** Lists whose items name a thing and say what it is, as tables: the cells of a row speak of each other, as no made-up ones do. */
import type { CorpusDocument } from './corpus.ts';
import type { Chance } from './made-up-tables.ts';

const PARTED = /^(.{2,60}?)\s?(?:[:：]|\s[-–—])\s?(.{12,400})$/u;
const SENTENCE_END = /(?<=[.!?।؟])\s+|(?<=[。！？])/u;
const FEWEST = 3;
const SHARE = 0.8;

/** `names`: what columns of real tables in the language are called. */
export function definitionTables({ blocks }: CorpusDocument, names: readonly string[], chance: Chance): string[][][] {
  return blocks.flatMap((block) => {
    if (block.type !== 'list') return [];
    const pairs = block.items.flatMap((item) => {
      const match = PARTED.exec(item);
      return match === null ? [] : [[(match[1] as string).trim(), (match[2] as string).trim()]];
    });
    if (pairs.length < FEWEST || pairs.length < block.items.length * SHARE) return [];
    const rows = chance() < 0.4 ? pairs.map(inThree) : pairs;
    const width = rows.some((row) => row[2] !== undefined && row[2] !== '') ? 3 : 2;
    const cells = rows.map((row) => row.slice(0, width));
    const kind = chance();
    // Numbered, or the second column before the first.
    const shaped =
      kind < 0.12
        ? cells.map((row, at) => [String(at + 1), ...row])
        : kind < 0.2
          ? cells.map((row) => [...row].reverse())
          : cells;
    if (names.length < 4 || chance() < 0.08) return [shaped];
    const name = () => names[Math.floor(chance() * names.length)] as string;
    return [[(shaped[0] as string[]).map(name), ...shaped]];
  });
}

/** What is said in more than one sentence is parted after the first. */
function inThree([term, text]: readonly string[]): string[] {
  const [first = '', ...rest] = (text as string).split(SENTENCE_END);
  return [term as string, first, rest.join(/[。！？]$/.test(first) ? '' : ' ')];
}
