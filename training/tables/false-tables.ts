/** Runs of lines that are no table, from what a document has: bare items, wrapped prose, code, verse, talk, hours, addresses. */
import type { CorpusDocument } from './corpus.ts';
import type { Chance } from './made-up-tables.ts';

export function falseTables({ blocks }: CorpusDocument, chance: Chance): string[][] {
  const runs: string[][] = [];
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const lists = blocks.flatMap((block) => (block.type === 'list' && block.items.length > 1 ? [block.items] : []));
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
  const paragraphs = blocks.flatMap((block) =>
    block.type === 'paragraph' && block.text.length > 40 ? [block.text] : [],
  );
  const code = blocks.flatMap((block) =>
    block.type === 'code' ? [block.text.split('\n').filter((line) => line.trim() !== '')] : [],
  );
  if (lists.length > 0) runs.push(pick(lists).slice(0, 12));
  if (headings.length > 3) runs.push(headings.slice(1, 4 + Math.floor(chance() * 6)));
  if (paragraphs.length > 2) {
    runs.push(wrap(pick(paragraphs), 40 + Math.floor(chance() * 50)));
    runs.push(paragraphs.slice(0, 2 + Math.floor(chance() * 4)));
    runs.push(mixed(pick(headings.length > 0 ? headings : paragraphs), pick(paragraphs), pick(paragraphs)));
    const words = paragraphs.flatMap((text) => text.match(/[\p{L}\p{M}]{2,14}/gu) ?? []);
    if (words.length > 30) {
      const word = () => pick(words);
      const some = (count: number) => Array.from({ length: count }, word).join(' ');
      const times = () =>
        `${String(Math.floor(chance() * 24)).padStart(2, '0')}:${String(Math.floor(chance() * 60)).padStart(2, '0')}`;
      const camel = () => `${word().toLowerCase()}${capital(word())}`;
      const lines = 3 + Math.floor(chance() * 5);
      const make = pick<() => string>([
        () => `[${times()}] ${word().toLowerCase()}: ${camel()} ${some(3)}`,
        () => `${capital(word())}  ${times()}–${times()}`,
        () => `${capital(word())}: ${times()} - ${times()}`,
        () => some(3 + Math.floor(chance() * 4)),
        () => `${capital(some(4))}, ${some(2)}`,
        () => `${capital(word())} ${camel()} ${some(5)}.`,
        () => `${capital(word())} ${Math.floor(chance() * 90)}`,
        () => `${camel()}(${word()})`,
        () => `${times()} ${capital(some(3))}`,
        () => `${capital(word())}${capital(word())} ${some(4)}`,
        // Names, prices, links of a menu, ingredients, references, talk, telephone numbers, steps with times.
        () => `${capital(word())} ${capital(word())}`,
        () => `${capital(some(1 + Math.floor(chance() * 2)))} ${pick(['$', '€', ''])}${Math.floor(chance() * 900)}`,
        () => capital(some(1 + Math.floor(chance() * 2))),
        () => `${1 + Math.floor(chance() * 900)} ${pick(['g', 'ml', 'kg', ''])} ${some(2)}`.replace('  ', ' '),
        () =>
          `${capital(word())}, ${capital(word()).charAt(0)}. (${1970 + Math.floor(chance() * 55)}). ${capital(some(6))}.`,
        () => `${capital(word())}: ${capital(some(4))}${pick(['.', '?', '!', ''])}`,
        () =>
          `${capital(word())} ${pick(['+', ''])}${Math.floor(chance() * 90)} ${100 + Math.floor(chance() * 900)} ${1000 + Math.floor(chance() * 9000)}`,
        () => `${Math.floor(chance() * 12) + 1}.${Math.floor(chance() * 9)} ${capital(some(3))}`,
        () => `${some(5 + Math.floor(chance() * 3))},`,
        () => `${camel()}.${camel()}(${word()}, ${Math.floor(chance() * 9)});`,
      ]);
      runs.push(Array.from({ length: lines }, make));
      runs.push([
        capital(some(2)),
        `${capital(word())} ${Math.floor(chance() * 200)}`,
        `${10_000 + Math.floor(chance() * 80_000)} ${capital(word())}`,
        capital(word()),
      ]);
    }
  }
  if (code.length > 0) runs.push(pick(code).slice(0, 14));
  return runs.filter((lines) => lines.length > 1 && chance() < 0.35);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const mixed = (heading: string, first: string, second: string): string[] => [heading, first, second];

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
