/**
 * `--config FILE`: a JSON object whose keys are the long flags without their dashes. What the command line says wins.
 * The file is named by the user; none is looked for.
 */
import { readFileSync } from 'node:fs';
import type { Command, Option } from 'commander';
import { listOf } from './command.ts';
import { partsOf } from './flag-parts.ts';
import { FLAGS, type Flag } from './flags.ts';
import { nearest } from './nearest.ts';
import { usage } from './stop.ts';

/** Flags that ask for something else than a run, and the file itself. */
const NOT_IN_FILES = new Set(['--config', '--completions', '--help', '--version']);

/** The flags that a file may set. */
export const CONFIGURABLE = FLAGS.map(partsOf).filter(({ long }) => !NOT_IN_FILES.has(long));

/** Where the command line has one of a group, the file's others are meant for another run. */
const ALTERNATIVES: readonly (readonly string[])[] = [
  ['json', 'to'],
  ['output', 'outDir'],
  ['quiet', 'verbose'],
  ['force', 'resume'],
];

/** Sets what the command line left open. Throws a Stop that names the file and the key. */
export function applyConfig(command: Command, path: string): void {
  for (const [key, value] of Object.entries(readConfig(path))) {
    if (key === '$schema') continue;
    const option = command.options.find(({ long }) => long === `--${key}`);
    if (option === undefined || NOT_IN_FILES.has(`--${key}`)) {
      const known = CONFIGURABLE.map(({ long }) => long.slice(2));
      throw usage(`${path}: '${key}' is no option that a file can set; the nearest is '${nearest(key, known)}'`);
    }
    const set = settingOf(option, value, `${path}: '${key}'`);
    if (set !== undefined && !isSaid(command, option.attributeName())) {
      command.setOptionValueWithSource(option.attributeName(), set, 'config');
    }
  }
}

function readConfig(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw usage(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}); check the name of the file`);
  }
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch (error) {
    throw usage(`${path} is no JSON: ${(error as Error).message.replace(/\s+/g, ' ')}`);
  }
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw usage(`${path} holds no JSON object; it looks like {"to": "jsonl", "out-dir": "pages"}`);
  }
  return config as Record<string, unknown>;
}

function isSaid(command: Command, name: string): boolean {
  const group = ALTERNATIVES.find((names) => names.includes(name)) ?? [name];
  return group.some((other) => command.getOptionValueSource(other) === 'cli');
}

/** Nothing where a switch is off. */
function settingOf(option: Option, value: unknown, where: string): unknown {
  const { isMany, isParted, choices, value: name } = partsOf(FLAGS.find(({ flags }) => flags === option.flags) as Flag);
  if (name === undefined) {
    if (typeof value !== 'boolean') throw usage(`${where} is true or false, not ${JSON.stringify(value)}`);
    return value ? !option.negate : undefined;
  }
  if (isMany) {
    const list = Array.isArray(value) ? value : [value];
    if (!list.every((item) => typeof item === 'string')) throw usage(`${where} is a list of texts`);
    return isParted ? list.flatMap(listOf) : list;
  }
  if (typeof value !== 'string' && typeof value !== 'number') throw usage(`${where} is a text or a number`);
  if (choices.length > 0 && !choices.includes(String(value))) {
    throw usage(`${where} is one of ${choices.join(', ')}, not ${JSON.stringify(value)}`);
  }
  return String(value);
}
