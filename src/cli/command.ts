/** The flag table → commander's parser, with its help under the table's headings. */
import { Command, Option } from 'commander';
import { HELP_FLAGS, VERSION_FLAGS } from './flags/shell.ts';
import { DESCRIPTION, EXAMPLES, FLAGS, INPUT_HELP } from './flags.ts';

export function makeCommand(version: string): Command {
  const command = new Command('article-convert')
    .description(`${DESCRIPTION}\n${INPUT_HELP}`)
    .argument('[INPUT...]')
    .showSuggestionAfterError();
  for (const { group, flags, help, choices, preset, isMany, isRepeated } of FLAGS) {
    const option = new Option(flags, help).helpGroup(`${group}:`);
    if (flags === VERSION_FLAGS) command.version(version, flags, help).options.at(-1)?.helpGroup(`${group}:`);
    if (flags === HELP_FLAGS) command.helpOption(flags, help).addHelpOption(option);
    if (flags === VERSION_FLAGS || flags === HELP_FLAGS) continue;
    if (choices !== undefined) option.choices([...choices]);
    if (preset !== undefined) option.default(preset);
    if (isMany) option.argParser((value, before: readonly string[] = []) => [...before, ...listOf(value)]);
    if (isRepeated) option.argParser((value, before: readonly string[] = []) => [...before, value]);
    command.addOption(option);
  }
  const width = Math.max(...EXAMPLES.map(([example]) => example.length));
  return command.addHelpText(
    'after',
    `\nExamples:\n${EXAMPLES.map(([example, what]) => `  ${example.padEnd(width)}  ${what}`).join('\n')}`,
  );
}

/** Parted by commas. */
export const listOf = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
