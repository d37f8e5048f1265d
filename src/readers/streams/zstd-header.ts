/** What the header of a zstd frame says (RFC 8878, 3.1.1). */
import { ConvertError } from '../../errors.ts';

export const ZSTD_MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** A frame is held and decoded whole up to so many bytes, compressed and not. */
export const WHOLE_IN = 4 * 2 ** 20;
export const WHOLE_OUT = 16 * 2 ** 20;
/** The window is held in memory; the command-line tool refuses larger ones too, unless told otherwise. */
export const WINDOW_LIMIT = 128 * 2 ** 20;

export const isZstd = (head: Buffer): boolean => head.subarray(0, 4).equals(ZSTD_MAGIC) || isSkippable(head);

export const isSkippable = (head: Buffer): boolean => head.length >= 8 && head.readUInt32LE(0) >>> 4 === 0x184d2a5;

export interface Frame {
  readonly headerSize: number;
  readonly contentSize?: number;
  readonly windowSize: number;
  readonly dictionary: number;
  readonly hasChecksum: boolean;
}

export function readFrameHeader(head: Buffer): Frame | undefined {
  if (!head.subarray(0, 4).equals(ZSTD_MAGIC) || head.length < 6) return undefined;
  const flags = head[4] as number;
  const isSingle = (flags & 0x20) !== 0;
  const idSize = [0, 1, 2, 4][flags & 3] as number;
  const sizeSize = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6] as number;
  const headerSize = 5 + (isSingle ? 0 : 1) + idSize + sizeSize;
  if ((flags & 8) !== 0 || head.length < headerSize) return undefined;
  let at = 5;
  let windowSize = 0;
  if (!isSingle) {
    const base = 2 ** (10 + ((head[at] as number) >> 3));
    windowSize = base + (base / 8) * ((head[at] as number) & 7);
    at += 1;
  }
  const dictionary = idSize === 0 ? 0 : head.readUIntLE(at, idSize);
  at += idSize;
  const contentSize =
    sizeSize === 0
      ? undefined
      : sizeSize === 8
        ? Number(head.readBigUInt64LE(at))
        : head.readUIntLE(at, sizeSize) + (sizeSize === 2 ? 256 : 0);
  return {
    headerSize,
    windowSize: isSingle ? (contentSize ?? 0) : windowSize,
    dictionary,
    hasChecksum: (flags & 4) !== 0,
    ...(contentSize === undefined ? {} : { contentSize }),
  };
}

export const zstdDamage = (why: string): ConvertError => new ConvertError('corrupt', `corrupt: ${why}`);
export const zstdCut = (): ConvertError => new ConvertError('truncated', 'cut short: the zstd data end too early');
