/** Light colour for Markdown on a terminal: headings and markers, nothing else. */
import { Chalk, type ChalkInstance } from 'chalk';

export function colourMarkdown(markdown: string): string {
  const chalk: ChalkInstance = new Chalk({ level: 1 });
  let isCode = false;
  return markdown
    .split('\n')
    .map((line) => {
      if (/^\s*(?:```|~~~)/.test(line)) {
        isCode = !isCode;
        return chalk.dim(line);
      }
      if (isCode) return line;
      if (/^#{1,6} /.test(line)) return chalk.bold.cyan(line);
      return line.replace(
        /^(\s*)([-*>]|\d+[.)])( )/,
        (_, space, marker, blank) => `${space}${chalk.yellow(marker)}${blank}`,
      );
    })
    .join('\n');
}
