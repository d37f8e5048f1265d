/**
 * Standard input, output and error, each opened when it is needed: to load Node's streams takes a quarter of the time that
 * a small page takes, and a page alone goes into a file or a pipe without them.
 */
import { fstatSync, writeSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';

/** What is asked of where text goes. */
export interface Output {
  readonly isTTY?: boolean;
  /** Of a terminal. */
  readonly columns?: number;
  readonly rows?: number;
  write(text: string | Uint8Array, done?: (error?: Error | null) => void): unknown;
  /** Writes at once, waiting for the reader, and gives how many bytes are written; the others take the stream. */
  writeNow?(bytes: Uint8Array): number;
}

export interface Streams {
  readonly stdin: Readable & { isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
}

export const standardStreams = (): Streams => ({
  get stdin() {
    return process.stdin;
  },
  // A reader that has seen enough closes the pipe: that is no failure. What else goes wrong, the callers of `write` report.
  stdout: lazily(1, () => process.stdout.on('error', (error) => hasClosed(error) && process.exit(0))),
  stderr: lazily(2, () => process.stderr.on('error', () => {})),
});

function lazily(descriptor: number, open: () => Writable & Output): Output {
  let stream: (Writable & Output) | undefined;
  const opened = (): Writable & Output => {
    stream ??= open();
    return stream;
  };
  return {
    get isTTY() {
      return !isPlain(descriptor) && opened().isTTY === true;
    },
    get columns() {
      return opened().columns ?? 0;
    },
    get rows() {
      return opened().rows ?? 0;
    },
    write: (text, done) => opened().write(text, done),
    writeNow: (bytes) => (stream === undefined && isPlain(descriptor) ? writeNow(descriptor, bytes) : 0),
  };
}

/** A file, a pipe or a socket, and no terminal. */
function isPlain(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isFIFO() || stats.isSocket();
  } catch {
    return false;
  }
}

function writeNow(descriptor: number, bytes: Uint8Array): number {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch (error) {
    if (hasClosed(error)) return bytes.length;
    // Full, where its other end has said that nobody waits.
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
  return written;
}

export const hasClosed = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EPIPE';
