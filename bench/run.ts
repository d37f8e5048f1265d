/**
 * `npm run bench -- NAME [--data DIR] [--predictions FILE] [--sample N] [--rounds N] [--gate]`: measures, prints our
 * figures beside other tools', and with --gate fails where a figure is worse than its floor in floors.json.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { archives } from './archives.ts';
import { type Benchmark, cacheFolder, type Figures } from './benchmark.ts';
import { extraction } from './extraction.ts';
import { fidelity } from './fidelity.ts';
import { flat } from './flat.ts';
import { metadata } from './metadata.ts';
import { parse } from './parse.ts';
import { robustness } from './robustness.ts';
import { speed } from './speed.ts';

const BENCHMARKS: readonly Benchmark[] = [archives, flat, extraction, metadata, fidelity, robustness, parse, speed];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    predictions: { type: 'string' },
    sample: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    gate: { type: 'boolean', default: false },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const benchmark = BENCHMARKS.find(({ name }) => name === positionals[0]);
  if (benchmark === undefined) {
    console.error(`bench: name one of ${BENCHMARKS.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const { name, folder, needs } = benchmark;
  const data = values.data ?? join('..', 'shared', 'bench', folder);
  if (!existsSync(join(data, needs))) {
    console.log(`bench ${name}: not measured, there is no ${join(data, needs)}; name its folder with --data`);
    return 0;
  }
  const figures = await benchmark.run({
    data,
    predictions: values.predictions ?? join(cacheFolder(), `${name}-predictions.json`),
    rounds: Number(values.rounds),
    ...(values.sample === undefined ? {} : { sample: Number(values.sample) }),
  });
  printTable(benchmark, figures);
  return values.gate ? gate(benchmark, figures) : 0;
}

function printTable({ name, peers }: Benchmark, ours: Figures): void {
  const tools = Object.keys(peers);
  const number = (value: number | null | undefined): string =>
    (typeof value === 'number' ? String(Number(value.toFixed(3))) : '-').padStart(16);
  console.log(`\n${name.padEnd(18)}${['article-convert', ...tools].map((tool) => tool.padStart(16)).join('')}`);
  for (const [figure, value] of Object.entries(ours)) {
    console.log(figure.padEnd(18) + number(value) + tools.map((tool) => number(peers[tool]?.[figure])).join(''));
  }
}

/** A sample has floors of its own: `extraction@200`. */
function gate({ name, smallerIsBetter = [] }: Benchmark, figures: Figures): number {
  const key = values.sample === undefined ? name : `${name}@${values.sample}`;
  const floors = (JSON.parse(readFileSync('bench/floors.json', 'utf8')) as Record<string, Figures>)[key];
  if (floors === undefined) {
    console.error(`bench ${key}: bench/floors.json has no floors for it`);
    return 1;
  }
  const worse = Object.entries(floors).filter(([figure, floor]) => {
    const value = figures[figure];
    return typeof value !== 'number' || (smallerIsBetter.includes(figure) ? value > floor : value < floor);
  });
  for (const [figure, floor] of worse) {
    const word = smallerIsBetter.includes(figure) ? 'above its ceiling' : 'below its floor';
    console.error(`bench ${key}: ${figure} ${figures[figure]?.toFixed(4) ?? 'missing'} is ${word} ${floor}`);
  }
  if (worse.length === 0) console.log(`bench ${key}: all ${Object.keys(floors).length} floors held`);
  return worse.length === 0 ? 0 : 1;
}
