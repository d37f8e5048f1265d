/** Flags on what becomes of a page. */
import type { Flag } from '../flags.ts';

const group = 'Converting';

export const CONVERTING: readonly Flag[] = [
  { group, flags: '--full-page', help: 'convert the whole page, extract nothing' },
  { group, flags: '--no-links', help: 'keep the text of links only' },
  { group, flags: '--no-images', help: 'drop images' },
  {
    group,
    flags: '--tables <how>',
    help: 'auto tells data tables from layout; grid writes each as a grid, html writes data tables as HTML',
    choices: ['auto', 'grid', 'html'],
    preset: 'auto',
  },
  {
    group,
    flags: '--allow-html',
    help: 'let tags through that Markdown has no syntax for (details, ruby, abbr, u …), without attributes',
  },
  { group, flags: '--explain', help: 'list each cut block with who cut it and why: in JSON, and on standard error' },
];
