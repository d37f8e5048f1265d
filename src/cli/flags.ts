/** The one table of flags: the parser, `--help`, docs/cli.md, the man page and the completions are made from it. */
import { BATCH } from './flags/batch.ts';
import { CONVERTING } from './flags/converting.ts';
import { READING } from './flags/reading.ts';
import { SHELL } from './flags/shell.ts';
import { WRITING } from './flags/writing.ts';

/** The headings that flags stand under, in their order. */
export const GROUPS = ['Reading', 'Converting', 'Writing', 'Batches', 'Shell'] as const;

export interface Flag {
  readonly group: (typeof GROUPS)[number];
  /** As commander writes it: `-o, --output <file>`. */
  readonly flags: string;
  readonly help: string;
  readonly choices?: readonly string[];
  readonly preset?: string;
  /** Takes several values, parted by commas or given with the flag again. */
  readonly isMany?: boolean;
  /** Takes a value each time it is given, commas and all. */
  readonly isRepeated?: boolean;
}

export const FLAGS: readonly Flag[] = [...READING, ...CONVERTING, ...WRITING, ...BATCH, ...SHELL];

export const DESCRIPTION = 'Turns scraped HTML, or plain text flattened from HTML, into clean Markdown or JSON.';

export const INPUT_HELP =
  'INPUT is a file, a folder, an archive, a glob, an http(s) address, or - for standard input. Without one, piped standard input is read.';

export const EXAMPLES: readonly (readonly [command: string, what: string])[] = [
  ['article-convert page.html', 'Markdown on standard output'],
  ['article-convert https://example.org/story -o story.md', 'from an address into a file'],
  ['curl -s https://example.org/story | article-convert --url https://example.org/story --json', 'JSON from a pipe'],
  ['article-convert --from text notes.txt --explain', 'flat text, and what was cut from it'],
  ['article-convert *.html --to jsonl > pages.jsonl', 'many pages, one JSON object a line'],
  ['find site -name "*.html" -print0 | article-convert -0 --files-from - --out-dir out', 'names from a pipe'],
  [
    'article-convert crawl.warc.gz --to jsonl --dedupe near --lang en --min-words 100',
    'the English articles, each once',
  ],
];

export const EXIT_CODES: readonly (readonly [code: number, what: string])[] = [
  [0, 'done'],
  [1, 'the run failed: no input could be read, or the output cannot be written'],
  [2, 'wrong usage'],
  [3, 'one page, and no content in it'],
  [4, 'some of several inputs failed'],
  [130, 'interrupted'],
];

export const ENVIRONMENT: readonly (readonly [names: string, what: string])[] = [
  ['NO_COLOR', 'no colour, where it is set to anything'],
  ['FORCE_COLOR', 'colour also where standard output is no terminal; 0 for none'],
  ['TERM', 'dumb for no colour and no moving line'],
  ['HTTP_PROXY, HTTPS_PROXY, NO_PROXY', 'the proxy that addresses are fetched through'],
];
