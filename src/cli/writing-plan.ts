/** Flags on how documents are written → what writers take. Throws a Stop where a format has no place for what is asked. */
import type { MarkdownStyle, WriteOptions } from '../options.ts';
import { MARKDOWN_STYLE } from './flags/writing.ts';
import type { OutputPlan } from './output-plan.ts';
import { usage } from './stop.ts';

interface Given {
  readonly ast?: boolean;
  readonly frontMatter?: boolean;
  readonly md?: string;
}

/**
 * HTML, JSON and Parquet have the metadata with front matter or without: they are no fault.
 * @param yields whether a flag stands in a file of settings, and the format on the command line, which wins
 */
export function writingPlanOf(
  options: Readonly<Record<string, unknown>>,
  to: OutputPlan['to'],
  yields: (flag: string) => boolean,
): WriteOptions {
  const { ast, frontMatter, md } = options as Given;
  if (frontMatter && to === 'text' && !yields('frontMatter')) {
    throw usage('--front-matter begins Markdown, plain text has no place for it: use --to markdown, or --json');
  }
  if (ast && (to === 'markdown' || to === 'text' || to === 'html') && !yields('ast')) {
    throw usage(`--ast puts the syntax tree into the JSON, ${to} has no place for it: use --json or --to jsonl`);
  }
  return {
    ...(ast ? { ast: true } : {}),
    ...(frontMatter ? { frontMatter: true } : {}),
    ...(md === undefined ? {} : { style: styleOf(md) }),
  };
}

function styleOf(written: string): MarkdownStyle {
  const style: Record<string, string> = {};
  for (const part of written.split(',')) {
    const [name = '', value = ''] = part.split(/=(.*)/s).map((side) => side.trim());
    const values: readonly string[] | undefined = Object.entries(MARKDOWN_STYLE).find(([known]) => known === name)?.[1];
    if (values === undefined) throw usage(`--md knows no '${name}', only ${Object.keys(MARKDOWN_STYLE).join(', ')}`);
    if (!values.includes(value)) throw usage(`--md ${name} is one of ${values.join(' ')}, not '${value}'`);
    style[name] = value;
  }
  return style;
}
