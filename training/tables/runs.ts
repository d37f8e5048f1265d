/**
 * Writes what the model of runs learns from: is a run of lines a table whose cells are glued, or joined by one blank?
 * Usage: runs.js TABLES PAGES FLAT OUT
 * TABLES is what tables.ts wrote: its tables, and its runs that are none. PAGES is a folder of web pages as
 * bench/extraction has them: the text of a page that has no table holds none, neither as it stands nor broken at a width; pages
 * that FLAT has are left out. Files as features.ts writes them, one row each.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readLines } from '../../src/plain/lines/line.ts';
import { asRows, lookOf, RUN_FEATURES } from '../../src/plain/table/rows/run-features.ts';
import { foldOf } from './corpus.ts';
import { chanceFrom } from './made-up-tables.ts';
import type { TrainingTable } from './tables.ts';

const FOLDS = 2;
const FEWEST_LINES = 2;
/** Of so many characters the lines of a page that was broken. */
const WIDTH = 72;
const MOST_TORN = 4;

const [tables = '', pages = '', flat = '', out = ''] = process.argv.slice(2);
const rows: Float32Array[] = [];
const labels: number[] = [];
const index: unknown[] = [];

function add(table: Pick<TrainingTable, 'id' | 'group' | 'lines' | 'joint' | 'language'>, isTable: boolean): void {
  const { id, group, lines, joint, language } = table;
  if (lines.length < FEWEST_LINES) return;
  rows.push(asRows(lookOf(lines), joint));
  labels.push(isTable ? 1 : 0);
  const fold = foldOf(group, FOLDS);
  index.push({ id, group, language, joint, madeUp: id.includes('+'), table: isTable, fold, rows: 1 });
}

/** What is no table is none in either way. */
function addRun(id: string, group: string, lines: readonly string[], language = 'en'): void {
  for (const joint of ['glued', 'space'] as const) add({ id, group, lines, joint, language }, false);
}

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean);

for (const line of linesOf(tables)) {
  const table = JSON.parse(line) as TrainingTable;
  if (table.cells === undefined) addRun(table.id, table.group, table.lines, table.language);
  else if (table.rows === undefined) add(table, true);
}
const known = new Set(linesOf(`${flat}/truth.jsonl`).map((line) => (JSON.parse(line) as { url: string }).url));
for (const name of readdirSync(`${pages}/ground-truth`).sort()) {
  const truth = JSON.parse(readFileSync(`${pages}/ground-truth/${name}`, 'utf8')) as Truth;
  const text = truth.ground_truth?.main_content ?? '';
  const html = readFileSync(`${pages}/html/${name.replace('.json', '.html')}`, 'latin1');
  const url = truth.url ?? '';
  if (known.has(url) || /<table/i.test(html)) continue;
  const group = `web:${URL.canParse(url) ? new URL(url).hostname.split('.').slice(-2).join('.') : name}`;
  const chance = chanceFrom(foldOf(name, 1 << 20));
  for (const [number, lines] of runsOf(text).entries()) addRun(`${name}-${number}`, group, lines);
  for (const [number, lines] of torn(text, chance).entries()) addRun(`${name}~${number}`, group, lines);
}

interface Truth {
  readonly url?: string;
  readonly ground_truth?: { readonly main_content?: string };
}

/** Lines between blank ones and items of lists. */
function runsOf(text: string): string[][] {
  const runs: string[][] = [[]];
  for (const { raw, blankBefore, marker } of readLines(text)) {
    if (blankBefore || marker !== undefined) runs.push([]);
    if (marker === undefined) runs.at(-1)?.push(raw);
  }
  return runs;
}

/** Paragraphs broken at a width, some of their lines put together again: what is left where a break is undone in part. */
function torn(text: string, chance: () => number): string[][] {
  const runs: string[][] = [];
  for (const paragraph of text.split('\n')) {
    if (paragraph.length < 4 * WIDTH || runs.length >= MOST_TORN) continue;
    const lines: string[] = [];
    for (let from = 0; from < paragraph.length; ) {
      let end = from + WIDTH * (chance() < 0.5 ? 1 : 1 + Math.floor(chance() * 4));
      end = end >= paragraph.length ? paragraph.length : Math.max(from + 1, paragraph.lastIndexOf(' ', end));
      lines.push(paragraph.slice(from, end).trim());
      from = end;
    }
    runs.push(lines.filter((line) => line !== ''));
  }
  return runs;
}

const values = new Float32Array(rows.length * RUN_FEATURES.length);
for (const [at, row] of rows.entries()) values.set(row, at * RUN_FEATURES.length);
writeFileSync(`${out}.f32`, Buffer.from(values.buffer));
writeFileSync(`${out}.y`, Buffer.from(Float32Array.from(labels).buffer));
writeFileSync(`${out}.json`, JSON.stringify({ names: RUN_FEATURES, shareOfNoSeams: 1, folds: FOLDS, tables: index }));
console.log(
  rows.length,
  'runs,',
  labels.reduce((sum, label) => sum + label, 0),
  'of them tables',
);
