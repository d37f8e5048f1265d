import { expect, test } from 'vitest';
import { classReader } from '../../src/plain/table/characters.ts';
import { habitsOf } from '../../src/plain/table/habits.ts';
import { piecesOf, slotOfPiece } from '../../src/plain/table/pieces.ts';
import { readRow } from '../../src/plain/table/row.ts';
import { wordEnds } from '../../src/plain/table/segments.ts';

const classOf = classReader();

test('pieces are counted with their different neighbours', () => {
  const row = readRow('猫吃鱼，狗吃鱼', 'glued', classOf);
  const pieces = piecesOf([row]);
  const slot = slotOfPiece(pieces, row.codes, 1, 3);
  expect([pieces.all[slot], pieces.before[slot], pieces.behind[slot]]).toEqual([2, 2, 2]);
  expect(slotOfPiece(pieces, readRow('鱼吃', 'glued', classOf).codes, 0, 2)).toBe(-1);
});

test('a word ends where what the document writes in many places begins', () => {
  const prose = ['查看单价时，数量很重要。', '输入单价和数量。', '新单价大于旧单价，数量不变。'];
  const habits = habitsOf(prose, classOf);
  const ends = wordEnds(readRow('单价数量', 'glued', classOf), habits, undefined);
  expect(ends[2]).toBeGreaterThan(3);
  expect(Math.max(ends[1] as number, ends[3] as number)).toBeLessThan(0);
});
