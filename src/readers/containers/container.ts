/** A packing: one resource in, the resources in it out. */
import type { Resource } from '../../resource.ts';
import type { Skip } from '../skip.ts';
import type { SizeLimits } from '../too-large.ts';

export interface Container {
  readonly name: string;
  /** False where the packing holds one document at most, as gzip does. */
  readonly isMany: boolean;
  /** Looks at the first bytes, up to HEAD of them. */
  matches(head: Buffer, resource: Resource, settings: ReadSettings): boolean | Promise<boolean>;
  /**
   * Asked where no container knows the first bytes: whether by name and remnants it is this one, and damaged.
   * @param isCut the bytes end in damage, and others may follow
   */
  isDamaged?(head: Buffer, id: string, isCut: boolean): boolean;
  /** @param unpacked told of bytes that are unpacked and may be in no resource that comes out; throws at the limit */
  unpack(
    resource: Resource,
    settings: ReadSettings,
    unpacked: (bytes: number) => void,
  ): AsyncGenerator<Resource | Skip>;
}

/** What a user may say about reading. */
export interface ReadSettings extends SizeLimits {
  /** Pages that are cut short: skipped, or converted as far as they go. */
  readonly truncated: 'skip' | 'convert';
  /** Names of the fields in rows (JSONL, CSV, Parquet), `a.b` for one inside another. */
  readonly htmlField?: string;
  readonly textField?: string;
  readonly urlField?: string;
}

/** Bytes shown to `matches`: enough for the first block of a zstd stream. */
export const HEAD = 144 * 2 ** 10;

/** A resource whose bytes are in memory. */
export function inMemory(id: string, body: Uint8Array | string, rest: Partial<Resource> = {}): Resource {
  return {
    ...rest,
    id,
    body,
    async *open() {
      yield typeof body === 'string' ? Buffer.from(body) : body;
    },
  };
}

/** Expansion that no page reaches: the most repetitive page of the extraction set deflates 60 to 1. */
const RATIO = 250;
const FREE_BYTES = 32 * 2 ** 20;

/** The most that so many compressed bytes may expand to. */
export const expansionLimit = (compressed: number, maxBytes: number): number =>
  Math.min(maxBytes, Math.max(FREE_BYTES, RATIO * compressed));
