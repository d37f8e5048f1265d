/** The header that stands before each entry of a zip (APPNOTE 4.3.7). */
export const LOCAL_SIZE = 30;
export const LOCAL_MAGIC = Buffer.from('PK\x03\x04');

export interface Local {
  readonly flags: number;
  readonly method: number;
  /** Checksum and sizes follow the content; those in the header are nothing. */
  readonly hasDescriptor: boolean;
  readonly crc: number;
  readonly compressed: number;
  /** Its sizes stand in an extra field. */
  readonly isZip64: boolean;
  readonly nameSize: number;
  /** Of the header with name and extra fields. */
  readonly size: number;
}

export function readLocal(bytes: Buffer): Local | undefined {
  if (bytes.length < LOCAL_SIZE || !bytes.subarray(0, 4).equals(LOCAL_MAGIC)) return undefined;
  const flags = bytes.readUInt16LE(6);
  const nameSize = bytes.readUInt16LE(26);
  const compressed = bytes.readUInt32LE(18);
  return {
    flags,
    method: bytes.readUInt16LE(8),
    hasDescriptor: (flags & 8) !== 0,
    crc: bytes.readUInt32LE(14),
    compressed,
    isZip64: compressed === 0xffffffff,
    nameSize,
    size: LOCAL_SIZE + nameSize + bytes.readUInt16LE(28),
  };
}
