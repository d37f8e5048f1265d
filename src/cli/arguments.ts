/** Arguments with flags → the flags that are set, and the inputs. Throws a Stop where there is nothing to run. */
import { existsSync } from 'node:fs';
import { type Command, CommanderError, type OptionValues } from 'commander';
import { makeCommand } from './command.ts';
import { Stop, usage } from './stop.ts';

export interface Arguments {
  readonly given: OptionValues;
  readonly inputs: readonly string[];
  /** Whether a flag stands in a file of settings, and the format on the command line, which wins. */
  yields(flag: string): boolean;
}

export async function readArguments(args: readonly string[], version: string): Promise<Arguments> {
  const command = makeCommand(version);
  let said = '';
  command.configureOutput({ writeOut: (text) => (said += text), writeErr: (text) => (said += text) }).exitOverride();
  try {
    command.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw error.exitCode === 0
      ? new Stop(0, said)
      : usage((said || error.message).replace(/^error: /, '') + fileHint(args, error));
  }
  const { config } = command.opts();
  if (config !== undefined) (await import('./config.ts')).applyConfig(command, config);
  checkValues(command);
  const sourceOf = (flag: string) => command.getOptionValueSource(flag);
  return {
    given: command.opts(),
    inputs: command.args,
    yields: (flag) => sourceOf(flag) === 'config' && (sourceOf('to') === 'cli' || sourceOf('json') === 'cli'),
  };
}

/** An empty variable of a shell says nothing of what is wanted: `--out-dir "$OUT"`. */
function checkValues(command: Command): void {
  for (const option of command.options) {
    const value: unknown = command.getOptionValue(option.attributeName());
    const isGiven = command.getOptionValueSource(option.attributeName()) !== 'default';
    const isEmpty = value === '' || (Array.isArray(value) && (value.length === 0 || value.includes('')));
    if (isGiven && isEmpty)
      throw usage(
        `${option.long} is given an empty value: leave it out, or write ${option.flags.replace(/^-\w, /, '')}`,
      );
  }
}

/** A name that begins with a dash, as `*` gives it. */
function fileHint(args: readonly string[], { code }: CommanderError): string {
  const name =
    code === 'commander.unknownOption' ? args.find((arg) => arg.startsWith('-') && existsSync(arg)) : undefined;
  return name === undefined ? '' : `If the file is meant, write './${name}', or put -- before the names`;
}
