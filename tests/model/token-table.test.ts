import { expect, test } from 'vitest';
import { tokenTable } from '../../src/model/token-table.ts';

test.each([
  ['spread evenly', [3, 0x1000_0000, 0x5555_5555, 0x9000_0000, 0xffff_fffe]],
  ['crowded at one end', [0, 1, 2, 3, 4, 5, 0xffff_ffff]],
  ['one alone', [7]],
  ['none', []],
])('finds what is in a table, and nothing else: %s', (_, hashes) => {
  const table = tokenTable(
    Uint32Array.from(hashes),
    Uint8Array.from(hashes, (_hash, at) => at * 40),
  );
  for (const [at, hash] of hashes.entries()) {
    expect(table.find(hash)).toBe((at * 40) / 255);
    // Hashes come as signed numbers, too.
    expect(table.find(hash | 0)).toBe((at * 40) / 255);
    for (const beside of [hash - 1, hash + 1].map((one) => one >>> 0)) {
      if (!hashes.includes(beside)) expect(table.find(beside)).toBeUndefined();
    }
  }
  expect(table.find(0x7777_7777)).toBeUndefined();
});
