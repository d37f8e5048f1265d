/** What stands in a line of text and is not seen: the extraction's rules look at blocks, this at the words inside them. */
import { attribute, children, NONE, type NodeId, nextSibling, previousSibling, tag, text } from '../../tree/node.ts';
import { isBare, isElement } from '../../tree/scan.ts';
import { pastBlanks } from './beside.ts';
import { UNSEEN } from './class-words.ts';
import { classOf, type State } from './state.ts';

const STYLE =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*0|clip\s*:\s*rect\(1px|clip-path\s*:\s*inset\(\s*(?:50|100)%|font-size\s*:\s*0(?:px)?\s*(?:;|$))/i;
/** Word writes an item's bullet as text, and marks it so. */
const WORD_BULLET = /mso-list\s*:\s*Ignore/i;

export function isHidden(state: State, node: NodeId): boolean {
  const { tree, classWords } = state;
  if (isBare(tree, node)) return false;
  const style = attribute(tree, node, 'style') ?? '';
  if (style !== '' && (STYLE.test(style) || WORD_BULLET.test(style))) return true;
  if (attribute(tree, node, 'hidden') !== undefined) return true;
  if (attribute(tree, node, 'aria-hidden') === 'true')
    return !isRead(state, node) && !isDrawing(state, node) && !isToldTwice(state, node);
  return classWords.say(node, UNSEEN);
}

/** A link of a sentence's length that only screen readers pass over, for it leads where another one does: the teaser of a card. */
const isRead = ({ tree }: State, node: NodeId): boolean =>
  tag(tree, node) === 'a' && attribute(tree, node, 'href') !== undefined && text(tree, node).trim().length >= SENTENCE;
const SENTENCE = 40;

/** KaTeX draws a formula for the eye alone; where the copy for readers is missing, the drawing is all there is. */
const isDrawing = ({ tree }: State, node: NodeId): boolean =>
  /(?:^|\s)katex-html(?:\s|$)/.test(classOf(tree, node)) && previousSibling(tree, node) === NONE;

/** `10<span class="sr-only"> minutes</span> <span aria-hidden="true">min</span>`: the eye reads what the ear is told otherwise. */
function isToldTwice({ tree, classWords }: State, node: NodeId): boolean {
  const said = text(tree, node).trim();
  if (said.length > LONGEST_TWICE || !/[\p{L}\p{N}]/u.test(said) || /icon|symbol/i.test(classOf(tree, node)))
    return false;
  if (tag(tree, node) !== 'span') return false;
  const isUnseen = (at: NodeId): boolean => at !== NONE && isElement(tree, at) && classWords.say(at, UNSEEN);
  const before = pastBlanks(tree, previousSibling(tree, node), previousSibling);
  const inside = before === NONE ? [] : children(tree, before);
  return isUnseen(before) || isUnseen(pastBlanks(tree, nextSibling(tree, node), nextSibling)) || inside.some(isUnseen);
}
const LONGEST_TWICE = 40;
