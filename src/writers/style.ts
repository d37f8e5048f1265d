/** Style of the Markdown: the choices of remark-stringify under one name each, plain data. */
import type { Options } from 'remark-stringify';
import type { MarkdownStyle } from '../options.ts';
import { joinTight } from './join.ts';

const PRESET: Options = {
  bullet: '-',
  emphasis: '*',
  strong: '*',
  fence: '`',
  fences: true,
  rule: '-',
  listItemIndent: 'one',
  join: [joinTight],
};

export function optionsOf(style: MarkdownStyle): Options {
  return {
    ...PRESET,
    ...(style.bullet === undefined ? {} : { bullet: style.bullet }),
    ...(style.ordered === undefined ? {} : { bulletOrdered: style.ordered }),
    ...(style.emphasis === undefined ? {} : { emphasis: style.emphasis }),
    ...(style.strong === undefined ? {} : { strong: style.strong }),
    ...(style.fence === undefined ? {} : { fence: style.fence }),
    ...(style.rule === undefined ? {} : { rule: style.rule }),
    ...(style.headings === undefined ? {} : { setext: style.headings === 'setext' }),
    ...(style.indent === undefined ? {} : { listItemIndent: style.indent }),
    ...(style.numbers === undefined ? {} : { incrementListMarker: style.numbers === 'count' }),
  };
}
