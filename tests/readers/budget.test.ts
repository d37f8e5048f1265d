/** What an input may cost in all, by small bounds. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BOUNDS, type Bounds } from '../../src/readers/budget.ts';
import { inMemory } from '../../src/readers/containers/container.ts';
import { unpack } from '../../src/readers/unpack.ts';

const SETTINGS = { maxBytes: 1e6, truncated: 'skip' } as const;
const PAGE = Buffer.from('<!DOCTYPE html><title>A page</title><p>The lighthouse keeper wrote it by hand.</p>');

function tar(members: Readonly<Record<string, Buffer>>): Buffer {
  const blocks = Object.entries(members).flatMap(([name, body]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(body.length.toString(8).padStart(11, '0'), 124);
    header.write('        0', 148);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

async function read(body: Buffer, bounds: Partial<Bounds>): Promise<{ pages: number; failed: string[] }> {
  const said = { pages: 0, failed: [] as string[] };
  const resource = inMemory('input', body, { isFile: true, size: body.length });
  for await (const entry of unpack(resource, SETTINGS, false, { ...BOUNDS, ...bounds })) {
    if ('page' in entry) said.pages += 1;
    else if (entry.status === 'failed') said.failed.push(`${entry.id}: ${entry.reason}: ${entry.message}`);
  }
  return said;
}

test('archives that unpack to too much in all are read up to the limit, and say so once a level', async () => {
  const inner = gzipSync(tar({ 'a.html': PAGE, 'zeros.html': Buffer.alloc(3e5), 'b.html': PAGE }));
  const body = tar({ 'one.tar.gz': inner, 'two.tar.gz': inner, 'three.tar.gz': inner });
  expect(await read(body, {})).toMatchObject({ pages: 6, failed: [] });
  const { pages, failed } = await read(body, { ratio: 10, freeBytes: 1e6 });
  expect(pages).toBe(3);
  expect(failed.length).toBeLessThanOrEqual(4);
  expect(failed.at(-1)).toMatch(/^input: too-large: expands to more than 1000000 bytes in all, 10 times its size/);
});

test('archives in archives are counted together, whatever each of them holds', async () => {
  const inner = tar({ 'a.html': PAGE });
  const body = tar(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.tar`, inner])));
  expect((await read(body, {})).pages).toBe(20);
  const { pages, failed } = await read(body, { freeArchives: 5, bytesAnArchive: body.length });
  expect(pages).toBe(5);
  expect(failed.at(-1)).toMatch(/^input: too-large: has more than 5 archives in it/);
});

test('entries are counted over all archives of an input', async () => {
  const inner = tar(Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`${at}.html`, PAGE])));
  const body = tar({ 'one.tar': inner, 'two.tar': inner });
  const { pages, failed } = await read(body, { freeEntries: 10, bytesAnEntry: body.length });
  expect(pages).toBe(8);
  expect(failed.at(-1)).toMatch(/^input: too-large: has more than 10 entries in all/);
});

test('records that are passed over unread count too', async () => {
  const record = (size: number): Buffer =>
    gzipSync(
      Buffer.concat([
        Buffer.from(`WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: ${size}\r\n\r\n`),
        Buffer.alloc(size),
        Buffer.from('\r\n\r\n'),
      ]),
    );
  const body = Buffer.concat(Array.from({ length: 10 }, () => record(2e6)));
  expect(await read(body, {})).toMatchObject({ failed: [] });
  expect((await read(body, { ratio: 10, freeBytes: 1e7 })).failed).toHaveLength(1);
});
