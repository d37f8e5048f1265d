/** `http(s)://` → page: redirects, time-out and size limits, proxies from the environment. */
import { EnvHttpProxyAgent, fetch } from 'undici';
import { ConvertError } from '../errors.ts';
import type { Page } from '../resource.ts';
import { collect } from './collect.ts';
import { withinText } from './too-large.ts';

const TIMEOUT_MS = 30_000;
const PAGE_TYPE = /^(?:text\/|application\/(?:xhtml\+xml|xml))/i;

export async function readAddress(url: string, maxBytes: number, agent: string): Promise<Page> {
  const dispatcher = new EnvHttpProxyAgent({ proxyTunnel: false });
  try {
    const response = await fetch(url, {
      dispatcher,
      headers: { 'user-agent': agent, accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) {
      throw new ConvertError(
        'http-error',
        `the server answered ${`${response.status} ${response.statusText}`.trim()}; check the address`,
      );
    }
    const contentType = response.headers.get('content-type') ?? undefined;
    if (contentType !== undefined && !PAGE_TYPE.test(contentType)) {
      throw new ConvertError(
        'not-html',
        `the server sent ${contentType.replace(/;.*/, '')}, not a page; save it and convert it with a program for that format`,
      );
    }
    const body = response.body === null ? new Uint8Array() : await bodyOf(response.body, maxBytes);
    return { id: url, body, url: response.url || url, ...(contentType === undefined ? {} : { contentType }) };
  } catch (error) {
    throw error instanceof ConvertError ? error : failure(error as Error);
  } finally {
    await dispatcher.destroy();
  }
}

async function bodyOf(answer: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  try {
    return await collect(answer, withinText({ maxBytes }));
  } catch (error) {
    const { name, code, cause } = error as Error & { code?: string; cause?: { code?: string } };
    if (error instanceof ConvertError || name === 'TimeoutError') throw error;
    const why = cause?.code ?? code ?? name;
    if (why.startsWith('Z_')) throw new ConvertError('corrupt', `the answer does not unpack (${why}); try again`);
    throw new ConvertError('truncated', `the answer broke off (${why}); try again`);
  }
}

function failure(error: Error & { cause?: unknown }): ConvertError {
  if (error.name === 'TimeoutError')
    return new ConvertError('timeout', `no answer within ${TIMEOUT_MS / 1000} s; try again`);
  if (/redirect/i.test((error.cause as Error | undefined)?.message ?? ''))
    return new ConvertError(
      'http-error',
      'the server redirects without end; open the address in a browser and give the last one',
    );
  const cause = error.cause as (Error & { code?: string }) | undefined;
  const why = cause?.code ?? cause?.message ?? error.message;
  return new ConvertError('unreachable', `no answer (${why}); check the address and the network`);
}
