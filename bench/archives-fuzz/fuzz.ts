/**
 * Damages archives by a seed and reads them: nothing may crash or hang, every page that the damage does not touch must come
 * out, every page that is lost must be told of, and what has checksums must not come out changed without a word.
 * `node bench/start.js archives-fuzz/fuzz SAMPLES [--seeds 1000] [--from 0] [--only NAME] [--save DIR]`
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { REASONS } from '../../src/errors.ts';
import { inMemory } from '../../src/readers/containers/container.ts';
import { unpack } from '../../src/readers/unpack.ts';
import { type Mutation, mutate } from './mutate.ts';

interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
  readonly pages: readonly { marker: string; start: number; end: number; sha1: string }[];
  readonly whole: boolean;
  readonly isChecked: boolean;
  /** Where a directory begins that tells the places of all. */
  readonly footer: number | null;
}

/** Milliseconds a case may take: a hundred times what the slowest takes. */
const HANG = 30_000;

function samplesIn(folder: string, only: string): Sample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name.includes(only))
    .map((json) => {
      const name = json.slice(0, -5);
      return { name, bytes: readFileSync(join(folder, name)), ...JSON.parse(readFileSync(join(folder, json), 'utf8')) };
    });
}

/** What is wrong with the reading of one damaged sample. */
async function complaints(sample: Sample, { bytes, spans }: Mutation): Promise<string[]> {
  const found: string[] = [];
  const sound = new Map(sample.pages.map((page) => [page.marker, page]));
  const seen = new Set<string>();
  let told = 0;
  const changed: string[] = [];
  const slice = async (start: number, end: number) => bytes.subarray(start, end);
  const resource = { ...inMemory(sample.name, bytes), isFile: true, size: bytes.length, slice };
  const { body: _body, ...streamed } = resource;
  for await (const entry of unpack(streamed, { maxBytes: 1e8, truncated: 'skip' })) {
    if (!('page' in entry)) {
      if (!REASONS.includes(entry.reason) || entry.message === '') found.push(`a row without a reason: ${entry.id}`);
      if (/undefined|\[object|NaN/.test(entry.message)) found.push(`an odd message: ${entry.message}`);
      if (entry.id.includes('#') && entry.offset === undefined) found.push(`no offset: ${entry.id}`);
      told += entry.status === 'failed' || entry.reason !== 'nested-archive' ? 1 : 0;
      continue;
    }
    const body = Buffer.from(entry.page.body as Uint8Array);
    const marker = /marker\d\dx\d\d\d/.exec(body.toString('latin1'))?.[0];
    const page = marker === undefined ? undefined : sound.get(marker);
    if (entry.warnings.length > 0) told += 1;
    if (page !== undefined && !sample.whole && seen.has(page.marker) && !spans.some(({ isCopied }) => isCopied))
      found.push(`twice: ${page.marker}`);
    const isSame = page !== undefined && createHash('sha1').update(body).digest('hex') === page.sha1;
    if (!isSame && sample.isChecked) changed.push(marker ?? entry.page.id);
    if (page !== undefined && (isSame || spans.some(({ start, end }) => start < page.end && end > page.start)))
      seen.add(page.marker);
  }
  if (told === 0) found.push(...changed.map((marker) => `changed in silence: ${marker}`));
  const { footer } = sample;
  const isLost = footer !== null && (bytes.length !== sample.bytes.length || spans.some(({ end }) => end > footer));
  for (const { marker, start, end } of sample.pages) {
    if (seen.has(marker)) continue;
    const isTouched = spans.some((span) => span.start <= end && span.end >= start);
    // Without checksums it shows nowhere that a word is another one, or that two halves are of two rows.
    const isCutBetween =
      bytes.length < sample.bytes.length && sample.pages.some(({ end: last }) => last === bytes.length);
    if (told === 0 && !isCutBetween && (sample.isChecked || !isTouched)) found.push(`lost in silence: ${marker}`);
    if (!isTouched && !sample.whole && !isLost) found.push(`lost though sound: ${marker} at ${start}-${end}`);
  }
  return found;
}

async function work(): Promise<void> {
  const { folder, only, from, seeds, save } = workerData;
  const samples = samplesIn(folder, only);
  for (let seed = from; seed < from + seeds; seed += 1) {
    const sample = samples[seed % samples.length] as Sample;
    const mutation = mutate(sample.bytes, seed);
    parentPort?.postMessage({ seed, name: sample.name, what: mutation.what });
    let found: string[];
    try {
      found = await complaints(sample, mutation);
    } catch (error) {
      found = [`crash: ${(error as Error).stack}`];
    }
    if (found.length > 0) {
      parentPort?.postMessage({ seed, name: sample.name, what: mutation.what, found });
      if (save !== undefined) writeFileSync(join(save, `${seed}-${sample.name}`), mutation.bytes);
    }
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '0' },
      only: { type: 'string', default: '' },
      save: { type: 'string' },
    },
  });
  if (values.save !== undefined) mkdirSync(values.save, { recursive: true });
  const [folder = ''] = positionals;
  let [from, left, bad] = [Number(values.from), Number(values.seeds), 0];
  while (left > 0) {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { ...values, folder, from, seeds: left } });
    let last = { seed: from, name: '', what: '' };
    const outcome = await new Promise<string>((resolve) => {
      let timer = setTimeout(() => resolve('hang'), HANG);
      worker.on('message', (said: typeof last & { found?: string[] }) => {
        clearTimeout(timer);
        timer = setTimeout(() => resolve('hang'), HANG);
        last = said;
        if (said.found === undefined) return;
        bad += 1;
        console.log(`${said.seed} ${said.name}: ${said.what}\n  ${said.found.slice(0, 4).join('\n  ')}`);
      });
      worker.on('error', (error) => resolve(`crash: ${error.stack}`));
      worker.on('exit', () => resolve('end'));
    });
    await worker.terminate();
    if (outcome === 'end') break;
    bad += 1;
    console.log(`${last.seed} ${last.name}: ${last.what}\n  ${outcome}`);
    left -= last.seed + 1 - from;
    from = last.seed + 1;
  }
  console.log(`${values.seeds} damaged archives, ${bad} with complaints`);
  return bad === 0 ? 0 : 1;
}

if (isMainThread) process.exit(await main());
else await work();
