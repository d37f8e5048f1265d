/** Flags on what is written, and where. */
import type { MarkdownStyle } from '../../options.ts';
import type { Flag } from '../flags.ts';

export const FORMATS = ['markdown', 'json', 'jsonl', 'text', 'html'] as const;

/** Names and values of `--md`. */
export const MARKDOWN_STYLE = {
  bullet: ['-', '*', '+'],
  ordered: ['.', ')'],
  emphasis: ['*', '_'],
  strong: ['*', '_'],
  fence: ['`', '~'],
  rule: ['-', '*', '_'],
  headings: ['atx', 'setext'],
  indent: ['one', 'tab', 'mixed'],
  numbers: ['count', 'one'],
} as const satisfies { [Name in keyof Required<MarkdownStyle>]: readonly Required<MarkdownStyle>[Name][] };

const STYLE_HELP = Object.entries(MARKDOWN_STYLE)
  .map(([name, values]) => `${name} ${values.join(' ')}`)
  .join('; ');

const group = 'Writing';

export const WRITING: readonly Flag[] = [
  { group, flags: '--to <format>', help: 'output format', choices: FORMATS, preset: 'markdown' },
  { group, flags: '--json', help: 'short for --to json' },
  { group, flags: '--front-matter', help: 'begin Markdown with the metadata as YAML' },
  { group, flags: '--md <style>', help: `marks of the Markdown, as in bullet=*,emphasis=_: ${STYLE_HELP}` },
  { group, flags: '--ast', help: 'put the syntax tree (mdast) into the JSON' },
  { group, flags: '--tables-csv <dir>', help: 'write each table as a CSV file into a folder, too' },
  { group, flags: '-o, --output <file>', help: 'write to a file; refuses to overwrite without --force' },
  { group, flags: '--out-dir <dir>', help: 'write one file an input into a folder' },
  { group, flags: '--force', help: 'overwrite what is there' },
];
