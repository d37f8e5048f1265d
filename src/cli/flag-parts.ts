/** A line of the flag table, taken apart for what is made from it: completions, the man page, the schema of --config. */
import type { Flag } from './flags.ts';

export interface FlagParts {
  /** `-o`. */
  readonly short?: string;
  /** `--output`. */
  readonly long: string;
  /** `file` of `<file>`; without one it is a switch. */
  readonly value?: string;
  /** It may be given several times. */
  readonly isMany: boolean;
  /** Its values are parted by commas. */
  readonly isParted: boolean;
  readonly choices: readonly string[];
  readonly help: string;
}

export function partsOf({ flags, help, choices = [], isMany = false, isRepeated = false }: Flag): FlagParts {
  const match = /^(?:(-\w), )?(--[\w-]+)(?: <([^>]+)>)?$/.exec(flags);
  if (match === null) throw new Error(`flag table: '${flags}' is not written as flags are`);
  const [, short, long = '', value] = match;
  return {
    ...(short === undefined ? {} : { short }),
    long,
    ...(value === undefined ? {} : { value }),
    isMany: isMany || isRepeated,
    isParted: isMany,
    choices,
    help,
  };
}

/** What a shell completes a value with. */
export function kindOfValue({ value, choices }: FlagParts): 'choice' | 'file' | 'folder' | 'other' {
  if (choices.length > 0) return 'choice';
  if (value === 'file' || value === 'glob') return 'file';
  return value === 'dir' ? 'folder' : 'other';
}
