/** Passing over ASCII, which most pages are, some bytes at a time. */

interface Words {
  /** The bytes from the first that can be read four at a time. */
  readonly words: Int32Array;
  /** Bytes before it. */
  readonly unaligned: number;
}

export function wordsOf(body: Uint8Array): Words {
  const unaligned = Math.min(-body.byteOffset & 3, body.length);
  return { words: new Int32Array(body.buffer, body.byteOffset + unaligned, (body.length - unaligned) >> 2), unaligned };
}

/** The first word from `from` on that is not ASCII alone; eight at a time are passed over. */
export function behindAscii(words: Int32Array, from: number): number {
  let at = from;
  while (at < words.length && isAscii(words[at] as number)) at += areAscii(words, at) ? 8 : 1;
  return at;
}

const isAscii = (word: number): boolean => (word & 0x80808080) === 0;

function areAscii(words: Int32Array, at: number): boolean {
  if (at + 8 > words.length) return false;
  let bits = 0;
  for (let word = at; word < at + 8; word += 1) bits |= words[word] as number;
  return isAscii(bits);
}
