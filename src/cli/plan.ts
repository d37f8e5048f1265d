/** Arguments → what to do. Throws a Stop where there is nothing to run. */
import { Command, CommanderError, Option } from 'commander';
import type { ConvertOptions } from '../options.ts';
import { EXAMPLES, FLAGS, type FORMATS, HELP_FLAGS, VERSION_FLAGS } from './flags.ts';

export interface Plan {
  readonly inputs: readonly string[];
  readonly to: (typeof FORMATS)[number];
  readonly options: ConvertOptions;
  readonly output?: string;
  readonly outDir?: string;
  readonly force: boolean;
  readonly maxBytes: number;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: 'auto' | 'always' | 'never';
}

/** Wrong usage, or help and version that were asked for: text, and the exit code that goes with it. */
export class Stop extends Error {
  readonly exitCode: number;

  constructor(exitCode: number, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function makePlan(args: readonly string[], version: string): Plan {
  const command = makeCommand(version);
  let said = '';
  command.configureOutput({ writeOut: (text) => (said += text), writeErr: (text) => (said += text) }).exitOverride();
  try {
    command.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw error.exitCode === 0 ? new Stop(0, said) : usage((said || error.message).replace(/^error: /, ''));
  }
  const given = command.opts();
  for (const input of command.args) checkInput(input);
  if (given.url !== undefined && !isWebAddress(given.url)) {
    throw usage(`--url takes the page's own address, such as https://example.org/story, not '${given.url}'`);
  }
  const to = given.json ? 'json' : given.to;
  if (given.output !== undefined && given.outDir !== undefined) throw usage('-o and --out-dir exclude each other');
  if (command.args.length > 1 && given.output !== undefined)
    throw usage('-o takes one input; use --out-dir for several');
  if (command.args.length > 1 && given.outDir === undefined && to !== 'jsonl') {
    throw usage(`several inputs cannot share standard output as ${to}: use --to jsonl, or --out-dir DIR`);
  }
  return {
    inputs: command.args,
    to,
    options: {
      from: given.from,
      links: given.links,
      images: given.images,
      ...(given.charset === undefined ? {} : { charset: given.charset }),
      ...(given.url === undefined ? {} : { url: given.url }),
      ...(given.fullPage ? { fullPage: true } : {}),
      ...(given.explain ? { explain: true } : {}),
    },
    ...(given.output === undefined ? {} : { output: given.output }),
    ...(given.outDir === undefined ? {} : { outDir: given.outDir }),
    force: given.force === true,
    maxBytes: bytesOf(given.maxBytes),
    quiet: given.quiet === true,
    verbose: given.verbose === true,
    color: given.color,
  };
}

/** One line on what was wrong, with the way to more. */
const usage = (message: string): Stop =>
  new Stop(2, `article-convert: ${message.trimEnd()}\nTry: article-convert --help\n`);

const isWebAddress = (written: string): boolean => /^https?:\/\/./i.test(written) && URL.canParse(written);

function checkInput(input: string): void {
  if (input === '') throw usage('an INPUT is empty: give a file, an address, or - for standard input');
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(input)?.[1];
  if (scheme === undefined) return;
  if (!/^https?$/i.test(scheme)) {
    throw usage(`'${input}': ${scheme}: addresses are not read; use http(s), or save the page and give the file`);
  }
  if (!isWebAddress(input)) throw usage(`'${input}' is no valid address; check how it is written`);
}

function makeCommand(version: string): Command {
  const command = new Command('article-convert')
    .description('Turns scraped HTML, or plain text flattened from HTML, into clean Markdown or JSON.')
    .argument('[INPUT...]', 'a file, an http(s) address, or - for standard input')
    .version(version, VERSION_FLAGS, helpOf(VERSION_FLAGS))
    .helpOption(HELP_FLAGS, helpOf(HELP_FLAGS))
    .showSuggestionAfterError();
  for (const { flags, help, choices, preset } of FLAGS) {
    if (flags === VERSION_FLAGS || flags === HELP_FLAGS) continue;
    const option = new Option(flags, help);
    if (choices !== undefined) option.choices([...choices]);
    if (preset !== undefined) option.default(preset);
    command.addOption(option);
  }
  const width = Math.max(...EXAMPLES.map(([example]) => example.length));
  return command.addHelpText(
    'after',
    `\nExamples:\n${EXAMPLES.map(([example, what]) => `  ${example.padEnd(width)}  ${what}`).join('\n')}`,
  );
}

const helpOf = (flags: string): string => FLAGS.find((flag) => flag.flags === flags)?.help ?? '';

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  ki: 2 ** 10,
  mi: 2 ** 20,
  gi: 2 ** 30,
};

function bytesOf(written: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmg]i?|)b?$/i.exec(written);
  const unit = UNITS[(match?.[2] ?? '').toLowerCase()];
  if (match === null || unit === undefined)
    throw usage(`--max-bytes takes a size such as 500kB or 20MB, not '${written}'`);
  const bytes = Math.floor(Number(match[1]) * unit);
  if (bytes === 0) throw usage('--max-bytes 0 would refuse every input: give a size such as 100MB');
  return bytes;
}
