/** One file in gzip or zstd: the content under the same name. */
import { looksBinary } from '../../decode/signature.ts';
import type { ConvertError } from '../../errors.ts';
import { ByteReader } from '../streams/byte-reader.ts';
import { GZIP_MAGIC, gzipMembers, isGzip } from '../streams/gzip.ts';
import type { Part } from '../streams/part.ts';
import { zstdFrames } from '../streams/zstd-frames.ts';
import { isZstd, ZSTD_MAGIC } from '../streams/zstd-header.ts';
import type { Container } from './container.ts';

export const gzip = compressed('gzip', isGzip, GZIP_MAGIC, /\.t?gz$/i, gzipMembers);
export const zstd = compressed('zstd', isZstd, ZSTD_MAGIC, /\.t?zst$/i, zstdFrames);

function compressed(
  name: string,
  matches: (head: Buffer) => boolean,
  magic: Buffer,
  named: RegExp,
  parts: (reader: ByteReader) => AsyncGenerator<Part>,
): Container {
  return {
    name,
    isMany: false,
    matches,
    isDamaged: (head, id) => named.test(id) && looksBinary(head) && head.includes(magic),
    async *unpack({ size: _size, slice: _slice, body: _body, ...resource }) {
      const reader = new ByteReader(resource.open());
      yield { ...resource, open: () => joined(parts(reader)) };
      await reader.close();
    },
  };
}

/**
 * Parts in a row. At damage it rejects: the content is another one from there on, and a page ends. A reader of rows or
 * members asks again, and gets what the next sound part holds.
 */
function joined(parts: AsyncGenerator<Part>): AsyncIterableIterator<Buffer> {
  let pieces: AsyncGenerator<Buffer> | undefined;
  let fault: ConvertError | undefined;
  return {
    async next() {
      for (;;) {
        const piece = await pieces?.next();
        if (piece?.done === false) return piece;
        pieces = undefined;
        const told = fault;
        fault = undefined;
        if (told !== undefined) throw told;
        const { done, value } = await parts.next();
        if (done === true) return { done, value: undefined };
        pieces = value.pieces;
        fault = value.fault;
        if (value.bytes !== undefined) return { done: false, value: value.bytes };
      }
    },
    async return() {
      await pieces?.return(undefined);
      await parts.return(undefined);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
