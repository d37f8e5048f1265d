/** Which marks an element puts on the text inside it: by its name, and by its style where word processors write it there. */
import { attribute, type NodeId, tag } from '../../tree/node.ts';
import { squeeze } from '../../words.ts';
import { safeAddress } from './address.ts';
import type { Marks } from './pieces.ts';
import type { State } from './state.ts';

type Mark = 'strong' | 'emphasis' | 'delete';

const BY_NAME: Readonly<Record<string, Mark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  s: 'delete',
  del: 'delete',
  strike: 'delete',
};
const CODE = new Set(['code', 'tt', 'samp']);
/** The closed list of tags that are written as they are: Markdown has no syntax for them. */
const RAW = new Set(['sub', 'sup', 'kbd', 'ins', 'mark']);
/** With `allowHtml`: tags that change what a reader sees, without attributes. */
const ALLOWED = new Set([...RAW, ...'abbr bdi bdo cite dfn q rb rp rt ruby samp small time u var'.split(' ')]);
const STYLED = new Set(['span', 'font', 'b', 'strong', 'i', 'em']);

export function marksOf(state: State, node: NodeId, marks: Marks): Marks {
  const { tree } = state;
  const name = tag(tree, node);
  const style = STYLED.has(name) ? (attribute(tree, node, 'style') ?? '') : '';
  let inside = marks;
  const mark = BY_NAME[name];
  if (marks.code === undefined) {
    if (mark !== undefined && !isUndone(mark, style)) inside = { ...inside, [mark]: marks[mark] ?? node };
    if (style !== '' && (name === 'span' || name === 'font')) inside = withStyle(inside, style, node);
    if ((state.allowHtml ? ALLOWED : RAW).has(name) && !marks.raw?.includes(name))
      inside = { ...inside, raw: [...(marks.raw ?? []), name] };
    if (CODE.has(name)) inside = { ...inside, code: node };
  }
  if (name === 'a' && state.links && marks.link === undefined) inside = withLink(state, node, inside);
  if (style !== '' && /white-space\s*:\s*pre/i.test(style)) inside = { ...inside, lines: true };
  return inside;
}

/** Google Docs wraps whole documents in a `<b>` that is not bold. */
const isUndone = (mark: Mark, style: string): boolean =>
  (mark === 'strong' && /(?:^|[;\s])font-weight\s*:\s*(?:normal|[1-4]00)\b/i.test(style)) ||
  (mark === 'emphasis' && /(?:^|[;\s])font-style\s*:\s*normal/i.test(style));

function withStyle(marks: Marks, style: string, node: NodeId): Marks {
  const add = (mark: Mark, pattern: RegExp) => marks[mark] ?? (pattern.test(style) ? node : undefined);
  return {
    ...marks,
    strong: add('strong', /(?:^|[;\s])font-weight\s*:\s*(?:bold|[6-9]00)\b/i),
    emphasis: add('emphasis', /(?:^|[;\s])font-style\s*:\s*(?:italic|oblique)/i),
    delete: add('delete', /text-decoration[\w-]*\s*:[^;]*line-through/i),
  };
}

function withLink(state: State, node: NodeId, marks: Marks): Marks {
  const address = safeAddress(attribute(state.tree, node, 'href'), state.base);
  if (address === undefined) return marks;
  if (address === 'unsafe') {
    state.unsafe += 1;
    return marks;
  }
  const title = squeeze(attribute(state.tree, node, 'title') ?? '');
  return { ...marks, link: { url: address.url, title: title || undefined } };
}
