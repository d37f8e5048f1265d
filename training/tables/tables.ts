/**
 * Writes tables to learn from, one JSON a line: those of the corpus, artificial ones made of its words, and runs of lines that
 * are no table; with --flat also the tables of the benchmark's texts. Cells are glued or joined by one blank.
 * Usage: tables.js CORPUS OUT [--flat FOLDER]
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { type CorpusDocument, foldOf, readCorpus, unitsOf } from './corpus.ts';
import { falseTables } from './false-tables.ts';
import { flatTables } from './flat-tables.ts';
import { type Chance, chanceFrom, madeUpTable } from './made-up-tables.ts';

export interface TrainingTable {
  readonly id: string;
  /** Folds are made by this: all versions of one document have the same. */
  readonly group: string;
  readonly language: string;
  readonly joint: 'glued' | 'space';
  /** Lines of the document around the table. */
  readonly around: readonly string[];
  readonly lines: readonly string[];
  /** The cells of each line; none where the lines are no table. */
  readonly cells?: readonly (readonly string[])[];
  /** Tables made of other documents' words say little about columns: they train the seams alone. */
  readonly madeUp?: boolean;
}

const TABLES_A_DOCUMENT = 3;
const MOST_ROWS = 30;
const LONGEST_ROW = 1200;

const [corpus = '', out = '', flag, folder = ''] = process.argv.slice(2);
const documents = readCorpus(corpus).filter(({ key }) => foldOf(key, 4) === 0);
const byLanguage = new Map<string, CorpusDocument[]>();
for (const document of documents)
  byLanguage.set(document.language, [...(byLanguage.get(document.language) ?? []), document]);
const file = createWriteStream(out);
let written = 0;
const write = (table: TrainingTable) => {
  if (table.lines.some((line) => line.length > LONGEST_ROW || line.trim() === '')) return;
  written += 1;
  file.write(`${JSON.stringify(table)}\n`);
};

for (const [language, group] of byLanguage) {
  const units = group.map(unitsOf);
  for (const [index, document] of group.entries()) {
    const chance = chanceFrom(foldOf(`${language}${document.key}`, 1 << 20));
    const around = linesAround(document, 1500 * 10 ** chance());
    const base = { group: document.key, around, language: chance() < 0.08 ? '' : language };
    const name = `${language}/${document.key}`;
    for (const [number, block] of document.blocks.entries()) {
      if (block.type !== 'table') continue;
      const rows = wholeRows(block.rows, chance);
      if (rows === undefined) continue;
      for (const joint of ['glued', 'space'] as const)
        write({
          ...base,
          id: `${name}#${number}${joint}`,
          joint,
          lines: rows.map((row) => join(row, joint)),
          cells: rows,
        });
    }
    for (let number = 0; number < TABLES_A_DOCUMENT; number += 1) {
      if (chance() < 0.35) continue;
      const other = units[Math.floor(chance() * units.length)] as string[];
      const cells = madeUpTable(chance() < 0.5 ? (units[index] as string[]) : other, other, chance);
      if (cells === undefined) continue;
      const joint = chance() < 0.75 ? 'glued' : 'space';
      write({
        ...base,
        id: `${name}+${number}`,
        joint,
        lines: cells.map((row) => join(row, joint)),
        cells,
        madeUp: true,
      });
    }
    if (chance() < 0.6)
      for (const [number, lines] of falseTables(document, chance).entries())
        write({ ...base, id: `${name}-${number}`, joint: chance() < 0.5 ? 'glued' : 'space', lines });
  }
}
if (flag === '--flat') {
  const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8').split('\n').filter(Boolean);
  for (const table of flatTables(read('items.jsonl'), read('truth.jsonl'))) write(table);
}
file.end();
console.log(`${written} tables and runs of lines`);

function join(row: readonly string[], joint: 'glued' | 'space'): string {
  return row.filter((cell) => cell !== '').join(joint === 'glued' ? '' : ' ');
}

/** A part of the rows, all cells within bounds; nothing where the table is too wide or its rows cannot be seen. */
function wholeRows(rows: readonly (readonly string[])[], chance: Chance): string[][] | undefined {
  const width = rows[0]?.length ?? 0;
  if (width < 2 || width > 7 || rows.some((row) => row.length !== width)) return undefined;
  const seen = rows.filter((row) => row.some((cell) => cell !== ''));
  const least = Math.min(seen.length, 3);
  const most = chance() < 0.5 ? MOST_ROWS : least + Math.floor(chance() * 6);
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
