/** A small zstd frame whole, by a library that checks its sum and takes dictionaries. */
import type { ConvertError } from '../../errors.ts';
import { type Frame, WHOLE_OUT, zstdDamage } from './zstd-header.ts';

/** The frame's content, what is wrong with it, or undefined where it is larger than is held. */
export async function decodeWhole(
  bytes: Buffer,
  frame: Frame,
  dictionary: Buffer | undefined,
): Promise<Buffer | ConvertError | undefined> {
  const native = await nativeDecoder();
  if (native !== undefined && frame.dictionary === 0 && dictionary === undefined) return byNode(native, bytes, frame);
  const { createDCtx, decompress, decompressUsingDict, freeDCtx } = await library();
  // A frame that does not tell its size is tried with growing buffers.
  for (let size = frame.contentSize ?? 2 ** 20; ; size *= 4) {
    const limit = { defaultHeapSize: Math.min(size, WHOLE_OUT) };
    try {
      if (frame.dictionary === 0 && dictionary === undefined) return asBuffer(decompress(bytes, limit));
      const context = createDCtx();
      try {
        return asBuffer(decompressUsingDict(context, bytes, dictionary ?? Buffer.alloc(0), limit));
      } finally {
        freeDCtx(context);
      }
    } catch {
      if (frame.contentSize !== undefined) return zstdDamage('a zstd frame does not decode, or its checksum is wrong');
      if (size >= WHOLE_OUT) return frame.dictionary === 0 ? undefined : zstdDamage('a zstd frame does not decode');
    }
  }
}

type Native = (bytes: Uint8Array, options: { maxOutputLength: number }) => Buffer;

/** Node's own, from 22.15 on: checks sums, and takes no dictionary. */
const nativeDecoder = async (): Promise<Native | undefined> =>
  ((await import('node:zlib')) as { readonly zstdDecompressSync?: Native }).zstdDecompressSync;

function byNode(decompress: Native, bytes: Buffer, frame: Frame): Buffer | ConvertError | undefined {
  try {
    return decompress(bytes, { maxOutputLength: WHOLE_OUT });
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    if (isLarge && frame.contentSize === undefined) return undefined;
    return zstdDamage('a zstd frame does not decode, or its checksum is wrong');
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

type Library = typeof import('@bokuweb/zstd-wasm');
let loading: Promise<Library> | undefined;

function library(): Promise<Library> {
  loading ??= import('@bokuweb/zstd-wasm').then(async (zstd) => {
    await zstd.init();
    return zstd;
  });
  return loading;
}

/** For a frame whose content has a known length: checks its sum, throws where it does not decode. */
export async function zstdDecoder(): Promise<(frame: Uint8Array, length: number) => Uint8Array> {
  const native = await nativeDecoder();
  if (native !== undefined) return (frame, length) => native(frame, { maxOutputLength: Math.max(length, 1) });
  const { decompress } = await library();
  return (frame, length) => decompress(frame, { defaultHeapSize: length });
}
