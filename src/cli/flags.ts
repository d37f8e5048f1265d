/** The one table of flags: the parser, `--help` and docs/cli.md are made from it. */
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

export const FLAGS: readonly Flag[] = [
  {
    flags: '--from <kind>',
    help: 'what the input is; auto looks at the content, then at the name',
    choices: ['auto', 'html', 'text'],
    preset: 'auto',
  },
  { flags: '--charset <label>', help: 'encoding of the input, over what the page says' },
  { flags: '--url <url>', help: "the page's own address: base of its links" },
  { flags: '--to <format>', help: 'output format', choices: FORMATS, preset: 'markdown' },
  { flags: '--json', help: 'short for --to json' },
  { flags: '--full-page', help: 'convert the whole page, extract nothing' },
  { flags: '--no-links', help: 'keep the text of links only' },
  { flags: '--no-images', help: 'drop images' },
  { flags: '--explain', help: 'list each cut block with who cut it and why: in JSON, and on standard error' },
  { flags: '-o, --output <file>', help: 'write to a file; refuses to overwrite without --force' },
  { flags: '--out-dir <dir>', help: 'write one file an input into a folder' },
  { flags: '--force', help: 'overwrite what is there' },
  { flags: '--max-bytes <size>', help: 'refuse larger inputs; 500kB, 20MB and 1GiB are understood', preset: '100MB' },
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
