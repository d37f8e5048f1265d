/** The packed form that src/model/words.ts reads. */
const SIZE = 1 << 24;

/** @param grades byte of grades by 24-bit hash */
export function packWordModel(grades: ReadonlyMap<number, number>): Uint8Array {
  const kept = [...grades.keys()].sort((a, b) => a - b);
  const short = Math.max(0, Math.round(Math.log2(SIZE / kept.length) - 0.5));
  const bits: number[] = [];
  let last = 0;
  for (const hash of kept) {
    const gap = hash - last;
    last = hash;
    for (let left = gap >> short; left > 0; left -= 1) bits.push(1);
    bits.push(0);
    for (let digit = short - 1; digit >= 0; digit -= 1) bits.push((gap >> digit) & 1);
  }
  while (bits.length % 8 !== 0) bits.push(0);
  const bytes = [short, kept.length >> 16, (kept.length >> 8) & 255, kept.length & 255];
  for (let at = 0; at < bits.length; at += 8) bytes.push(bits.slice(at, at + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  for (const hash of kept) bytes.push(grades.get(hash) as number);
  return Uint8Array.from(bytes);
}
