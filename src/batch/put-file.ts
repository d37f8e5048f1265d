/** Writes a file whole or not at all: a temporary file beside it, flushed to disk, then renamed. */
import { randomBytes } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConvertError } from '../errors.ts';

export async function putFile(path: string, content: string, force: boolean): Promise<void> {
  if (!force && (await exists(path)))
    throw new ConvertError('exists', `${path} is there already; use --force to overwrite it`);
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
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
    throw new ConvertError(
      'unwritable',
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
