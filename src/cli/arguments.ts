/** Arguments with flags → the flags that are set, and the inputs. Throws a Stop where there is nothing to run. */
import { CommanderError, type OptionValues } from 'commander';
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
    throw error.exitCode === 0 ? new Stop(0, said) : usage((said || error.message).replace(/^error: /, ''));
  }
  const { config } = command.opts();
  if (config !== undefined) (await import('./config.ts')).applyConfig(command, config);
  const sourceOf = (flag: string) => command.getOptionValueSource(flag);
  return {
    given: command.opts(),
    inputs: command.args,
    yields: (flag) => sourceOf(flag) === 'config' && (sourceOf('to') === 'cli' || sourceOf('json') === 'cli'),
  };
}
