/** The entries of a zip whose directory is lost, by their local headers in a row. */
import { crc32 } from 'node:zlib';
import { ConvertError } from '../../errors.ts';
import type { ByteReader } from '../streams/byte-reader.ts';
import { inflateWhole } from '../streams/inflate.ts';
import { extraFieldsIn, zipName } from './zip-name.ts';

export interface ScannedEntry {
  readonly name: string;
  readonly offset: number;
  readonly bytes?: Buffer;
  readonly fault?: ConvertError;
}

const LOCAL = Buffer.from('PK\x03\x04');
const HEADER = 30;
/** Content is held whole here: without a directory there is no way to come back to it. */
const WHOLE = 64 * 2 ** 20;

export async function* scanEntries(reader: ByteReader): AsyncGenerator<ScannedEntry> {
  while (await toHeader(reader)) {
    const offset = reader.offset;
    const head = await reader.peek(HEADER);
    if (head.length < HEADER) return;
    const flags = head.readUInt16LE(6);
    const method = head.readUInt16LE(8);
    const crc = head.readUInt32LE(14);
    const compressed = head.readUInt32LE(18);
    const nameSize = head.readUInt16LE(26);
    const size = HEADER + nameSize + head.readUInt16LE(28);
    const whole = await reader.peek(size);
    const name = zipName(
      whole.subarray(HEADER, HEADER + nameSize),
      flags,
      extraFieldsIn(whole.subarray(HEADER + nameSize, size)),
    );
    reader.consume(Math.min(size, whole.length));
    const hasDescriptor = (flags & 8) !== 0;
    if ((flags & 1) !== 0) yield { name, offset, fault: new ConvertError('encrypted', 'encrypted') };
    else if (method === 8) {
      const result = await inflateWhole(reader);
      if (result.kind === 'broken') yield { name, offset, fault: result.fault };
      else if (result.kind === 'large')
        yield { name, offset, fault: new ConvertError('too-large', 'larger than is read without a directory') };
      else if (!hasDescriptor && crc32(result.bytes) !== crc) yield { name, offset, fault: wrongSum() };
      else yield { name, offset, bytes: result.bytes };
    } else if (method === 0 && !hasDescriptor && compressed <= WHOLE) {
      const bytes = await reader.take(compressed);
      if (bytes.length < compressed)
        yield { name, offset, fault: new ConvertError('truncated', 'cut short: the archive ends within it') };
      else if (crc32(bytes) !== crc) yield { name, offset, fault: wrongSum() };
      else yield { name, offset, bytes };
    } else
      yield {
        name,
        offset,
        fault: new ConvertError('unsupported', `compression method ${method} without a directory is not supported`),
      };
  }
}

const wrongSum = (): ConvertError => new ConvertError('corrupt', 'corrupt: its checksum is wrong');

async function toHeader(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const bytes = await reader.peek(64 * 2 ** 10);
    const at = bytes.indexOf(LOCAL);
    reader.consume(at >= 0 ? at : Math.max(bytes.length - (reader.hasEnded ? 0 : LOCAL.length - 1), 0));
    if (at >= 0) return true;
    if (reader.hasEnded) return false;
  }
}
