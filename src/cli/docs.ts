/** docs/cli.md from the flag table. */
import { ENVIRONMENT, EXAMPLES, EXIT_CODES, FLAGS, type Flag, GROUPS, INPUT_HELP } from './flags.ts';

export function renderCliDocs(): string {
  const tables = GROUPS.map((group) =>
    [`## ${group}`, '', '| option | meaning | default |', '| --- | --- | --- |', ...rowsOf(group)].join('\n'),
  );
  return [
    '# Command line',
    '`article-convert [options] [INPUT]…`',
    `${INPUT_HELP}\nData goes to standard output, all else to standard error; both are UTF-8.`,
    ...tables,
    '## Environment',
    ENVIRONMENT.map(([names, what]) => `- \`${names.replaceAll(', ', '`, `')}\`: ${what}`).join('\n'),
    '## Examples',
    EXAMPLES.map(([command, what]) => `\`\`\`sh\n${command}  # ${what}\n\`\`\``).join('\n\n'),
    '## Exit codes',
    EXIT_CODES.map(([code, what]) => `- \`${code}\`: ${what}`).join('\n'),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

const rowsOf = (group: Flag['group']): string[] =>
  FLAGS.filter((flag) => flag.group === group).map(({ flags, help, choices, preset }) => {
    const values = choices === undefined ? '' : ` One of ${choices.map((choice) => `\`${choice}\``).join(', ')}.`;
    return `| \`${flags}\` | ${help}.${values} | ${preset === undefined ? '' : `\`${preset}\``} |`;
  });
