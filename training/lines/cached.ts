/** What takes minutes to make and does not change from one training to the next; delete the file to make it anew. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const FOLDER = 'node_modules/.cache/training/lines';

export function cached<T>(name: string, make: () => T): T {
  const path = `${FOLDER}/${name}.json`;
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as T;
  const made = make();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path, JSON.stringify(made));
  return made;
}
