/** Input name → page: a file, an address, or standard input. */
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ConvertError } from '../errors.ts';
import type { Page } from '../resource.ts';

export async function readInput(name: string, stdin: Readable, maxBytes: number, agent: string): Promise<Page> {
  if (name === '-') return { id: '-', body: await collect(stdin, maxBytes) };
  if (/^https?:\/\//i.test(name)) return (await import('./address.ts')).readAddress(name, maxBytes, agent);
  return { id: name, body: await readFile(name, maxBytes) };
}

/** All bytes of a stream, or a ConvertError `too-large` as soon as it passes the limit. */
export async function collect(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (maxBytes: number): ConvertError =>
  new ConvertError('too-large', `larger than ${maxBytes} bytes; raise --max-bytes to read it`);

async function readFile(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const stat = await file.stat();
      if (stat.isDirectory()) throw new ConvertError('unreadable', 'this is a directory; name the files in it');
      if (stat.size > maxBytes) throw tooLarge(maxBytes);
      return await collect(file.createReadStream({ autoClose: false }), maxBytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof ConvertError ? error : fileError(error as NodeJS.ErrnoException);
  }
}

function fileError({ code, message }: NodeJS.ErrnoException): ConvertError {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new ConvertError('not-found', 'there is no such file; check the name');
  if (code === 'EACCES' || code === 'EPERM')
    return new ConvertError('unreadable', 'permission denied; check its owner and mode');
  if (code === 'EISDIR') return new ConvertError('unreadable', 'this is a directory; name the files in it');
  return new ConvertError('unreadable', `cannot be read (${code ?? message}); check the file and its disk`);
}
