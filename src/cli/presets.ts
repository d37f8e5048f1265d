/** What the flags are where none is given: then there is nothing to parse, and the parser need not be loaded. */
import { FLAGS } from './flags.ts';

/** By the names that commander gives them; a test holds them to be what it gives. */
export function presets(): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { flags, preset } of FLAGS) {
    const negated = flags.startsWith(NEGATION);
    if (preset === undefined && !negated) continue;
    const long = flags.slice(negated ? NEGATION.length : flags.indexOf('--') + 2).split(' ', 1)[0] as string;
    values[long.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())] = preset ?? true;
  }
  return values;
}

/** `--no-links` is on by default, and is called `links`. */
const NEGATION = '--no-';
