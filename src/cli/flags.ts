/** The one table of flags: the parser, `--help` and docs/cli.md are made from it. */
import type { MarkdownStyle } from '../options.ts';

export interface Flag {
  /** As commander writes it: `-o, --output <file>`. */
  readonly flags: string;
  readonly help: string;
  readonly choices?: readonly string[];
  readonly preset?: string;
}

export const FORMATS = ['markdown', 'json', 'jsonl', 'text', 'html'] as const;

/** The two that commander answers itself. */
export const VERSION_FLAGS = '-V, --version';
export const HELP_FLAGS = '-h, --help';

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

export const FLAGS: readonly Flag[] = [
  {
    flags: '--from <kind>',
    help: 'what the input is; auto looks at the content, then at the name',
    choices: ['auto', 'html', 'text', 'jsonl'],
    preset: 'auto',
  },
  { flags: '--charset <label>', help: 'encoding of the input, over what the page says' },
  { flags: '--url <url>', help: "the page's own address: base of its links" },
  { flags: '--to <format>', help: 'output format', choices: FORMATS, preset: 'markdown' },
  { flags: '--json', help: 'short for --to json' },
  { flags: '--full-page', help: 'convert the whole page, extract nothing' },
  { flags: '--no-links', help: 'keep the text of links only' },
  { flags: '--no-images', help: 'drop images' },
  {
    flags: '--tables <how>',
    help: 'auto tells data tables from layout; grid writes each as a grid, html writes data tables as HTML',
    choices: ['auto', 'grid', 'html'],
    preset: 'auto',
  },
  { flags: '--tables-csv <dir>', help: 'write each table as a CSV file into a folder, too' },
  {
    flags: '--allow-html',
    help: 'let tags through that Markdown has no syntax for (details, ruby, abbr, u …), without attributes',
  },
  { flags: '--front-matter', help: 'begin Markdown with the metadata as YAML' },
  { flags: '--md <style>', help: `marks of the Markdown, as in bullet=*,emphasis=_: ${STYLE_HELP}` },
  { flags: '--ast', help: 'put the syntax tree (mdast) into the JSON' },
  { flags: '--explain', help: 'list each cut block with who cut it and why: in JSON, and on standard error' },
  { flags: '-o, --output <file>', help: 'write to a file; refuses to overwrite without --force' },
  { flags: '--out-dir <dir>', help: 'write one file an input into a folder' },
  { flags: '--force', help: 'overwrite what is there' },
  { flags: '--files-from <file>', help: 'read the names of inputs from a file, one a line; - for standard input' },
  { flags: '-0, --null', help: 'names in --files-from end in a NUL byte, as find -print0 writes them' },
  { flags: '--ignore <glob...>', help: 'leave out files of folders that match' },
  {
    flags: '--html-field <name>',
    help: 'field of JSON Lines, CSV or Parquet that holds HTML; a.b for one inside another',
  },
  { flags: '--text-field <name>', help: 'field that holds plain text' },
  { flags: '--url-field <name>', help: "field that holds the page's address" },
  {
    flags: '--truncated <how>',
    help: 'records and members that are cut short: skip them, or convert what there is',
    choices: ['skip', 'convert'],
    preset: 'skip',
  },
  { flags: '--report <file>', help: 'write a line of JSON for each page, record and member read' },
  { flags: '--jobs <number>', help: 'worker threads for several pages; by default as many as there are cores' },
  { flags: '--timeout <seconds>', help: 'give a page up that takes longer; by default 120 among several, none alone' },
  { flags: '--max-bytes <size>', help: 'refuse larger pages; 500kB, 20MB and 1GiB are understood', preset: '100MB' },
  { flags: '-q, --quiet', help: 'no summary, only errors' },
  { flags: '-v, --verbose', help: 'the summary also where standard output is no terminal' },
  { flags: '--color <when>', help: 'colour on the terminal', choices: ['auto', 'always', 'never'], preset: 'auto' },
  { flags: VERSION_FLAGS, help: 'print the version' },
  { flags: HELP_FLAGS, help: 'print this help' },
];

export const EXAMPLES: readonly (readonly [command: string, what: string])[] = [
  ['article-convert page.html', 'Markdown on standard output'],
  ['article-convert https://example.org/story -o story.md', 'from an address into a file'],
  ['curl -s https://example.org/story | article-convert --url https://example.org/story --json', 'JSON from a pipe'],
  ['article-convert --from text notes.txt --explain', 'flat text, and what was cut from it'],
  ['article-convert *.html --to jsonl > pages.jsonl', 'many pages, one JSON object a line'],
];

export const EXIT_CODES: readonly (readonly [code: number, what: string])[] = [
  [0, 'done'],
  [1, 'the run failed: no input could be read, or the output cannot be written'],
  [2, 'wrong usage'],
  [3, 'one page, and no content in it'],
  [4, 'some of several inputs failed'],
  [130, 'interrupted'],
];
