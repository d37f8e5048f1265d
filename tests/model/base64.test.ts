import { expect, test } from 'vitest';
import { bytesOf, decodeBase64 } from '../../src/model/base64.ts';
import { readBytes } from '../../src/model/byte-reader.ts';

test('base64 of any length and padding becomes the bytes it stands for', () => {
  for (let length = 0; length < 40; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 89 + length * 31) & 255);
    const base64 = Buffer.from(bytes).toString('base64');
    expect(decodeBase64(base64)).toEqual(bytes);
    expect(bytesOf(base64)).toEqual(bytes);
  }
});

test('numbers are read little-endian, from bytes that begin anywhere', () => {
  const numbers = [1, 0, 0, 0, 2, 1, 0xff, 0xff, 0, 0, 0x80, 0x3f, 7, 8, 9, 0];
  for (const shift of [0, 1, 4]) {
    const reader = readBytes(Uint8Array.from([...new Array(shift).fill(5), ...numbers]).subarray(shift));
    expect(reader.u32()).toBe(1);
    expect([...reader.i16s(2)]).toEqual([258, -1]);
    expect([...reader.f32s(1)]).toEqual([1]);
    expect([...reader.u8s(3)]).toEqual([7, 8, 9]);
    expect(() => reader.u32()).toThrow(RangeError);
  }
});
