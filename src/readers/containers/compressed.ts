/** One file in gzip or zstd: the content under the same name. */
import { ByteReader } from '../streams/byte-reader.ts';
import { gzipMembers, isGzip } from '../streams/gzip.ts';
import type { Part } from '../streams/part.ts';
import { isZstd, zstdFrames } from '../streams/zstd.ts';
import type { Container } from './container.ts';

export const gzip = compressed('gzip', isGzip, gzipMembers);
export const zstd = compressed('zstd', isZstd, zstdFrames);

function compressed(
  name: string,
  matches: (head: Buffer) => boolean,
  parts: (reader: ByteReader) => AsyncGenerator<Part>,
): Container {
  return {
    name,
    isMany: false,
    matches,
    async *unpack({ size: _size, slice: _slice, body: _body, ...resource }) {
      const reader = new ByteReader(resource.open());
      yield { ...resource, open: () => joined(parts(reader)) };
      await reader.close();
    },
  };
}

/** Parts in a row. What follows a damaged one is not the same text any more: the content ends there. */
async function* joined(parts: AsyncGenerator<Part>): AsyncGenerator<Buffer> {
  for await (const { bytes, pieces, fault } of parts) {
    if (bytes !== undefined) yield bytes;
    if (pieces !== undefined) yield* pieces;
    if (fault !== undefined) throw fault;
  }
}
