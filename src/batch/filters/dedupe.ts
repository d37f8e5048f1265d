/**
 * Tells documents that say what one before them said. Fingerprints are made where the documents are, in any order;
 * `Seen` is asked in input order, so that the first of each kind stays, however many work at the rest.
 */
import { createHash } from 'node:crypto';
import type { Document } from '../../document.ts';
import { squeeze } from '../../words.ts';
import { toText } from '../../writers/text.ts';
import type { Refusal } from './accept.ts';
import { minHash } from './min-hash.ts';
import { NearIndex } from './near-index.ts';

/** The same text but for white space, or nearly the same. */
export type Dedupe = 'exact' | 'near';

const DIGEST_BYTES = 16;

/** A short string to keep and compare, or nothing where the document has no words: such are never duplicates. */
export function fingerprint({ body }: Document, how: Dedupe): string | undefined {
  const text = toText(body);
  if (how === 'near') {
    const signature = minHash(text);
    return signature === undefined ? undefined : Buffer.from(signature).toString('base64');
  }
  const words = squeeze(text).normalize('NFC');
  if (words === '') return undefined;
  return createHash('sha256').update(words).digest().subarray(0, DIGEST_BYTES).toString('base64');
}

/** Documents that a generation holds. Two are kept: at least so many of the latest first ones are remembered. */
const GENERATION = 1_000_000;

/** Remembers first ones, and forgets the oldest when there are too many: about 300 MB at the most. */
export class Seen {
  readonly #how: Dedupe;
  readonly #size: number;
  #young: Index;
  #old: Index | undefined;

  constructor(how: Dedupe, size: number = GENERATION) {
    this.#how = how;
    this.#size = size;
    this.#young = indexOf(how);
  }

  /** Why the document is left out, or nothing: then it is the first of its kind and remembered. */
  check(id: string, print: string | undefined): Refusal | undefined {
    if (print === undefined) return undefined;
    const first = this.#old?.find(print) ?? this.#young.find(print);
    if (first !== undefined) {
      const alike = this.#how === 'near' ? 'nearly the same text as' : 'the same text as';
      return { reason: 'duplicate', message: `${alike} ${first}` };
    }
    if (this.#young.count >= this.#size) {
      this.#old = this.#young;
      this.#young = indexOf(this.#how);
    }
    this.#young.add(id, print);
    return undefined;
  }
}

interface Index {
  readonly count: number;
  /** The id of the first document like this. */
  find(print: string): string | undefined;
  add(id: string, print: string): void;
}

const indexOf = (how: Dedupe): Index => (how === 'near' ? new NearIndex() : new ExactIndex());

class ExactIndex implements Index {
  readonly #ids = new Map<string, string>();

  get count(): number {
    return this.#ids.size;
  }

  find(print: string): string | undefined {
    return this.#ids.get(print);
  }

  add(id: string, print: string): void {
    this.#ids.set(print, id);
  }
}
