/** One damage to a file, by a seed: the same seed gives the same bytes. */

export interface Mutation {
  readonly bytes: Buffer;
  readonly what: string;
  /** Which of the bytes that there were are changed or gone; of those behind them, the place may be another. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly isCopied?: boolean }[];
}

type Random = (below: number) => number;

/** mulberry32 */
function randomBy(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const noise = (length: number, random: Random): Buffer => Buffer.from(Array.from({ length }, () => random(256)));

const KINDS: Readonly<
  Record<string, (bytes: Buffer, at: number, length: number, random: Random) => Mutation['bytes']>
> = {
  flip(bytes, at, _length, random) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] as number) ^ (1 << random(8));
    return changed;
  },
  noise: (bytes, at, length, random) =>
    Buffer.concat([bytes.subarray(0, at), noise(length, random), bytes.subarray(at + length)]),
  zeros: (bytes, at, length) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.alloc(length), bytes.subarray(at + length)]),
  delete: (bytes, at, length) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
  insert: (bytes, at, length, random) =>
    Buffer.concat([bytes.subarray(0, at), noise(length, random), bytes.subarray(at)]),
  cut: (bytes, at) => bytes.subarray(0, at),
  copy: (bytes, at, length) => Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]),
  swap: (bytes, at, length) =>
    Buffer.concat([
      bytes.subarray(0, at),
      bytes.subarray(at + length, at + 2 * length),
      bytes.subarray(at, at + length),
      bytes.subarray(at + 2 * length),
    ]),
};

export function mutate(bytes: Buffer, seed: number): Mutation {
  const random = randomBy(seed);
  const names = Object.keys(KINDS);
  const name = names[random(names.length)] as string;
  const at = random(bytes.length);
  const length = Math.min(1 + random(random(4) === 0 ? 4000 : 40), bytes.length - at);
  const changed = KINDS[name]?.(bytes, at, length, random) ?? bytes;
  const end = { flip: at + 1, insert: at, cut: bytes.length, swap: at + 2 * length }[name] ?? at + length;
  return { bytes: changed, what: `${name} ${length} at ${at}`, spans: [{ start: at, end, isCopied: name === 'copy' }] };
}
