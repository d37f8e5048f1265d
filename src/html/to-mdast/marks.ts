/** Which marks an element puts on the text inside it: by its name, and by its style where word processors write it there. */
import { attribute, type NodeId, parent, type Tree, tag } from '../../tree/node.ts';
import { isBare, nameSet, nameTable, ofTag } from '../../tree/scan.ts';
import { squeeze } from '../../words.ts';
import { safeAddress } from './address.ts';
import { leadsToItself } from './heading-link.ts';
import { changed, type Marks } from './pieces.ts';
import { classOf, type State } from './state.ts';
import { styleOf } from './style-sheet.ts';

type Mark = 'strong' | 'emphasis' | 'delete';
const MARKS: readonly Mark[] = ['strong', 'emphasis', 'delete'];

/** By name one more than the index of its mark. */
const BY_NAME = nameTable([
  ['b', 1],
  ['strong', 1],
  ['i', 2],
  ['em', 2],
  ['s', 3],
  ['del', 3],
  ['strike', 3],
]);
const CODE = nameSet('code tt samp');
/** The closed list of tags that are written as they are: Markdown has no syntax for them. */
const RAW = nameSet('sub sup kbd ins mark');
/** With `allowHtml`: tags that change what a reader sees, without attributes. */
const ALLOWED = new Set('sub sup kbd ins mark abbr bdi bdo cite dfn q rb rp rt ruby samp small time u var'.split(' '));
const STYLED = nameSet('span font b strong i em');
const SPANS = nameSet('span font');
const LINK = nameSet('a');

export function marksOf(state: State, node: NodeId, marks: Marks): Marks {
  const { tree } = state;
  const style = ofTag(STYLED, tree, node) === 1 && !isBare(tree, node) ? styleOf(state, node) : '';
  let inside = marks;
  if (marks.code === undefined) {
    const mark = MARKS[ofTag(BY_NAME, tree, node) - 1];
    if (mark !== undefined && !isUndone(mark, style) && !isEmoji(tree, node))
      inside = changed(inside, { [mark]: marks[mark] ?? node });
    if (style !== '' && ofTag(SPANS, tree, node) === 1) inside = withStyle(inside, style, node);
    const raw = isRaw(state, node) ? tag(tree, node) : style === '' ? undefined : shiftIn(style);
    if (raw !== undefined && !marks.raw?.includes(raw)) inside = changed(inside, { raw: [...(marks.raw ?? []), raw] });
    if (ofTag(CODE, tree, node) === 1) inside = changed(inside, { code: node });
  }
  if (ofTag(LINK, tree, node) === 1 && state.links && marks.link === undefined) inside = withLink(state, node, inside);
  if (style !== '' && /white-space\s*:\s*pre/i.test(style)) inside = changed(inside, { lines: true });
  return inside;
}

const SHIFT = /(?:^|[;\s])vertical-align\s*:\s*(super|sub)\s*(?:;|!|$)/i;
const shiftIn = (style: string): 'sup' | 'sub' | undefined => {
  const shift = SHIFT.exec(style)?.[1]?.toLowerCase();
  return shift === undefined ? undefined : shift === 'super' ? 'sup' : 'sub';
};

const EMOJI = /(?:^|\s)emoji(?:\s|$)/;
/** Telegram draws each emoji in an `<i class="emoji"><b>`. */
const isEmoji = (tree: Tree, node: NodeId): boolean =>
  EMOJI.test(classOf(tree, node)) || EMOJI.test(classOf(tree, parent(tree, node)));

const isRaw = ({ tree, allowHtml }: State, node: NodeId): boolean =>
  allowHtml ? ALLOWED.has(tag(tree, node)) : ofTag(RAW, tree, node) === 1;

const BOXES = nameSet('p div');

/** What the style of a paragraph or box puts on the text inside it. */
export function blockMarks(state: State, node: NodeId, marks: Marks): Marks {
  const style = isBare(state.tree, node) ? '' : styleOf(state, node);
  if (style === '') return marks;
  const inside = ofTag(BOXES, state.tree, node) === 1 ? withStyle(marks, style, node) : marks;
  return /white-space\s*:\s*pre/i.test(style) ? changed(inside, { lines: true }) : inside;
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
  return changed(marks, { strong: of('strong'), emphasis: of('emphasis'), delete: of('delete') });
}

function withLink(state: State, node: NodeId, marks: Marks): Marks {
  if (leadsToItself(state.tree, node)) return marks;
  const address = safeAddress(attribute(state.tree, node, 'href'), state.base);
  if (address === undefined) return marks;
  if (address === 'unsafe') {
    state.unsafe += 1;
    return marks;
  }
  const title = squeeze(attribute(state.tree, node, 'title') ?? '');
  return changed(marks, { link: { url: address.url, title: title || undefined } });
}
