/** Names of the files of a run: never two alike on any disk, and none both a file and a folder. */
import { createHash } from 'node:crypto';
import { foldPath, safePath } from './safe-path.ts';

export class FileNames {
  // Names as short digests, for there may be millions. Where two digests are the same, a name gets a number more.
  readonly #files = new Set<number>();
  readonly #folders = new Set<number>();
  /** How often a name was asked for, so that a thousand pages called index are named without trying all before. */
  readonly #counts = new Map<number, number>();

  /** The path made safe, with a number where another has it. The same paths in the same order give the same names. */
  claim(path: string): string {
    let wanted = safePath(path);
    if (parentsOf(wanted).some((folder) => this.#files.has(keyOf(folder))))
      wanted = safePath(wanted.replaceAll('/', '-'));
    const key = keyOf(wanted);
    for (let count = (this.#counts.get(key) ?? 0) + 1; ; count += 1) {
      const name = count === 1 ? wanted : numbered(wanted, count);
      if (!this.#isFree(name)) continue;
      if (count > 1) this.#counts.set(key, count);
      this.take(name);
      return name;
    }
  }

  /** A name that is in use already. */
  take(name: string): void {
    this.#files.add(keyOf(name));
    for (const folder of parentsOf(name)) this.#folders.add(keyOf(folder));
  }

  #isFree(name: string): boolean {
    const key = keyOf(name);
    return !this.#files.has(key) && !this.#folders.has(key);
  }
}

const parentsOf = (path: string): string[] => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));

/** `a/b.md` → `a/b-2.md`. */
function numbered(path: string, count: number): string {
  const [, stem = path, extension = ''] = /^(.*?[^/])((?:\.table-\d+)?\.[^./]*)?$/s.exec(path) ?? [];
  return `${stem}-${count}${extension}`;
}

const keyOf = (path: string): number => createHash('sha1').update(foldPath(path)).digest().readUIntBE(0, 6);
