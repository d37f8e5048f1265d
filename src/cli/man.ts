/** man/article-convert.1 from the flag table, in the man macros that groff and mandoc both read. */

import { partsOf } from './flag-parts.ts';
import { DESCRIPTION, ENVIRONMENT, EXAMPLES, EXIT_CODES, FLAGS, GROUPS, INPUT_HELP } from './flags.ts';

export function renderMan(version: string): string {
  const options = GROUPS.flatMap((group) => [
    `.SS ${escapeRoff(group)}`,
    ...FLAGS.filter((flag) => flag.group === group).flatMap((flag) => {
      const { short, long, value, choices, isMany, help } = partsOf(flag);
      const names = [short, long].filter((name) => name !== undefined).map((name) => `\\fB${escapeRoff(name)}\\fR`);
      const shown = value === undefined ? '' : ` \\fI${escapeRoff(value)}\\fR${isMany ? '...' : ''}`;
      const values = choices.length === 0 ? '' : ` One of ${choices.join(', ')}.`;
      const preset = flag.preset === undefined ? '' : ` Default: ${flag.preset}.`;
      return ['.TP', `${names.join(', ')}${shown}`, textLine(`${help}.${values}${preset}`)];
    }),
  ]);
  return [
    `.TH ARTICLE\\-CONVERT 1 "" "article\\-convert ${escapeRoff(version)}" "User Commands"`,
    '.SH NAME',
    'article\\-convert \\- turn web pages and flat text into Markdown or JSON',
    '.SH SYNOPSIS',
    '.B article\\-convert',
    '[\\fIoptions\\fR] [\\fIINPUT\\fR]...',
    '.SH DESCRIPTION',
    textLine(DESCRIPTION),
    '.PP',
    textLine(INPUT_HELP),
    '.SH OPTIONS',
    ...options,
    '.SH EXAMPLES',
    ...EXAMPLES.flatMap(([command, what]) => ['.TP', `.B ${escapeRoff(command)}`, textLine(what)]),
    '.SH EXIT STATUS',
    ...EXIT_CODES.flatMap(([code, what]) => ['.TP', `.B ${code}`, textLine(what)]),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([names, what]) => ['.TP', `.B ${escapeRoff(names)}`, textLine(what)]),
    '',
  ].join('\n');
}

/** A line of text that is no request, whatever it begins with. */
const textLine = (text: string): string => escapeRoff(text).replace(/^[.']/, '\\&$&');

const escapeRoff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('`', '\\(ga')
    .replaceAll("'", '\\(aq')
    .replaceAll('~', '\\(ti')
    .replaceAll('…', '...');
