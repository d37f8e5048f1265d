/** To standard output. */
import { unwritable } from '../batch/put-file.ts';
import { hasClosed, type Output } from './output.ts';

/** Waits until the text is out; a closed pipe is a reader that has seen enough. */
export function print(stdout: Output, text: string | Uint8Array): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    stdout.write(text, (error) => {
      if (error == null || hasClosed(error)) resolve();
      else reject(unwritable('standard output', error));
    });
  });
}

/** For a page alone: there is no other work that may not wait. */
export async function printAlone(stdout: Output, bytes: Uint8Array): Promise<void> {
  let written: number;
  try {
    written = stdout.writeNow?.(bytes) ?? 0;
  } catch (error) {
    throw unwritable('standard output', error);
  }
  if (written < bytes.length) await print(stdout, bytes.subarray(written));
}
