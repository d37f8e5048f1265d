import { expect, test } from 'vitest';
import { Room } from '../../src/html/features/room.ts';

test('arrays of a page are zero, share no bytes, and may be longer than a buffer', () => {
  const room = new Room(64);
  const arrays = [
    room.bytes(3),
    room.floats(2),
    room.ints(1),
    room.floats(0),
    room.ints(40),
    room.bytes(1),
    room.floats(1),
  ];
  expect(arrays.map(({ length }) => length)).toEqual([3, 2, 1, 0, 40, 1, 1]);
  for (const [at, array] of arrays.entries()) {
    expect(array.every((value) => value === 0)).toBe(true);
    array.fill(at + 1);
  }
  for (const [at, array] of arrays.entries()) expect(array.every((value) => value === at + 1)).toBe(true);
});
