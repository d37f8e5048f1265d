/** Flags on what is written, and where. */
import type { MarkdownStyle } from '../../options.ts';
import type { Flag } from '../flags.ts';

export const FORMATS = ['markdown', 'json', 'jsonl', 'text', 'html', 'parquet'] as const;

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
  {
    group,
    flags: '--out-dir <dir>',
    help: 'write into a folder: one file a document in the tree of the inputs; JSON Lines and Parquet into documents.jsonl, documents-00000.parquet',
  },
  {
    group,
    flags: '--name <pattern>',
    help: "names of the files in --out-dir, as in '{host}/{slug}-{hash8}.{ext}': {dir}, {name} and {ext} of the input, {host}, {slug} of the address or title, {hash8} of the id",
  },
  {
    group,
    flags: '--shard-size <number>',
    help: 'documents in a file of JSON Lines or Parquet; by default all in one, 10,000 for Parquet',
  },
  { group, flags: '--force', help: 'overwrite what is there, start the run in --out-dir again' },
  {
    group,
    flags: '--resume',
    help: 'go on with the run in --out-dir that was stopped or killed; other options or another version start it again',
  },
];
