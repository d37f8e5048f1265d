/**
 * Lines of verse that are an element each: lines of one paragraph, and not a paragraph each.
 *
 *   <div class="stanza"><div class="line">The fog comes</div><div class="line">on little cat feet.</div></div>
 */
import {
  attribute,
  firstChild,
  NONE,
  type NodeId,
  nextSibling,
  parent,
  previousSibling,
  tag,
  text,
} from '../../tree/node.ts';
import { isBare, isElement, nameSet, ofTag } from '../../tree/scan.ts';
import { pastBlanks } from './beside.ts';
import { VERSE_LINE } from './class-words.ts';
import { classOf, type State } from './state.ts';

const LINES = nameSet('div p span');
/** What is called so around lines, or around what is around them. */
const VERSE = /(?:^|[\s_-])(?:poem|poetry|verse|stanza|strophe|lyrics|lg|line-?(?:block|group))(?:[\s_-]|$)/i;
/** Longer lines hang under their beginning. */
const HANGING = /text-indent\s*:\s*-/i;

/** Whether an element is a line of verse that comes right behind another. */
export function isNextVerse(state: State, node: NodeId): boolean {
  if (!isVerse(state, node)) return false;
  const { tree } = state;
  const before = pastBlanks(tree, previousSibling(tree, node), previousSibling);
  // A line of nothing parts stanzas.
  return before !== NONE && isVerse(state, before) && text(tree, before).trim() !== '';
}

function isVerse(state: State, node: NodeId): boolean {
  const { tree, classWords } = state;
  if (ofTag(LINES, tree, node) === 0 || isBare(tree, node)) return false;
  if (classWords.say(node, VERSE_LINE)) {
    const around = parent(tree, node);
    return VERSE.test(classOf(tree, around)) || VERSE.test(classOf(tree, parent(tree, around)));
  }
  return HANGING.test(attribute(tree, node, 'style') ?? '') && endsInBreak(state, node);
}

function endsInBreak({ tree }: State, node: NodeId): boolean {
  let last = NONE;
  for (let at = firstChild(tree, node); at !== NONE; at = nextSibling(tree, at))
    if (isElement(tree, at) || text(tree, at).trim() !== '') last = at;
  return last !== NONE && tag(tree, last) === 'br';
}
