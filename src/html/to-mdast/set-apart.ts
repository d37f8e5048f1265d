/**
 * What a style sheet sets apart with no blank between: parts of one component, named apart, and the number of a section
 * before its title.
 *
 *   <span class="meta__date">12 May</span><span class="meta__author">Ann Lee</span>   <span class="secno">2.1</span>Results
 */
import { firstChild, NONE, type NodeId, nextSibling, parent, previousSibling, text } from '../../tree/node.ts';
import { behind, isBare, nameSet, ofTag } from '../../tree/scan.ts';
import { pastBlanks } from './beside.ts';
import { classOf, type State } from './state.ts';

const PARTS = nameSet('span time small strong b');
/** `card__date`, `stat-card-value`, `LinkCard-title`: what it is a part of, and which part. */
const PART = /^([A-Za-z\d]+(?:__|[-_][A-Za-z\d_-]*[-_])|[A-Z]?[a-z]+[A-Z][A-Za-z]*[-_])([A-Za-z]{3,})$/;
/** Each name is compared with each of the other element, and each element with those before it that hold nothing. */
const MOST_NAMES = 20;
const MOST_DRAWN = 4;
/** They say how a text looks. */
const LOOK = /^(?:text|font|color|bg|border|is|has|u)-/i;
/** One letter may be the first of a word. */
const endsWord = (said: string): boolean => /[\p{L}\p{N}][\p{L}\p{M}]$|\p{N}$/u.test(said);
const beginsWord = (said: string): boolean => /^[\p{L}\p{N}]/u.test(said);
const endsInLetter = (said: string): boolean => /[\p{L}\p{N}][\p{L}\p{M}]$/u.test(said);
const beginsOtherwise = (said: string): boolean => /^[\p{Sc}(#@]/u.test(said);

/** Whether an element is another part of what the element right before it is a part of, and their words touch. */
export function isNextPart({ tree }: State, node: NodeId): boolean {
  if (ofTag(PARTS, tree, node) === 0 || isBare(tree, node)) return false;
  let before = previousSibling(tree, node);
  // Dots between a dish and its price are drawn.
  for (let drawn = 0; drawn < MOST_DRAWN && before !== NONE; drawn += 1) {
    if (ofTag(PARTS, tree, before) === 0 || text(tree, before) !== '') break;
    before = previousSibling(tree, before);
  }
  if (before === NONE || ofTag(PARTS, tree, before) === 0 || isBare(tree, before)) return false;
  const own = classOf(tree, node);
  const other = classOf(tree, before);
  if (own === '' || other === '' || own === other) return false;
  const left = text(tree, before);
  const right = text(tree, node);
  if (areSaidApart(left, right)) return true;
  const areTouching = beginsWord(right) ? endsWord(left) : beginsOtherwise(right) && endsInLetter(left);
  if (!areTouching) return false;
  const names = own.split(/\s+/, MOST_NAMES);
  const others = other.split(/\s+/, MOST_NAMES);
  return names.some((name) => others.some((other) => areParts(name, other)));
}

/** `View all featuresView fewer features`: a capital behind a small letter or a sentence, and more than one word. */
const areSaidApart = (left: string, right: string): boolean =>
  /^\p{Lu}\p{Ll}/u.test(right) &&
  (/\p{Ll}{4}$/u.test(left)
    ? /\S\s\S/.test(left) || /\S\s\S/.test(right)
    : /[.!?…]["”»)]?$/.test(left) && /\s/.test(left));

function areParts(one: string, other: string): boolean {
  const [, whole, part] = PART.exec(one) ?? [];
  if (whole === undefined || LOOK.test(one)) return false;
  const [, otherWhole, otherPart] = PART.exec(other) ?? [];
  return whole === otherWhole && part !== otherPart;
}

const NUMBER_NAME = /(?:^|[\s_-])(?:sec(?:t|tion)?|chap(?:ter)?|toc|heading)[-_]?(?:no|num(?:ber)?)(?:[\s_-]|$)/i;
const TITLES = nameSet('h1 h2 h3 h4 h5 h6 a dt');
const MARKED = nameSet('span b strong em i');
/** So many nodes an element with a number has at most. */
const MOST_NODES = 4;
/** `1.`, `[12]`, `(3)`. */
const isMarker = (said: string): boolean => /^(?:\p{N}{1,3}[.)]|\[\p{N}{1,3}\]|\(\p{N}{1,3}\))$/u.test(said);

/** Whether an element is the number of a section or an item, at the beginning of the words that it touches. */
export function isTouchingNumber({ tree }: State, node: NodeId): boolean {
  if (ofTag(MARKED, tree, node) === 0 || behind(tree, node) - node > MOST_NODES) return false;
  const next = nextSibling(tree, node);
  if (next === NONE || pastBlanks(tree, firstChild(tree, parent(tree, node)), nextSibling) !== node) return false;
  const isSection =
    !isBare(tree, node) && NUMBER_NAME.test(classOf(tree, node)) && ofTag(TITLES, tree, parent(tree, node)) === 1;
  const said = text(tree, node).trim();
  return (isSection ? /\p{N}[.)]?$/u.test(said) : isMarker(said)) && /^\p{L}/u.test(text(tree, next));
}
