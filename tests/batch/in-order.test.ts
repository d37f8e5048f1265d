import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder } from '../../src/batch/in-order.ts';

const LIMITS = { items: 4, bytes: 100 };
const never = new AbortController().signal;

async function* numbers(count: number) {
  for (let at = 0; at < count; at += 1) yield at;
}

test('items come out in their order, whichever is done first, and few are ahead', async () => {
  let open = 0;
  let most = 0;
  const work = async (item: number) => {
    most = Math.max(most, (open += 1));
    await sleep(item % 3 === 0 ? 5 : 0);
    return item;
  };
  const out: number[] = [];
  for await (const item of inOrder(numbers(30), work, () => 1, LIMITS, never)) {
    open -= 1;
    out.push(item);
  }
  expect(out).toEqual(Array.from({ length: 30 }, (_, at) => at));
  expect(most).toBeLessThanOrEqual(LIMITS.items + 1);
});

test('large items are not held beyond the limit', async () => {
  let held = 0;
  let most = 0;
  const work = async (item: number) => {
    most = Math.max(most, (held += 60));
    return item;
  };
  for await (const _ of inOrder(numbers(10), work, () => 60, LIMITS, never)) held -= 60;
  expect(most).toBeLessThanOrEqual(180);
});

test('a signal ends it at once, though work hangs and more is to come', async () => {
  const abort = new AbortController();
  const out: number[] = [];
  const work = (item: number) => (item < 2 ? Promise.resolve(item) : new Promise<number>(() => undefined));
  setTimeout(() => abort.abort(), 20);
  for await (const item of inOrder(numbers(5), work, () => 1, LIMITS, abort.signal)) out.push(item);
  expect(out).toEqual([0, 1]);
});

test('what the source throws comes after what it gave', async () => {
  async function* source() {
    yield 1;
    throw new Error('broken');
  }
  const out: number[] = [];
  const all = async () => {
    for await (const item of inOrder(
      source(),
      async (item) => item,
      () => 1,
      LIMITS,
      never,
    ))
      out.push(item);
  };
  await expect(all()).rejects.toThrow('broken');
  expect(out).toEqual([1]);
});
