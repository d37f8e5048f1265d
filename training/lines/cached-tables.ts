/**
 * The tables the product finds in a text. Finding them takes longer than all the rest of training, so they are kept
 * in the cache for as long as the code and the models that find them stay the same.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Segments, tablesAmong } from '../../src/plain/read-plain.ts';
import type { FoundTable } from '../../src/plain/table/find-tables.ts';
import { knowledgeFor } from './knowledge.ts';

const FOLDER = 'node_modules/.cache/training/lines';
/** What finding a table hangs on. */
const SOURCES = [
  'src/model',
  ...['table', 'code', 'lines', 'roles', 'read-plain.ts'].map((name) => `src/plain/${name}`),
];

const filesUnder = (path: string): string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path)
        .sort()
        .flatMap((name) => filesUnder(join(path, name)));

const digest = (parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
};

const path = join(FOLDER, `tables-${digest(SOURCES.flatMap(filesUnder).map((file) => readFileSync(file)))}.jsonl`);
const known = new Map<string, FoundTable[]>();
mkdirSync(FOLDER, { recursive: true });
if (existsSync(path)) {
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const [key, tables] = JSON.parse(line) as [string, FoundTable[]];
    known.set(key, tables);
  }
}

export function cachedTables(segments: Pick<Segments, 'text' | 'lines' | 'code'>): readonly FoundTable[] {
  const { text } = segments;
  const key = digest([text]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = tablesAmong(segments, knowledgeFor(text));
  known.set(key, found);
  appendFileSync(path, `${JSON.stringify([key, found])}\n`);
  return found;
}
