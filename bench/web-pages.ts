/** The pages of the extraction set: unpacked once into the cache, read one by one. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../src/resource.ts';
import { cacheFolder, spread } from './benchmark.ts';

export interface WebPages {
  /** Folder with `html/` and the `ground-truth/` of just these pages: what the scorers read. */
  readonly folder: string;
  readonly ids: readonly string[];
}

/** Unpacks the set if need be, and picks a sample. */
export function webPages(data: string, sample?: number): WebPages {
  const full = unpack(data);
  const all = readdirSync(join(full, 'ground-truth')).sort();
  const names = spread(all, sample);
  const ids = names.map((name) => name.slice(0, -'.json'.length));
  if (names.length === all.length) return { folder: full, ids };
  const folder = cacheFolder(`wcxb-sample-${names.length}`);
  rmSync(join(folder, 'ground-truth'), { recursive: true, force: true });
  mkdirSync(join(folder, 'ground-truth'));
  for (const name of names) copyFileSync(join(full, 'ground-truth', name), join(folder, 'ground-truth', name));
  return { folder, ids };
}

/** A page as a crawler would hand it over: bytes and address. */
export function readPage(data: string, id: string): Page {
  const full = unpack(data);
  const { url } = JSON.parse(readFileSync(join(full, 'ground-truth', `${id}.json`), 'utf8')) as { url?: string };
  const body = readFileSync(pagePath(data, id));
  return { id: `${id}.html`, body, ...(url === undefined ? {} : { url }) };
}

/** The file of a page. */
export const pagePath = (data: string, id: string): string => join(unpack(data), 'html', `${id}.html`);

function unpack(data: string): string {
  const folder = join(cacheFolder(), 'wcxb-dev');
  if (existsSync(folder)) return folder;
  const fresh = cacheFolder('wcxb-unpack');
  execFileSync('tar', ['xJf', join(data, 'wcxb-dev.tar.xz'), '-C', fresh]);
  renameSync(join(fresh, 'wcxb-dev'), folder);
  return folder;
}
