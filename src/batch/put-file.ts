/** Writes a file whole or not at all: a temporary file beside it, flushed to disk, then renamed. */
import { randomBytes } from 'node:crypto';
import { rmSync, type Stats } from 'node:fs';
import { mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConvertError } from '../errors.ts';

/** Temporary files of this process that are not renamed yet. */
export const unfinished = new Set<string>();

export const temporaryFor = (path: string): string => `${path}.${randomBytes(4).toString('hex')}.tmp`;

/** For a process that ends early; synchronous, so that it works in a signal handler. */
export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

/** Throws a ConvertError `exists` where a file would be overwritten without `force`; devices and pipes take any output. */
export async function checkFree(path: string, force: boolean): Promise<void> {
  const there = await statOf(path);
  if (there?.isDirectory()) {
    throw new ConvertError('unwritable', `${path} is a directory; name a file, or use --out-dir`);
  }
  if (there?.isFile() && !force) {
    throw new ConvertError('exists', `${path} is there already; use --force to overwrite it`);
  }
}

export async function putFile(path: string, content: string | Uint8Array, force: boolean): Promise<void> {
  await checkFree(path, force);
  try {
    const there = await statOf(path);
    if (there !== undefined && !there.isFile()) return await writeFile(path, content, 'utf8');
    await mkdir(dirname(path), { recursive: true });
    // A link stays a link: what it points to is replaced.
    await replaceFile(there === undefined ? path : await realpath(path), content);
  } catch (error) {
    throw new ConvertError(
      'unwritable',
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}); check the folder and the disk`,
    );
  }
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = temporaryFor(path);
  unfinished.add(temporary);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    unfinished.delete(temporary);
  }
}

const statOf = (path: string): Promise<Stats | undefined> => stat(path).catch(() => undefined);
