/** Records that no string can hold, by a generated stream and a small limit. */
import { expect, test } from 'vitest';
import { unpack } from '../../src/readers/unpack.ts';

/** Three records, of which the second is longer than any text may be; given in pieces, never as a whole. */
async function* records(size: number): AsyncGenerator<Buffer> {
  for (const [name, length] of [
    ['a', 200],
    ['long', size],
    ['b', 200],
  ] as const) {
    const head = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>A page</title><p>');
    yield Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://light.example/${name}\r\n` +
        `Content-Type: application/http\r\nContent-Length: ${head.length + length}\r\n\r\n`,
    );
    yield head;
    const piece = Buffer.from('The keeper wrote it. '.repeat(50));
    for (let left = length; left > 0; left -= piece.length) yield piece.subarray(0, left);
    yield Buffer.from('\r\n\r\n');
  }
}

async function* rows(size: number): AsyncGenerator<Buffer> {
  for (const length of [200, size, 200]) yield Buffer.from(`{"html":"<p>${'A page. '.repeat(length / 8)}"}\n`);
}

async function read(id: string, stream: AsyncGenerator<Buffer>, longestText: number): Promise<string[]> {
  const said: string[] = [];
  const settings = { maxBytes: 1e9, truncated: 'skip', longestText } as const;
  for await (const entry of unpack({ id, open: () => stream }, settings))
    said.push('page' in entry ? 'page' : `${entry.reason}: ${entry.message}`);
  return said;
}

test('a record longer than any text fails alone, and says that no option helps', async () => {
  const message = 'too-large: larger than 100000 bytes; no text can be longer: split it first';
  expect(await read('a.warc', records(3e5), 1e5)).toEqual(['page', message, 'page']);
  expect(await read('a.warc', records(3e5), 1e6)).toEqual(['page', 'page', 'page']);
});

test('a row longer than any text fails alone', async () => {
  expect(await read('a.jsonl', rows(3e5), 1e5)).toEqual(['page', expect.stringMatching(/^too-large: /), 'page']);
});
