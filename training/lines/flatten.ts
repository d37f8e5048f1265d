/** HTML → flat text as real tools print it (`flatten.py`); what they printed is kept in the cache. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cached } from './cached.ts';
import type { Random } from './random.ts';

const PYTHON = process.env.PYTHON ?? 'python3';
const SCRIPT = 'training/lines/flatten.py';

/** How often a text is met that the tool printed. */
const TOOLS: readonly (readonly [string, number])[] = [
  ['resiliparse', 0.44],
  ['resiliparse_tab', 0.08],
  ['inner_text', 0.1],
  ['get_text', 0.1],
  ['trafilatura', 0.07],
  ['html2text', 0.06],
  ['lynx', 0.05],
  ['w3m', 0.05],
  ['inscriptis', 0.05],
];

export function pickTool(random: Random): string {
  let left = random();
  for (const [tool, share] of TOOLS) {
    if (left < share) return tool;
    left -= share;
  }
  return 'resiliparse';
}

export interface Job {
  readonly html: string;
  readonly tool: string;
}

/** The text of each job, or null where the tool failed. */
export function flatten(name: string, jobs: readonly Job[]): (string | null)[] {
  return asked<{ text: string | null }>('print', name, jobs).map(({ text }) => text);
}

export interface Place {
  readonly path: string;
  readonly content: string;
}

/** The HTML of the element that holds the article, for each page; null where it was not found. */
export function articleRegions(name: string, places: readonly Place[]): (string | null)[] {
  return asked<{ html: string | null }>('region', name, places).map(({ html }) => html);
}

function asked<T>(step: string, name: string, jobs: readonly (Job | Place)[]): T[] {
  const input = jobs.map((job) => JSON.stringify(job)).join('\n');
  const key = createHash('sha256').update(readFileSync(SCRIPT)).update(input).digest('hex').slice(0, 12);
  return cached(`${name}-${step}-${key}`, () =>
    execFileSync(PYTHON, [SCRIPT, step], {
      input,
      maxBuffer: 1 << 30,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    })
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as T),
  );
}
