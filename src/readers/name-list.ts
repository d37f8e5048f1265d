/** Names of inputs from a list: a file, or standard input; one a line, or each ended by a NUL byte. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { ConvertError } from '../errors.ts';

/** Throws a ConvertError `not-found` where the list cannot be read. */
export async function* namesIn(list: string, isNull: boolean, stdin: Readable): AsyncGenerator<string> {
  const end = isNull ? '\0' : '\n';
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of list === '-' ? stdin : createReadStream(list)) {
      const names = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split(end);
      rest = names.pop() ?? '';
      for (const name of names) if (nameOf(name, isNull) !== '') yield nameOf(name, isNull);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConvertError('not-found', `${list} cannot be read (${code ?? message}); check the name of the list`);
  }
  if (nameOf(rest, isNull) !== '') yield nameOf(rest, isNull);
}

const nameOf = (written: string, isNull: boolean): string => (isNull ? written : written.replace(/\r$/, ''));
