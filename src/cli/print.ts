/** To standard output. */
import type { Writable } from 'node:stream';
import { unwritable } from '../batch/put-file.ts';

/** Waits until the text is out; a closed pipe is a reader that has seen enough. */
export function print(stdout: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    stdout.write(text, (error) => {
      if (error == null || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else reject(unwritable('standard output', error));
    });
  });
}
