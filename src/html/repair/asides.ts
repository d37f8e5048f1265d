/** Small boxes inside a text that their class calls something else: what invites to share, subscribe, follow, vote, read on. */

import { NONE, type NodeId, parent, type Tree, tag } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';
import { holdsWord } from '../class-names.ts';
import { suspectsOf } from '../element-facts.ts';
import { outermost } from '../nearest.ts';
import { isGood, namesOf } from '../page-view.ts';
import { ASIDE } from '../suspicions.ts';
import type { Draft } from './structures.ts';

/** Where a word begins: to look for it at any place takes V8 twice as long to compile. */
const NAME =
  /(?:share(?:daddy|d?-?(?:box|bar|buttons?|links?|icons?|this|tools?))|social-?(?:share|sharing|links?|icons?|media|bar|buttons?)|addtoany\w*|addthis\w*|follow-?us|subscribe(?:-(?:box|form|cta|us|now|widget))?|subscription-?(?:box|form|widget)|sign-?up-?(?:box|form)|promo(?:-?(?:box|block|banner|card))?|poll|survey|related-?(?:posts?|articles?|stories|links?|content|news)|jp-relatedposts|yarpp\S*|read-?(?:more|also|next)|also-?read|see-?also-?box|author-?(?:card|box|bio|info|block)|about-?(?:the-?)?author|bio-?box|(?:article|post|page|story)-?(?:tools|actions|utils|utilities)|read(?:ing)?-?time|time-?to-?read|tts(?:-?player)?|text-?to-?speech|listen(?:-?(?:bar|box|button|player))?|audio-?(?:player|bar)|taboola\S*|outbrain\S*|recommended-?(?:posts?|articles?|reading)|whatsapp-?\w*|telegram-?\w*|cta(?:-(?:box|block|banner|caption|text))?|call-?to-?action|(?:notification|push)-?prompt|app-?(?:banner|promo)|smart-?banner)(?:$|[\s_-])/y;
/** They hold content, whatever they are called. */
const NEVER = nameSet('html body main article h1 h2 h3 h4 h5 h6');

/** More text than this is no invitation; with a larger share of what is kept a box is the page's subject. */
const LONGEST = 400;
const MOST = 0.25;
/** Who wrote a short text may be told at a greater length, behind it. */
const MOST_OF_AUTHOR = 0.5;
const AUTHOR = /(?:^|[\s_-])(?:author-?(?:card|box|bio|info|block)|about-?(?:the-?)?author|bio-?box)(?:$|[\s_-])/;

const LEVELS = 2;

/** By node of `holders` the outermost such box around it, or NONE; undefined where no block stands in one. */
export function asidesOf(tree: Tree, holders: Int32Array): Int32Array | undefined {
  const suspicions = suspectsOf(tree, ASIDE);
  if (suspicions === undefined) return undefined;
  const isAside = (node: NodeId): boolean =>
    ((suspicions[node] as number) & ASIDE) !== 0 &&
    ofTag(NEVER, tree, node) === 0 &&
    holdsWord(namesOf(tree, node), NAME);
  return outermost(tree, holders, isAside);
}

/** A box with kept text before it, in the element that it stands in, and no paragraph of its own. `boxes` are `asidesOf`. */
export function cutAsides({ tree, blocks, keep, set }: Draft, boxes: Int32Array | undefined): void {
  if (boxes === undefined) return;
  const inside = new Map<NodeId, { size: number; first: number }>();
  /** For each element around kept paragraphs, right around them or around their box, the first of these. */
  const firsts = new Map<NodeId, number>();
  const noteFirst = (element: NodeId, at: number) => {
    for (let node = parent(tree, element), level = 0; node > 0 && level < LEVELS; node = parent(tree, node), level += 1)
      if (!firsts.has(node)) firsts.set(node, at);
  };
  let all = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (keep[at] !== 1) continue;
    const { element, text } = block;
    const box = boxes[element] as number;
    all += text.length;
    if (box === NONE) {
      if (isGood(block)) noteFirst(element, at);
      continue;
    }
    const sum = inside.get(box) ?? { size: 0, first: at };
    sum.size += text.length;
    inside.set(box, sum);
  }
  for (let at = 0; at < blocks.length; at += 1) {
    const { element } = blocks[at] as Block;
    const box = boxes[element] as number;
    const sum = keep[at] === 1 ? inside.get(box) : undefined;
    if (sum === undefined || sum.size > LONGEST) continue;
    const first = firsts.get(parent(tree, box)) ?? firsts.get(parent(tree, parent(tree, box)));
    if (first === undefined) continue;
    const isBehind = first < sum.first && AUTHOR.test(namesOf(tree, box));
    if (sum.size <= all * (isBehind ? MOST_OF_AUTHOR : MOST)) set(at, 0, 'aside');
  }
}

/** A line of so many characters that is, behind a label, a link. */
const POINTER = 200;
const POINTER_LINK = 0.5;
const POINTED = 20;
const BOLD = 0.9;
/** Fewer letters are no paragraph that a line could interrupt. */
const PARAGRAPH = 20;

/**
 * `<p><b>Read also: <a>Another story</a></b></p>` between two paragraphs leads away from the text: it is bold or italic as a
 * whole, or there are several under one label.
 */
export function cutPointerLines({ tree, blocks, keep, set }: Draft): void {
  const labels = new Map<string, number[]>();
  for (let at = 1; at + 1 < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const { element, text, linked, links, images } = block;
    if (keep[at] !== 1 || links !== 1 || images > 0 || text.length > POINTER || tag(tree, element) !== 'p') continue;
    if (linked < POINTED || linked < text.length * POINTER_LINK) continue;
    const label = text.slice(0, text.length - linked);
    if (!LABEL.test(label)) continue;
    const around = parent(tree, element);
    if (!isParagraph(at - 1, around) || !isParagraph(at + 1, around)) continue;
    if (isGood(blocks[at - 1] as Block) || isGood(blocks[at + 1] as Block)) note(label, at);
  }
  for (const lines of labels.values())
    for (const at of lines) if (lines.length > 1 || isSetApart(blocks[at] as Block)) set(at, 0, 'pointer');

  function note(label: string, at: number): void {
    const lines = labels.get(label);
    if (lines === undefined) labels.set(label, [at]);
    else lines.push(at);
  }

  function isParagraph(at: number, around: NodeId): boolean {
    const { element, text, linked } = blocks[at] as Block;
    if (keep[at] !== 1 || parent(tree, element) !== around || tag(tree, element) !== 'p') return false;
    return linked < text.length * MOST_LINKED && weightOf(text) >= PARAGRAPH;
  }
}

const MOST_LINKED = 0.3;

const isSetApart = ({ text, bold, inline }: Block): boolean =>
  bold >= text.length * BOLD || inline === 'em' || inline === 'i';

/** A word or some that lead to the link. */
const LABEL = /^[^.!?:]{2,40}[:：»›→|–—]\s*$/u;
