/** How many inputs there are, where that can be told without opening them: names, files in folders, lines of a list. */
import { opendir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Nothing where names come from a pipe, where there are patterns, or where files of folders are left out. */
export async function countInputs(
  names: readonly string[],
  list: { readonly path?: string; readonly isNull: boolean },
  hasIgnored: boolean,
): Promise<number | undefined> {
  if (list.path === '-') return undefined;
  const given = list.path === undefined ? names : await namesOf(list.path, list.isNull);
  let total = 0;
  for (const name of given) {
    const found = await stat(name).catch(() => undefined);
    if (found === undefined && /[*?[{]/.test(name) && !/^https?:/i.test(name)) return undefined;
    if (found?.isDirectory() && hasIgnored) return undefined;
    total += found?.isDirectory() ? await countFiles(name) : 1;
  }
  return total;
}

async function namesOf(path: string, isNull: boolean): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split(isNull ? '\0' : /\r?\n/).filter((name) => name !== '');
}

/** Links are not followed, nor are they counted. */
async function countFiles(folder: string): Promise<number> {
  let total = 0;
  for (const pending = [folder]; pending.length > 0; ) {
    const path = pending.pop() as string;
    try {
      for await (const entry of await opendir(path, { bufferSize: 512 })) {
        if (entry.isDirectory()) pending.push(join(path, entry.name));
        else if (entry.isFile()) total += 1;
      }
    } catch {
      // What cannot be read is said when its turn comes.
    }
  }
  return total;
}
