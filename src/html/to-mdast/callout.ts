/** Boxes that say "note" or "warning", as documentation tools write them → a quote that carries its kind. */
import {
  attribute,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nextOutside,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { isBare } from '../../tree/scan.ts';
import { classNames } from '../class-names.ts';
import { BARE_CALLOUT, CALLOUT } from './class-words.ts';
import { classOf, type State } from './state.ts';

/** GitHub's five kinds. */
export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** Boxes that are callouts whatever their kind is called. */
const isSurelyBox = classNames(
  'admonition theme-admonition admonitionblock awsdocs-note starlight-aside confluence-information-macro notion-callout kg-callout-card',
);
const PREFIX =
  /^(?:markdown-alert|attention|awsdocs|theme-admonition|admonition|(?:b[sd]-)?callout|alert|hint|notecard|message|notice|starlight-aside|confluence-information-macro|muialert-(?:standard|filled|outlined|color)|ant-alert|is)[-_]*(?=.)|^note(?=important|tip|warning)/;
const ELEMENT = /^(?:div|section|aside|blockquote|details|article|figure|p)$/;
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
/** Signs that Notion and its like set before the text. */
const SIGNS: readonly (readonly [RegExp, CalloutKind])[] = [
  [/[💡✅]/u, 'tip'],
  [/[❗‼📌]/u, 'important'],
  [/[⚠🚧]/u, 'warning'],
  [/[🚨🛑⛔🚫🔥❌]/u, 'caution'],
];
/** Cards and tabs are titled "Details" or "Summary", too. */
const BARE = /^(?:note|info|information|tip|hint|important|warning|warn|attention|caution|danger)?$/;
const TITLE = /(?:^|[\s_-])(?:title|heading|header|title-inner)(?:$|[\s_])|admonition-?heading|admonitionHeading/i;
const ICON = /(?:^|[\s_-])(?:icon|icon-inline|symbol|emoji)(?:$|\s)/i;

export function calloutKind(state: State, node: NodeId): CalloutKind | undefined {
  const { tree, classWords } = state;
  if (isBare(tree, node)) return undefined;
  const said = attribute(tree, node, 'data-callout') ?? attribute(tree, node, 'data-panel-type');
  const classes = classOf(tree, node);
  if (classes === '' && said === undefined) return undefined;
  const isBox = said !== undefined || classWords.say(node, CALLOUT);
  if (!isBox && !classWords.say(node, BARE_CALLOUT) && tag(tree, node) !== 'details') return undefined;
  if (!ELEMENT.test(tag(tree, node))) return undefined;
  const named = kindNamed([said ?? '', ...classes.split(/\s+/)]);
  if (!isBox) return kindOfNote(classes) ?? (named !== undefined && isTitled(state, node) ? named : undefined);
  const isSure = said !== undefined || isSurelyBox(classes) || tag(tree, node) === 'figure';
  return named ?? (isSure ? signKind(state, node) : undefined);
}

/** Names behind a prefix first: "hint", "alert" and "message" are boxes rather than kinds. */
function kindNamed(names: readonly string[]): CalloutKind | undefined {
  const lower = names.map((name) => name.toLowerCase());
  const bare = lower.map((name) => name.replace(PREFIX, ''));
  const isKind = (name: string, at: number) =>
    KINDS[name] !== undefined && !(name === 'hint' && lower[at] === 'hint' && names.length > 2);
  const found = bare.filter(isKind).map((name) => KINDS[name]);
  // A box may be called a note whatever it is.
  if (found.length > 0) return found.find((kind) => kind !== 'note') ?? 'note';
  if (lower.includes('msg')) return lower.includes('alert') ? 'warning' : 'note';
  return lower.includes('hint') ? 'tip' : undefined;
}

/** `<div class="note warn">`: a box called note, and which one; `<div class="WARNING">`: DocFX titles it in any language. */
function kindOfNote(classes: string): CalloutKind | undefined {
  if (/^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)$/.test(classes)) return KINDS[classes.toLowerCase()];
  const names = classes.toLowerCase().split(/\s+/);
  if (!names.includes('note')) return undefined;
  const other = names.find((name) => /^(?:info|tip|important|warn(?:ing)?|alert|caution|danger)$/.test(name));
  return other === 'alert' ? 'caution' : KINDS[other ?? ''];
}

function signKind(state: State, node: NodeId): CalloutKind {
  const signs = calloutParts(state, node)
    .icons.map((icon) => text(state.tree, icon))
    .join('');
  return SIGNS.find(([pattern]) => pattern.test(signs))?.[1] ?? 'note';
}

/** A bare name counts where the first words say so, in `<details>`, and in DocBook's boxes: cards have "info" with titles, too. */
function isTitled(state: State, node: NodeId): boolean {
  const { tree } = state;
  const { title } = calloutParts(state, node);
  if (title === undefined) return false;
  if (!title.isOwn) return tag(tree, node) === 'details' || BARE.test(bareWord(text(tree, title.node)));
  if (tag(tree, node) === 'details') return true;
  return /^(?:note|tip|important|warning|caution)$/.test(classOf(tree, node)) && classOf(tree, title.node) === 'title';
}

export interface CalloutParts {
  /** Drawings before the text, which say nothing. */
  readonly icons: readonly NodeId[];
  /** The element that titles the box, and whether it says more than the kind. */
  readonly title?: { readonly node: NodeId; readonly isOwn: boolean };
}

export function calloutParts({ tree }: State, node: NodeId): CalloutParts {
  const icons: NodeId[] = [];
  const isIcon = (at: NodeId): boolean =>
    kind(tree, at) === 'element' && ICON.test(classOf(tree, at)) && !/[\p{L}\p{N}]/u.test(text(tree, at));
  for (let at = firstChild(tree, node); at !== NONE; ) {
    if (kind(tree, at) === 'text' && text(tree, at).trim() !== '') break;
    if (kind(tree, at) === 'element') {
      const classes = classOf(tree, at);
      if (isIcon(at)) {
        icons.push(at);
        at = nextOutside(tree, at, node);
        continue;
      }
      const isNamed = TITLE.test(classes) || tag(tree, at) === 'summary';
      if (isNamed || /^(?:h[1-6]|strong|b|p)$/.test(tag(tree, at))) {
        const said = bareWord(text(tree, at));
        if ((isNamed || KINDS[said] !== undefined) && hasMore(tree, at, node)) {
          for (let inner = firstChild(tree, at); inner !== NONE; inner = nextInside(tree, inner, at))
            if (isIcon(inner)) icons.push(inner);
          return { icons, title: { node: at, isOwn: said !== '' && KINDS[said] === undefined } };
        }
      }
    }
    at = nextInside(tree, at, node);
  }
  return { icons };
}

/** Whether something stands behind the title: alone, it is the text. */
function hasMore(tree: Tree, title: NodeId, box: NodeId): boolean {
  for (let at = nextOutside(tree, title, box); at !== NONE; at = nextInside(tree, at, box))
    if (tag(tree, at) === 'img' || (kind(tree, at) === 'text' && text(tree, at).trim() !== '')) return true;
  return false;
}

/** Without the signs and the colon around it. */
const bareWord = (said: string): string => said.replace(/^\P{L}+|(?<!\P{L})\P{L}+$/gu, '').toLowerCase();

const MARKER = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:\s|$)/;

/** `[!NOTE]` at the start of a quotation that a renderer without callouts has left as text. */
export function markedKind(first: string): { readonly kind: CalloutKind; readonly length: number } | undefined {
  const found = MARKER.exec(first);
  return found === null ? undefined : { kind: found[1]?.toLowerCase() as CalloutKind, length: found[0].length };
}
