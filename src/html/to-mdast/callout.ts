/** Boxes that say "note" or "warning", as documentation tools write them → a quote that carries its kind. */
import { attribute, firstChild, kind, NONE, type NodeId, nextInside, tag, text } from '../../tree/node.ts';
import { classOf, type State } from './state.ts';

/** GitHub's five kinds. */
export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

const BOX =
  /(?:^|\s)(?:markdown-alert|admonition|theme-admonition|callout|notecard|custom-block|admonitionblock|alert|hint|note-box|message|infobox-note|rst-note|docutils)(?:\s|$)/i;
/** Names that are a box by themselves where a title of theirs stands inside. */
const KINDS: Readonly<Record<string, CalloutKind>> = {
  note: 'note',
  info: 'note',
  information: 'note',
  abstract: 'note',
  summary: 'note',
  seealso: 'note',
  todo: 'note',
  question: 'note',
  example: 'note',
  quote: 'note',
  primary: 'note',
  secondary: 'note',
  details: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  important: 'important',
  warning: 'warning',
  warn: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
  failure: 'caution',
  bug: 'caution',
};
const TITLE = /(?:^|[\s_-])(?:title|heading|header|title-inner)(?:$|[\s_])|admonition-?heading|admonitionHeading/i;

export function calloutKind({ tree }: State, node: NodeId): CalloutKind | undefined {
  const classes = classOf(tree, node);
  const said = attribute(tree, node, 'data-callout');
  if (said === undefined && !BOX.test(classes)) return undefined;
  if (!/^(?:div|section|aside|blockquote|details|article|p)$/.test(tag(tree, node))) return undefined;
  for (const name of [said ?? '', ...classes.split(/\s+/)]) {
    const bare = name
      .toLowerCase()
      .replace(/^(?:markdown-alert|theme-admonition|admonition|alert|callout|hint|notecard|message|is)-+/, '');
    const found = KINDS[bare];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The element that titles a box, and whether it says more than the kind. */
export function calloutTitle(
  { tree }: State,
  node: NodeId,
): { readonly node: NodeId; readonly isOwn: boolean } | undefined {
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node)) {
    if (kind(tree, at) === 'text' && text(tree, at).trim() !== '') return undefined;
    if (kind(tree, at) !== 'element' || !TITLE.test(classOf(tree, at))) continue;
    const said = text(tree, at)
      .trim()
      .toLowerCase()
      .replace(/[:!.]$/, '');
    return { node: at, isOwn: said !== '' && KINDS[said] === undefined };
  }
  return undefined;
}
