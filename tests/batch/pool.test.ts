import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Pool } from '../../src/batch/pool.ts';
import type { Work } from '../../src/batch/task.ts';

const WORK = {} as Work;
const file = resolve('tests/batch/odd-worker.js');
const task = (id: string) => ({ page: { id, body: new Uint8Array(3) }, warnings: [], isOfMany: true });

test('a worker that hangs or dies is replaced: its page has failed, the others are converted', async () => {
  const pool = new Pool(WORK, { jobs: 2, timeout: 0.3, file });
  const ids = ['a', 'hangs', 'b', 'dies', 'c', 'exits', 'd'];
  const results = await Promise.all(ids.map((id) => pool.convert(task(id))));
  await pool.close();
  expect(results.map(({ id, status, reason, bytes }) => [id, status, reason, bytes])).toEqual([
    ['a', 'skipped', 'empty', undefined],
    ['hangs', 'failed', 'timeout', 3],
    ['b', 'skipped', 'empty', undefined],
    ['dies', 'failed', 'unreadable', 3],
    ['c', 'skipped', 'empty', undefined],
    ['exits', 'failed', 'unreadable', 3],
    ['d', 'skipped', 'empty', undefined],
  ]);
});

test('a worker that cannot start is said, and blamed on no page', async () => {
  const pool = new Pool(WORK, { jobs: 1, timeout: 1, file: resolve('tests/batch/no-such-worker.js') });
  await expect(Promise.all([pool.convert(task('a')), pool.convert(task('b'))])).rejects.toThrow(/no-such-worker/);
});
