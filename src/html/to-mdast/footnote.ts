/**
 * Which links are footnote marks and which elements are their notes: a mark is a link to an element further down
 * that looks like a mark (by role, class, a raised or bracketed number); its note is that element, without the links back.
 */
import {
  attribute,
  attributeValue,
  findAttribute,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nextSibling,
  nodeCount,
  parent,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { attributeId, behind, isElement, nameSet, ofTag } from '../../tree/scan.ts';
import { valueMayHold, WordSearch } from '../../tree/word-search.ts';
import { ASIDE, type ClassWords } from './class-words.ts';
import { BLOCKS } from './elements.ts';
import { isMarkText, looksLikeBack, looksLikeMark } from './footnote-mark.ts';

export interface Footnotes {
  /** Label of the note that a link points to, by the link. */
  readonly references: ReadonlyMap<NodeId, string>;
  /** Label by the element that is the note. */
  readonly definitions: ReadonlyMap<NodeId, string>;
  /** Label by the note that stands in the line it belongs to. */
  readonly asides: ReadonlyMap<NodeId, string>;
  /** Where several notes share an element: the child that each begins with. */
  readonly parts: ReadonlyMap<NodeId, ReadonlyMap<NodeId, string>>;
  /** How a note is marked in the text, by its label: the note may begin with it. */
  readonly shown: ReadonlyMap<string, string>;
  /** Links from a note back to its marks, and the number that opens a note. */
  readonly backLinks: ReadonlySet<NodeId>;
  /** Elements that hold nothing but notes, with a rule or a heading over them. */
  readonly sections: ReadonlySet<NodeId>;
}

const SECTION = /(?:^|[\s_-])(?:footnotes?|endnotes?|references|notes)(?:$|[\s_-])/i;
const NOTE = new Set(['li', 'p', 'div', 'dd', 'aside', 'section']);
/** Tables whose rows are notes: docutils, a plugin of WordPress. */
const NOTE_TABLE = /(?:^|[\s_])footnotes?(?:$|[\s_-])/i;
/** A plugin of WordPress moves to the note by a script. */
const SCRIPTED = /\('(footnote_plugin_reference_\w+)'\)/;
/** A box with more text or with headings is a part of the page that happens to be linked to. */
const LONGEST_NOTE = 4000;

/** @param page the page's own address: links to it are links inside it */
export function findFootnotes(
  tree: Tree,
  alive: Uint8Array,
  classWords: ClassWords,
  page: string | undefined,
): Footnotes {
  const { links, asides, byId } = collect(tree, alive, classWords, page);
  const references = new Map<NodeId, string>();
  const definitions = new Map<NodeId, string>();
  const labels = new Map<NodeId, string>();
  const parts = new Map<NodeId, Map<NodeId, string>>();
  const shown = new Map<string, string>();
  const leads: NodeId[] = [];
  let count = 0;
  const marks = [...links.keys(), ...asides].sort((one, other) => one - other);
  for (const mark of marks) {
    const id = links.get(mark);
    if (id === undefined) {
      count += 1;
      labels.set(mark, String(count));
      continue;
    }
    const isMark = looksLikeMark(tree, mark, id);
    if (!isMark && !isMarkText(text(tree, mark))) continue;
    const target = byId(id);
    const note = target === undefined ? NONE : noteOf(tree, target);
    if (target === undefined || note === NONE || note < mark || definitions.has(noteOf(tree, mark))) continue;
    if (!isMark && !isAnswered(tree, links, note, mark)) continue;
    const own = childAround(tree, note, target);
    let label = definitions.get(note);
    if (label !== undefined && own !== NONE) label = parts.get(note)?.get(own);
    if (label === undefined) {
      count += 1;
      label = String(count);
      if (own !== NONE) parts.set(note, (parts.get(note) ?? new Map()).set(own, label));
      if (!definitions.has(note)) definitions.set(note, label);
      shown.set(label, text(tree, mark).replace(/[\s[\]()]/g, ''));
      if (tag(tree, target) === 'dt') leads.push(target);
    }
    references.set(mark, label);
  }
  return {
    references,
    definitions,
    asides: new Map(asides.map((aside) => [aside, labels.get(aside) ?? ''])),
    parts,
    shown,
    backLinks: new Set([...leads, ...backLinksOf(tree, links, byId, references, definitions)]),
    sections: sectionsOf(tree, definitions),
  };
}

const LINKS = nameSet('a');
const NUMBER_SIGN = new WordSearch('#');

interface Ends {
  /** The id that a link to this page points to, by the link. */
  readonly links: ReadonlyMap<NodeId, string>;
  readonly asides: readonly NodeId[];
  readonly byId: (id: string) => NodeId | undefined;
}

function collect(tree: Tree, alive: Uint8Array, classWords: ClassWords, page: string | undefined): Ends {
  const links = new Map<NodeId, string>();
  const asides: NodeId[] = [];
  for (let node = 1; node < nodeCount(tree); node += 1) {
    if (alive[node] !== 1 || !isElement(tree, node)) continue;
    const id = ofTag(LINKS, tree, node) === 1 ? targetOf(tree, node, page) : undefined;
    if (id) links.set(node, id);
    else if (classWords.say(node, ASIDE) && ofTag(BLOCKS, tree, node) === 0) asides.push(node);
  }
  // Most pages have no links to themselves: then nobody asks.
  let ids: Map<string, NodeId> | undefined;
  const byId = (id: string): NodeId | undefined => {
    ids ??= namedPlaces(tree, alive);
    return ids.get(id) ?? (id.includes('%') ? ids.get(decoded(id)) : undefined);
  };
  return { links, asides, byId };
}

/** Elements by their ids, links by their names too; the first of each. */
function namedPlaces(tree: Tree, alive: Uint8Array): Map<string, NodeId> {
  const ids = new Map<string, NodeId>();
  for (let node = 1; node < nodeCount(tree); node += 1) {
    if (alive[node] !== 1 || !isElement(tree, node)) continue;
    const name = ofTag(LINKS, tree, node) === 1 ? attribute(tree, node, 'name') : undefined;
    for (const id of [attribute(tree, node, 'id'), name]) if (id && !ids.has(id)) ids.set(id, node);
  }
  return ids;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function targetOf(tree: Tree, link: NodeId, page: string | undefined): string | undefined {
  const at = findAttribute(tree, link, attributeId(tree, 'href'));
  if (at === NONE) return SCRIPTED.exec(attribute(tree, link, 'onclick') ?? '')?.[1];
  if (!valueMayHold(tree, at, NUMBER_SIGN)) return undefined;
  const href = attributeValue(tree, at);
  const cut = href.indexOf('#');
  if (cut <= 0) return cut === 0 ? href.slice(1) : undefined;
  const before = href.slice(0, cut);
  if (page === undefined) return /^https?:\/\//i.test(before) ? href.slice(cut + 1) : undefined;
  return URL.canParse(before, page) && bare(new URL(before, page).href) === bare(page)
    ? href.slice(cut + 1)
    : undefined;
}

const bare = (address: string): string => address.replace(/#.*$/s, '').replace(/^https?:\/\/(?:www\.)?|\/$/g, '');

/** Whether a note has a link back to where a mark stands: then the mark needs no name. */
function isAnswered(tree: Tree, links: Ends['links'], note: NodeId, mark: NodeId): boolean {
  const own = [mark, parent(tree, mark)].map((at) => attribute(tree, at, 'id') ?? attribute(tree, at, 'name'));
  const end = Math.min(behind(tree, note), note + MOST_NODES);
  for (let at = note; at < end; at += 1) {
    const id = links.get(at);
    if (id !== undefined && own.includes(id)) return true;
  }
  return false;
}
/** So many nodes of a note are looked at for the link back. */
const MOST_NODES = 200;

/** The block an address leads to: itself, or the one around an anchor in a line; NONE where it is too much for a note. */
export function noteOf(tree: Tree, target: NodeId): NodeId {
  for (let at = target; at > 0; at = parent(tree, at)) {
    const name = tag(tree, at);
    if (NOTE.has(name)) {
      const up = parent(tree, at);
      const note = tag(tree, up) === 'li' && name !== 'li' && at !== target ? up : at;
      return /^(?:div|section|aside)$/.test(name) && !isShort(tree, note) ? NONE : note;
    }
    if (name === 'dt') return definitionAfter(tree, at);
    if (name === 'table' || name === 'tr') return isNoteTable(tree, at) ? at : NONE;
    if (ofTag(BLOCKS, tree, at) === 1 && name !== 'th' && name !== 'td') return NONE;
  }
  return NONE;
}

function definitionAfter(tree: Tree, term: NodeId): NodeId {
  let at = nextSibling(tree, term);
  while (at !== NONE && kind(tree, at) !== 'element') at = nextSibling(tree, at);
  return tag(tree, at) === 'dd' ? at : NONE;
}

function isNoteTable(tree: Tree, node: NodeId): boolean {
  for (let at = node; at > 0; at = parent(tree, at))
    if (tag(tree, at) === 'table') return NOTE_TABLE.test(attribute(tree, at, 'class') ?? '');
  return false;
}

/** The child of a paragraph that an anchor in it stands in: several notes may share the paragraph. */
function childAround(tree: Tree, note: NodeId, target: NodeId): NodeId {
  if (tag(tree, note) !== 'p' || target === note) return NONE;
  let at = target;
  while (at > note && parent(tree, at) !== note) at = parent(tree, at);
  return parent(tree, at) === note ? at : NONE;
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
  links: Ends['links'],
  byId: Ends['byId'],
  references: ReadonlyMap<NodeId, string>,
  definitions: ReadonlyMap<NodeId, string>,
): NodeId[] {
  if (definitions.size === 0) return [];
  const found: NodeId[] = [];
  for (const [link, id] of links) {
    if (references.has(link) || !isInNote(tree, link, definitions)) continue;
    const target = byId(id);
    const leadsBack = target !== undefined && target < link && isMarkText(text(tree, link));
    if (leadsBack || looksLikeBack(tree, link)) found.push(link);
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
