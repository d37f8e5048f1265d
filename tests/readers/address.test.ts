import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readAddress } from '../../src/readers/address.ts';

const AGENT = 'article-convert/test';
let server: Server;
let base: string;
const seen: { url: string; agent: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', agent: request.headers['user-agent'] ?? '' });
    const path = new URL(request.url ?? '', 'http://host').pathname;
    if (path === '/page') response.writeHead(200, { 'content-type': 'text/html; charset=koi8-r' }).end('<p>page');
    else if (path === '/moved') response.writeHead(302, { location: '/page' }).end();
    else if (path === '/round') response.writeHead(302, { location: '/round' }).end();
    else if (path === '/pdf') response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-');
    else if (path === '/large') response.writeHead(200, { 'content-type': 'text/html' }).end('x'.repeat(2000));
    else if (path === '/cut') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 900 });
      response.write('<p>page', () => response.destroy());
    } else if (path === '/damaged')
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('no gzip at all');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
afterEach(() => {
  delete process.env.http_proxy;
});

const read = (path: string) => readAddress(base + path, 1000, AGENT);

test('a page comes with its type and its address, asked for under our own name', async () => {
  const page = await read('/page');
  expect(page).toMatchObject({ url: `${base}/page`, contentType: 'text/html; charset=koi8-r' });
  expect(Buffer.from(page.body as Uint8Array).toString()).toBe('<p>page');
  expect(seen.at(-1)?.agent).toBe(AGENT);
});

test("a redirect is followed, and the last address is the page's", async () => {
  expect(await read('/moved')).toMatchObject({ id: `${base}/moved`, url: `${base}/page` });
});

test.each([
  ['/round', 'http-error', 'redirects without end'],
  ['/missing', 'http-error', '404 Not Found'],
  ['/pdf', 'not-html', 'application/pdf'],
  ['/large', 'too-large', '--max-bytes'],
  ['/cut', 'truncated', 'broke off'],
  ['/damaged', 'corrupt', 'does not unpack'],
])('%s fails with reason %s', async (path, reason, message) => {
  await expect(read(path)).rejects.toMatchObject({ reason, message: expect.stringContaining(message) });
});

test('a closed port is unreachable', async () => {
  await expect(readAddress('http://127.0.0.1:9/', 1000, AGENT)).rejects.toMatchObject({ reason: 'unreachable' });
});

test('the proxy of the environment is asked for plain addresses, without CONNECT', async () => {
  process.env.http_proxy = base;
  const page = await readAddress('http://nowhere.invalid/page', 1000, AGENT);
  expect(Buffer.from(page.body as Uint8Array).toString()).toBe('<p>page');
  expect(seen.at(-1)?.url).toBe('http://nowhere.invalid/page');
});
