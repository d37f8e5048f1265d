/** Which marks an element puts on the text inside it: by its name, and by its style where word processors write it there. */
import { attribute, type NodeId, tag } from '../../tree/node.ts';
import { squeeze } from '../../words.ts';
import { safeAddress } from './address.ts';
import type { Marks } from './pieces.ts';
import type { State } from './state.ts';
import { styleOf } from './style-sheet.ts';

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
  const style = STYLED.has(name) ? styleOf(state, node) : '';
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

/** What the style of a paragraph or box puts on the text inside it. */
export function blockMarks(state: State, node: NodeId, marks: Marks): Marks {
  const style = styleOf(state, node);
  if (style === '') return marks;
  const inside = /^(?:p|div)$/.test(tag(state.tree, node)) ? withStyle(marks, style, node) : marks;
  return /white-space\s*:\s*pre/i.test(style) ? { ...inside, lines: true } : inside;
}

const PLAIN: Readonly<Partial<Record<Mark, RegExp>>> = {
  strong: /(?:^|[;\s])font-weight\s*:\s*(?:normal|[1-4]00)\b/i,
  emphasis: /(?:^|[;\s])font-style\s*:\s*normal/i,
};
const MARKED: Readonly<Record<Mark, RegExp>> = {
  strong: /(?:^|[;\s])font-weight\s*:\s*(?:bold(?:er)?|[6-9]00)\b/i,
  emphasis: /(?:^|[;\s])font-style\s*:\s*(?:italic|oblique)/i,
  delete: /text-decoration[\w-]*\s*:[^;]*line-through/i,
};

/** Google Docs wraps whole documents in a `<b>` that is not bold. */
const isUndone = (mark: Mark, style: string): boolean => PLAIN[mark]?.test(style) === true;

/** Marks that a style sets, and those that it takes off again. */
function withStyle(marks: Marks, style: string, node: NodeId): Marks {
  const of = (mark: Mark) =>
    isUndone(mark, style) ? undefined : (marks[mark] ?? (MARKED[mark].test(style) ? node : undefined));
  return { ...marks, strong: of('strong'), emphasis: of('emphasis'), delete: of('delete') };
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
