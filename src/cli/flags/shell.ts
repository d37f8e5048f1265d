/** Flags on the command itself: what it says, how it looks, where its settings come from. */
import type { Flag } from '../flags.ts';

const group = 'Shell';

/** The two that commander answers itself. */
export const VERSION_FLAGS = '-V, --version';
export const HELP_FLAGS = '-h, --help';

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

export const SHELL: readonly Flag[] = [
  {
    group,
    flags: '--config <file>',
    help: 'settings as a JSON object: long flags without dashes as keys; the command line wins',
  },
  {
    group,
    flags: '--log-format <format>',
    help: 'how messages on standard error are written: for people, or a JSON object a line',
    choices: ['text', 'json'],
    preset: 'text',
  },
  { group, flags: '-q, --quiet', help: 'no summary, only errors' },
  { group, flags: '-v, --verbose', help: 'the summary also where standard output is no terminal' },
  {
    group,
    flags: '--color <when>',
    help: 'colour on the terminal',
    choices: ['auto', 'always', 'never'],
    preset: 'auto',
  },
  { group, flags: '--completions <shell>', help: 'print a script that completes flags in a shell', choices: SHELLS },
  { group, flags: VERSION_FLAGS, help: 'print the version' },
  { group, flags: HELP_FLAGS, help: 'print this help' },
];
