/** A script for each shell that completes flags, their values and files; made from the flag table. */
import { partsOf } from '../flag-parts.ts';
import type { SHELLS } from '../flags/shell.ts';
import { FLAGS } from '../flags.ts';
import { bashCompletions } from './bash.ts';
import { fishCompletions } from './fish.ts';
import { powershellCompletions } from './powershell.ts';
import { zshCompletions } from './zsh.ts';

const SCRIPTS = {
  bash: bashCompletions,
  zsh: zshCompletions,
  fish: fishCompletions,
  powershell: powershellCompletions,
} as const;

export const completionsFor = (shell: (typeof SHELLS)[number]): string => SCRIPTS[shell](FLAGS.map(partsOf));
