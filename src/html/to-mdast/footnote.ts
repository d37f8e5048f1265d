/**
 * Which links are footnote marks and which elements are their notes: a mark is a link to an element further down
 * that looks like a mark (by role, class, a raised or bracketed number); its note is that element, without the links back.
 */
import {
  attribute,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nodeCount,
  parent,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { isElement, nameSet, ofTag } from '../../tree/scan.ts';
import { BLOCKS } from './elements.ts';

export interface Footnotes {
  /** Label of the note that a link points to, by the link. */
  readonly references: ReadonlyMap<NodeId, string>;
  /** Label by the element that is the note. */
  readonly definitions: ReadonlyMap<NodeId, string>;
  /** Links from a note back to its marks, and the number that opens a note. */
  readonly backLinks: ReadonlySet<NodeId>;
  /** Elements that hold nothing but notes, with a rule or a heading over them. */
  readonly sections: ReadonlySet<NodeId>;
}

const MARK_CLASS =
  /(?:^|\s)(?:footnote-?ref|footnote|footnote-?anchor|fn-?ref|noteref|reference|easy-footnote|sdfootnoteanc|footnote-link)(?:\s|$)/i;
const MARK_ADDRESS = /^#(?:fn|cite_note|_ftn|_edn|footnote|user-content-fn|endnote|note|sdfootnote|en-?\d|n\d)/i;
const MARK_TEXT = /^\s*[[(]?\s*(?:\d{1,4}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,5})\s*[\])]?\s*$/i;
const BACK_TEXT = /^[\s^↩↑⏎↵⤴\ufe0e\ufe0f]*$|^\s*(?:jump (?:up|back)|back(?: to (?:text|content|top))?|return)\W*$/i;
const SECTION = /(?:^|[\s_-])(?:footnotes?|endnotes?|references|notes)(?:$|[\s_-])/i;
const NOTE = new Set(['li', 'p', 'div', 'dd', 'aside', 'dt', 'section']);
/** A box with more text or with headings is a part of the page that happens to be linked to. */
const LONGEST_NOTE = 4000;

export function findFootnotes(tree: Tree, alive: Uint8Array): Footnotes {
  const links = localLinks(tree, alive);
  if (links.length === 0) return NO_FOOTNOTES;
  const byId = new Map<string, NodeId>();
  for (let node = 1; node < nodeCount(tree); node += 1) {
    if (!isElement(tree, node) || alive[node] !== 1) continue;
    const name = tag(tree, node) === 'a' ? attribute(tree, node, 'name') : undefined;
    for (const id of [attribute(tree, node, 'id'), name]) if (id && !byId.has(id)) byId.set(id, node);
  }
  const references = new Map<NodeId, string>();
  const definitions = new Map<NodeId, string>();
  for (const link of links) {
    if (!looksLikeMark(tree, link)) continue;
    const target = targetOf(byId, attribute(tree, link, 'href') ?? '');
    const note = target === undefined ? NONE : noteAround(tree, target);
    if (target === undefined || note === NONE || note < link || definitions.has(noteAround(tree, link))) continue;
    const label = definitions.get(note) ?? String(definitions.size + 1);
    definitions.set(note, label);
    references.set(link, label);
  }
  return {
    references,
    definitions,
    backLinks: backLinksOf(tree, links, byId, references, definitions),
    sections: sectionsOf(tree, definitions),
  };
}

const NO_FOOTNOTES: Footnotes = {
  references: new Map(),
  definitions: new Map(),
  backLinks: new Set(),
  sections: new Set(),
};

const LINKS = nameSet('a');

/** Links to a place in the page. */
function localLinks(tree: Tree, alive: Uint8Array): NodeId[] {
  const links: NodeId[] = [];
  for (let node = 1; node < nodeCount(tree); node += 1) {
    if (alive[node] === 1 && ofTag(LINKS, tree, node) === 1 && /^#./.test(attribute(tree, node, 'href') ?? ''))
      links.push(node);
  }
  return links;
}

function targetOf(byId: ReadonlyMap<string, NodeId>, href: string): NodeId | undefined {
  const id = href.slice(1);
  const found = byId.get(id);
  if (found !== undefined || !id.includes('%')) return found;
  try {
    return byId.get(decodeURIComponent(id));
  } catch {
    return undefined;
  }
}

function looksLikeMark(tree: Tree, link: NodeId): boolean {
  const up = parent(tree, link);
  if (attribute(tree, link, 'role') === 'doc-backlink' || attribute(tree, link, 'data-footnote-backref') !== undefined)
    return false;
  if (attribute(tree, link, 'role') === 'doc-noteref' || attribute(tree, link, 'data-footnote-ref') !== undefined)
    return true;
  const shown = text(tree, link);
  if (!MARK_TEXT.test(shown)) return false;
  const classes = `${attribute(tree, link, 'class') ?? ''} ${attribute(tree, up, 'class') ?? ''}`;
  return (
    MARK_CLASS.test(classes) ||
    MARK_ADDRESS.test(attribute(tree, link, 'href') ?? '') ||
    tag(tree, up) === 'sup' ||
    holdsSup(tree, link)
  );
}

const holdsSup = (tree: Tree, link: NodeId): boolean =>
  tag(tree, link + 1) === 'sup' && parent(tree, link + 1) === link;

/** The block an address leads to: itself, or the one around an anchor in a line. */
function noteAround(tree: Tree, target: NodeId): NodeId {
  for (let at = target; at > 0; at = parent(tree, at)) {
    const name = tag(tree, at);
    if (NOTE.has(name)) {
      const up = parent(tree, at);
      const note = tag(tree, up) === 'li' && name !== 'li' && at !== target ? up : at;
      return /^(?:div|section|aside)$/.test(name) && !isShort(tree, note) ? NONE : note;
    }
    if (BLOCKS.has(name)) return NONE;
  }
  return NONE;
}

function isShort(tree: Tree, note: NodeId): boolean {
  let length = 0;
  for (let at = firstChild(tree, note); at !== NONE && length <= LONGEST_NOTE; at = nextInside(tree, at, note)) {
    if (/^h[1-6]$/.test(tag(tree, at))) return false;
    if (kind(tree, at) === 'text') length += text(tree, at).length;
  }
  return length <= LONGEST_NOTE;
}

/** In a note: links to its own marks, and links that only say "back". */
function backLinksOf(
  tree: Tree,
  links: readonly NodeId[],
  byId: ReadonlyMap<string, NodeId>,
  references: ReadonlyMap<NodeId, string>,
  definitions: ReadonlyMap<NodeId, string>,
): Set<NodeId> {
  const found = new Set<NodeId>();
  if (definitions.size === 0) return found;
  for (const link of links) {
    if (references.has(link) || !isInNote(tree, link, definitions)) continue;
    const target = targetOf(byId, attribute(tree, link, 'href') ?? '');
    const isBack =
      attribute(tree, link, 'role') === 'doc-backlink' || attribute(tree, link, 'data-footnote-backref') !== undefined;
    const shown = text(tree, link);
    if (isBack || BACK_TEXT.test(shown) || (target !== undefined && target < link && MARK_TEXT.test(shown)))
      found.add(link);
  }
  return found;
}

function isInNote(tree: Tree, node: NodeId, definitions: ReadonlyMap<NodeId, string>): boolean {
  for (let at = parent(tree, node); at > 0; at = parent(tree, at)) if (definitions.has(at)) return true;
  return false;
}

function sectionsOf(tree: Tree, definitions: ReadonlyMap<NodeId, string>): Set<NodeId> {
  const found = new Set<NodeId>();
  for (const note of definitions.keys()) {
    for (let at = parent(tree, note), count = 0; at > 0 && count < 3; at = parent(tree, at), count += 1) {
      const names = `${attribute(tree, at, 'class') ?? ''} ${attribute(tree, at, 'id') ?? ''} ${attribute(tree, at, 'role') ?? ''}`;
      if (
        !/^(?:body|main|article)$/.test(tag(tree, at)) &&
        (SECTION.test(names) || attribute(tree, at, 'data-footnotes') !== undefined)
      )
        found.add(at);
    }
  }
  return found;
}
