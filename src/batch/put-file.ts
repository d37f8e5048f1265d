/** Writes a file whole or not at all: a temporary file beside it, flushed to disk, then renamed. */
import { randomBytes } from 'node:crypto';
import { rmSync, type Stats } from 'node:fs';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConvertError } from '../errors.ts';
import { makeFolder } from './make-folder.ts';

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
    await makeFolder(dirname(path));
    // A link stays a link: what it points to is replaced.
    await replaceFile(there === undefined ? path : await realpath(path), content);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** What a system says of a file → what the user is told; a ConvertError stays what it is. */
export function unwritable(path: string, error: unknown): ConvertError {
  if (error instanceof ConvertError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const fault = `${path} cannot be written (${code ?? message})`;
  return new ConvertError('unwritable', `${fault}${FAULTS.get(code ?? '') ?? '; check the folder and the disk'}`);
}

/** What is wrong, and what to do, by error code. */
const FAULTS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', ': the disk is full; make room, or write elsewhere'],
  ['EDQUOT', ': no more may be written to this disk; make room, or write elsewhere'],
  ['EACCES', ': that is not permitted; change who may, or write elsewhere'],
  ['EROFS', ': the disk takes no writing; write elsewhere'],
  ['ENOTDIR', ': a file stands where a folder should be; take another folder'],
  ['EEXIST', ': a file stands where a folder should be; take another folder'],
  ['ENOENT', ': its folder is gone or cannot be made; check the path, and whether something clears it away'],
]);

const replaceFile = (path: string, content: string | Uint8Array): Promise<void> =>
  replaceWith(path, temporaryFor(path), async (temporary) => {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
  });

/** @param make writes the temporary file, and brings it to the disk */
export async function replaceWith(
  path: string,
  temporary: string,
  make: (temporary: string) => Promise<void>,
): Promise<void> {
  unfinished.add(temporary);
  try {
    await make(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    unfinished.delete(temporary);
  }
}

const statOf = (path: string): Promise<Stats | undefined> => stat(path).catch(() => undefined);
