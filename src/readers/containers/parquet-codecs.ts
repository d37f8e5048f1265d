/** What unpacks Parquet's pages: with their inner checksums minded, and bounded by what the page may hold. */
import { brotliDecompressSync, unzipSync } from 'node:zlib';
import type { Compressors } from 'hyparquet';
import { ConvertError } from '../../errors.ts';
import { zstdDecoder } from '../streams/zstd-whole.ts';

/** @param limit of an unpacked page, in bytes */
export async function parquetCodecs(limit: number): Promise<Compressors> {
  const { compressors } = await import('hyparquet-compressors');
  const zstd = await zstdDecoder();
  const all: Compressors = {
    ...compressors,
    GZIP: (bytes, length) => unzipSync(bytes, { maxOutputLength: Math.max(length, 1) }),
    BROTLI: (bytes, length) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(length, 1) }),
    ZSTD: zstd,
  };
  const bounded = Object.entries(all).map(([name, unpack]) => [
    name,
    (bytes: Uint8Array, length: number) => {
      if (length > limit) throw new ConvertError('too-large', `a page of it unpacks to ${length} bytes`);
      const page = unpack(bytes, length);
      if (page.length !== length) throw new ConvertError('corrupt', 'corrupt: a page is not as long as it says');
      return page;
    },
  ]);
  return Object.fromEntries(bounded);
}
