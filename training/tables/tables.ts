/**
 * Writes tables to learn from, one JSON a line: those of the corpus, made-up ones of its words, those of web pages, and runs of lines
 * that are no table; with --flat also the tables of the flat benchmark's texts. Cells are glued or joined by one blank.
 * Usage: tables.js CORPUS PAGES FLAT OUT [--with-flat]
 * PAGES are folders of web pages as bench/extraction has them, parted by commas; those that FLAT has are left out.
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { type CorpusDocument, courseFold, foldOf, readCorpus, unitsOf } from './corpus.ts';
import { definitionTables } from './definitions.ts';
import { falseTables } from './false-tables.ts';
import { flatTables } from './flat-tables.ts';
import { type Chance, chanceFrom, madeUpTable, type Stock } from './made-up-tables.ts';
import { webPages } from './web-pages.ts';

export interface TrainingTable {
  readonly id: string;
  /** Folds are made by this: all versions of one document, all pages of one site have the same. */
  readonly group: string;
  readonly language: string;
  /** Which words are known to it: those of courses but for one, or all. */
  readonly words: 'without-0' | 'without-1' | 'all';
  readonly joint: 'glued' | 'space';
  /** Lines of the document around the table. */
  readonly around: readonly string[];
  readonly lines: readonly string[];
  /** The cells of each line; none where the lines are no table. */
  readonly cells?: readonly (readonly string[])[];
  /** The cells of each row, where all rows are one line. */
  readonly rows?: readonly (readonly string[])[];
}

/** Of a document with tables in so many languages each; the others say the same again. */
const VERSIONS = 0.4;
const DEFINITIONS = 0.12;
const MADE_UP = 1;
const FALSE = 0.15;
/** Of made-up tables: what a blank joins is learned from real ones, in which the words of a cell belong together. */
const GLUED = 0.75;
const MOST_ROWS = 16;
const LONGEST_ROW = 1000;
const LONGEST_LINE = 1400;
const RUNS_A_PAGE = 2;
/** Languages that part no words by blanks, or few letters by case, are few but hard. */
const HARD = new Set(['zh', 'ja', 'ko', 'th', 'km', 'my']);
const MORE_OF_HARD = 2.5;

const [corpus = '', pages = '', flat = '', out = '', flag] = process.argv.slice(2);
const read = (name: string) => readFileSync(`${flat}/${name}`, 'utf8').split('\n').filter(Boolean);
const file = createWriteStream(out);
const counts: Record<string, number> = {};
const write = (kind: string, table: TrainingTable) => {
  if (!isWhole(table)) return;
  counts[kind] = (counts[kind] ?? 0) + 1;
  file.write(`${JSON.stringify(table)}\n`);
  const row = oneLine(table);
  if (row !== undefined) file.write(`${JSON.stringify(row)}\n`);
};
const isWhole = (table: TrainingTable): boolean =>
  table.lines.length > 1 && !table.lines.some((line) => line.length > LONGEST_ROW || line.trim() === '');
const join = (row: readonly string[], joint: 'glued' | 'space'): string =>
  row.filter((cell) => cell !== '').join(joint === 'glued' ? '' : ' ');

/** Every fourth glued table again as tools print it that know no rows: all cells in one line. */
function oneLine(table: TrainingTable): TrainingTable | undefined {
  if (table.cells === undefined || table.joint === 'space' || foldOf(table.id, 4) > 0) return undefined;
  const cells: string[] = [];
  const rows: (readonly string[])[] = [];
  for (const row of table.cells) {
    if (cells.join('').length + row.join('').length > LONGEST_LINE) break;
    cells.push(...row.filter((cell) => cell !== ''));
    rows.push(row);
  }
  const line = { ...table, id: `${table.id}=`, lines: [cells.join('')], cells: [cells], rows };
  return cells.length < 4 ? undefined : line;
}

writeCorpus(readCorpus(corpus));
writeWeb();
if (flag === '--with-flat')
  for (const table of flatTables(read('items.jsonl'), read('truth.jsonl'))) write('flat', table);
file.end();
console.log(counts);

function writeCorpus(documents: readonly CorpusDocument[]): void {
  const groups = new Map<string, CorpusDocument[]>();
  for (const document of documents) {
    const name = `${document.language} ${courseFold(document.key)}`;
    groups.set(name, [...(groups.get(name) ?? []), document]);
  }
  for (const [name, group] of groups) {
    const english = groups.get(`en ${name.at(-1)}`) as CorpusDocument[];
    const foreign = english.flatMap(({ terms }) => terms).filter((term) => term.length < 25);
    const columns = group.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'table' ? columnsOf(block.rows) : [])),
    );
    const names = columns.flatMap(([name = '']) => (name.length > 1 && name.length < 40 ? [name] : []));
    const units = group.map(unitsOf);
    for (const [index, document] of group.entries()) {
      const { language, key, terms } = document;
      const chance = chanceFrom(foldOf(`${language}${key}`, 1 << 20));
      const base = {
        group: key,
        around: linesAround(document, 1500 * 10 ** chance()),
        language: chance() < 0.08 ? '' : language,
        words: `without-${courseFold(key)}` as const,
      };
      const id = `${language}/${key}`;
      const more = HARD.has(language) ? MORE_OF_HARD : 1;
      for (const [number, block] of document.blocks.entries()) {
        if (block.type !== 'table' || chance() > VERSIONS * more) continue;
        const rows = wholeRows(block.rows, chance);
        if (rows === undefined) continue;
        for (const joint of ['glued', 'space'] as const)
          write('corpus', {
            ...base,
            id: `${id}#${number}${joint}`,
            joint,
            lines: rows.map((row) => join(row, joint)),
            cells: rows,
          });
      }
      for (const [number, cells] of definitionTables(document, names, chance).entries()) {
        if (chance() > DEFINITIONS * more) continue;
        const rows = wholeRows(cells, chance);
        if (rows === undefined) continue;
        for (const joint of ['glued', 'space'] as const)
          write('definitions', {
            ...base,
            id: `${id}:${number}${joint}`,
            joint,
            lines: rows.map((row) => join(row, joint)),
            cells: rows,
          });
      }
      for (let number = 0; number < MADE_UP * more; number += 1) {
        if (chance() > MADE_UP * more - number) continue;
        const other = units[Math.floor(chance() * units.length)] as string[];
        const own = chance() < 0.6 ? (units[index] as string[]) : other;
        const stock: Stock = { language, own, other, terms: terms.length > 5 ? terms : foreign, foreign, columns };
        const cells = madeUpTable(stock, chance);
        const joint = chance() < GLUED ? 'glued' : 'space';
        if (cells !== undefined)
          write('made up', {
            ...base,
            id: `${id}+${number}`,
            joint,
            lines: cells.map((row) => join(row, joint)),
            cells,
          });
      }
      if (chance() < FALSE)
        for (const [number, lines] of falseTables(document, chance).entries())
          write('false', { ...base, id: `${id}-${number}`, joint: chance() < 0.5 ? 'glued' : 'space', lines });
    }
  }
}

function writeWeb(): void {
  const known = new Set(read('truth.jsonl').map((line) => (JSON.parse(line) as { url: string }).url));
  const folders = pages.split(',');
  for (const { id, site, around, tables, runs } of folders.flatMap((each) => [
    ...webPages(each, (url) => known.has(url)),
  ])) {
    const chance = chanceFrom(foldOf(id, 1 << 20));
    // English mostly; without words the seam has the document's own.
    const base = {
      group: `web:${site}`,
      around: around.slice(0, 120),
      language: chance() < 0.85 ? 'en' : '',
      words: 'all' as const,
    };
    for (const [number, table] of tables.slice(0, 6).entries()) {
      const rows = wholeRows(table, chance);
      if (rows === undefined) continue;
      for (const joint of ['glued', 'space'] as const)
        write('web', {
          ...base,
          id: `${id}#${number}${joint}`,
          joint,
          lines: rows.map((row) => join(row, joint)),
          cells: rows,
        });
    }
    const some = tables.length > 0 ? RUNS_A_PAGE : 1;
    for (let number = 0; number < Math.min(some, runs.length); number += 1) {
      const lines = runs[Math.floor(chance() * runs.length)] as readonly string[];
      const joint = chance() < 0.5 ? 'glued' : 'space';
      write('web false', { ...base, id: `${id}-${number}`, joint, lines: lines.slice(0, MOST_ROWS) });
    }
  }
}

/** The columns of a table, the name of each first. */
function columnsOf(rows: readonly (readonly string[])[]): string[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? '').filter((cell) => cell !== ''));
}

/** A part of the rows, all cells within bounds; nothing where the table is too wide or its rows cannot be seen. */
function wholeRows(rows: readonly (readonly string[])[], chance: Chance): string[][] | undefined {
  const width = rows[0]?.length ?? 0;
  if (width < 2 || width > 8 || rows.some((row) => row.length !== width)) return undefined;
  const seen = rows.filter((row) => row.some((cell) => cell !== ''));
  const least = Math.min(seen.length, 3);
  const most = chance() < 0.6 ? MOST_ROWS : least + Math.floor(chance() * 6);
  return seen.length < 2 ? undefined : seen.slice(0, Math.max(2, Math.min(most, MOST_ROWS))).map((row) => [...row]);
}

/** Up to a number of characters: short articles show few habits. */
function linesAround({ blocks }: CorpusDocument, most: number): string[] {
  let characters = 0;
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.type === 'table' || block.type === 'code') continue;
    for (const line of block.type === 'list' ? block.items : [block.text]) {
      if ((characters += line.length) > most) return lines;
      lines.push(line);
    }
  }
  return lines;
}
