/**
 * One deflate stream, from where a reader stands to where the stream ends by itself. Small ones come whole and at
 * once, which costs a fraction of a stream object each; large ones come in pieces and are never held.
 */
import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';
import { ConvertError } from '../../errors.ts';
import { ByteReader } from './byte-reader.ts';

/** Bytes held at most, compressed and not, before a stream is read in pieces. */
const WHOLE_IN = 4 * 2 ** 20;
const WHOLE_OUT = 16 * 2 ** 20;
/** First buffer of the result; pages average some 100 kB, request and metadata records less than 1 kB. */
const CHUNK = 64 * 2 ** 10;

export type Inflated =
  | { readonly kind: 'whole'; readonly bytes: Buffer; readonly packed: Buffer }
  | { readonly kind: 'large' }
  | { readonly kind: 'broken'; readonly fault: ConvertError };

/** Takes the stream if it is small and sound; otherwise the reader stays where it is. */
export async function inflateWhole(reader: ByteReader): Promise<Inflated> {
  let input = await reader.peek(1);
  for (;;) {
    const result = attempt(input);
    if (result === 'large') return { kind: 'large' };
    if (!(result instanceof Error)) {
      reader.consume(result.consumed);
      return { kind: 'whole', bytes: result.bytes, packed: input.subarray(0, result.consumed) };
    }
    if (result.code !== 'Z_BUF_ERROR') return { kind: 'broken', fault: corrupt(result.message) };
    if (reader.hasEnded) return { kind: 'broken', fault: reader.fault ?? cut() };
    if (input.length >= WHOLE_IN) return { kind: 'large' };
    input = await reader.peek(Math.max(2 * input.length, CHUNK));
  }
}

interface Sync {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

function attempt(input: Buffer): { bytes: Buffer; consumed: number } | 'large' | (Error & { code?: string }) {
  try {
    const { buffer, engine } = inflateRawSync(input, {
      info: true,
      maxOutputLength: WHOLE_OUT,
      chunkSize: CHUNK,
    }) as unknown as Sync;
    return { bytes: buffer, consumed: engine.bytesWritten };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'large';
    return error as Error & { code?: string };
  }
}

/**
 * The stream in pieces. At its end the reader stands behind it. Throws a ConvertError `corrupt` or `truncated` after
 * the last sound piece.
 */
export async function* inflatePieces(reader: ByteReader): AsyncGenerator<Buffer> {
  // Piece size also is what may be lost before a corrupt byte.
  const inflate = createInflateRaw({ chunkSize: CHUNK, finishFlush: constants.Z_SYNC_FLUSH });
  const pieces: Buffer[] = [];
  let fault: Error | undefined;
  let hasEnded = false;
  let settle = (): void => undefined;
  inflate
    .on('data', (piece: Buffer) => pieces.push(piece))
    .on('error', (error) => {
      fault = error;
      settle();
    })
    .on('end', () => {
      hasEnded = true;
      settle();
    });
  let fed = 0;
  try {
    for (;;) {
      const input = (await reader.peek(1)).subarray(0, CHUNK);
      if (input.length === 0) throw reader.fault ?? cut();
      await new Promise<void>((done) => {
        settle = done;
        inflate.write(input, () => done());
      });
      for (const piece of pieces.splice(0)) yield piece;
      if (fault !== undefined) throw corrupt(fault.message);
      fed += input.length;
      const surplus = fed - inflate.bytesWritten;
      reader.consume(input.length - surplus);
      if (surplus > 0 || hasEnded) return;
    }
  } finally {
    inflate.destroy();
  }
}

/** What can be had of a stream that is damaged or cut: the bytes before the damage, up to the limit. */
export async function inflatePart(input: Buffer): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of inflatePieces(new ByteReader(oneChunk(input)))) {
      pieces.push(piece);
      length += piece.length;
      if (length > WHOLE_OUT) break;
    }
  } catch (error) {
    if (!(error instanceof ConvertError)) throw error;
  }
  return Buffer.concat(pieces);
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const corrupt = (why: string): ConvertError => new ConvertError('corrupt', `corrupt deflate data (${why})`);
const cut = (): ConvertError => new ConvertError('truncated', 'cut short: the compressed data end too early');
