/** Flags on what is read, and how. */
import type { Flag } from '../flags.ts';

const group = 'Reading';

export const READING: readonly Flag[] = [
  {
    group,
    flags: '--from <kind>',
    help: 'what the input is; auto looks at the content, then at the name',
    choices: ['auto', 'html', 'text', 'jsonl'],
    preset: 'auto',
  },
  { group, flags: '--charset <label>', help: 'encoding of the input, over what the page says' },
  { group, flags: '--url <url>', help: "the page's own address: base of its links" },
  {
    group,
    flags: '--files-from <file>',
    help: 'read the names of inputs from a file, one a line; - for standard input',
  },
  { group, flags: '-0, --null', help: 'names in --files-from end in a NUL byte, as find -print0 writes them' },
  {
    group,
    flags: '--ignore <glob>',
    help: 'leave out files of folders that match; give it again for more',
    isRepeated: true,
  },
  {
    group,
    flags: '--html-field <name>',
    help: 'field of JSON Lines, CSV or Parquet that holds HTML; a.b for one inside another',
  },
  { group, flags: '--text-field <name>', help: 'field that holds plain text' },
  { group, flags: '--url-field <name>', help: "field that holds the page's address" },
  {
    group,
    flags: '--truncated <how>',
    help: 'records and members that are cut short: skip them, or convert what there is',
    choices: ['skip', 'convert'],
    preset: 'skip',
  },
  {
    group,
    flags: '--max-bytes <size>',
    help: 'refuse larger pages; 500kB, 20MB and 1GiB are understood',
    preset: '100MB',
  },
];
