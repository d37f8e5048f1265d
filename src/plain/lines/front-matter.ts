/**
 * What a Markdown file says of itself above its text, as site generators read it:
 *
 *   ---
 *   title: Notes on tar
 *   date: 2021-03-04
 *   ---
 */
import type { Verdict } from '../../document.ts';

export interface FrontMatter {
  /** The text with blank lines in its place. */
  readonly text: string;
  /** By key in small letters, quotes off; lists and nested values are passed over. */
  readonly fields: ReadonlyMap<string, string>;
  readonly verdicts: readonly Verdict[];
}

const MOST_LINES = 100;
const FENCE = /^---[ \t]*$/;
const FIELD = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/;
/** The items of a list, what is nested, comments. */
const MORE = /^(?:[ \t]+\S|-[ \t]|#|[ \t]*$)/;

/** Undefined where a text begins otherwise. */
export function frontMatterOf(text: string): FrontMatter | undefined {
  if (!text.startsWith('---')) return undefined;
  const lines = text.split('\n', MOST_LINES).map((line) => line.replace(/\r$/, ''));
  if (!FENCE.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex((line, at) => at > 0 && FENCE.test(line));
  if (end < 2) return undefined;
  const fields = new Map<string, string>();
  for (const line of lines.slice(1, end)) {
    const [, key, value = ''] = FIELD.exec(line) ?? [];
    if (key !== undefined) fields.set(key.toLowerCase(), unquoted(value.trim()));
    else if (!MORE.test(line)) return undefined;
  }
  if (fields.size === 0) return undefined;
  let from = 0;
  for (let at = 0; at <= end; at += 1) {
    const next = text.indexOf('\n', from);
    from = next === -1 ? text.length : next + 1;
  }
  const verdicts = lines
    .slice(0, end + 1)
    .map((line, at): Verdict => ({ keep: false, by: 'line:front-matter', path: `line ${at + 1}`, text: line }));
  return { text: '\n'.repeat(end + 1) + text.slice(from), fields, verdicts };
}

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
