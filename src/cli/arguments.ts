/** Arguments with flags → the flags that are set, and the inputs. Throws a Stop where there is nothing to run. */
import { CommanderError, type OptionValues } from 'commander';
import { makeCommand } from './command.ts';
import { Stop, usage } from './stop.ts';

export interface Arguments {
  readonly given: OptionValues;
  readonly inputs: readonly string[];
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
  return { given: command.opts(), inputs: command.args };
}
