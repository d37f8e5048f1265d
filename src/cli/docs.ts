/** docs/cli.md from the flag table. */
import { EXAMPLES, EXIT_CODES, FLAGS } from './flags.ts';

export function renderCliDocs(): string {
  const rows = FLAGS.map(({ flags, help, choices, preset }) => {
    const values = choices === undefined ? '' : ` One of ${choices.map((choice) => `\`${choice}\``).join(', ')}.`;
    return `| \`${flags}\` | ${help}.${values} | ${preset === undefined ? '' : `\`${preset}\``} |`;
  });
  return [
    '# Command line',
    '`article-convert [options] [INPUT]…`',
    'INPUT is a file, an `http(s)://` address, or `-` for standard input. Without one, piped standard input is read.\nData goes to standard output, all else to standard error; both are UTF-8.',
    ['| option | meaning | default |', '| --- | --- | --- |', ...rows].join('\n'),
    'Colour also follows `NO_COLOR`, `FORCE_COLOR` and `TERM=dumb`. Addresses are fetched through the proxy that `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` name.',
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
