/** Names of output files: the input's own, with the format's extension, and never two alike on any disk. */
import { basename, extname } from 'node:path';

export class FileNames {
  readonly #taken = new Set<string>();
  /** How often a name was asked for, so that a thousand pages called index are named without trying all before. */
  readonly #counts = new Map<string, number>();

  /** @param id a path, an address, `archive#offset`, `archive/member` */
  next(id: string, extension: string): string {
    const stem = stemOf(id);
    const key = `${stem}.${extension}`.toLowerCase();
    for (let count = (this.#counts.get(key) ?? 0) + 1; ; count += 1) {
      const name = count === 1 ? `${stem}.${extension}` : `${stem}-${count}.${extension}`;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#counts.set(key, count);
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

function stemOf(id: string): string {
  // A record is named by its archive and place: `crawl.warc.gz#183201`.
  const [, archive, place] = /^(?!https?:)(.+)#(\d+)$/i.exec(id) ?? [];
  const name = archive === undefined ? id.replace(/[?#].*$/, '').replace(/\/+$/, '') : `${archive}-${place}`;
  const bare = basename(name).replace(/[<>:"|?*\\]/g, '-');
  if (bare === '-' || bare === '') return 'page';
  return archive === undefined ? bare.slice(0, bare.length - extname(bare).length) || bare : bare;
}
