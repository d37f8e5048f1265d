/** Films, maps, charts and recordings that a page shows from elsewhere: they stay where the text around them does. */
import { NONE, type NodeId, parent, type Tree } from '../tree/node.ts';
import { behind, hasTag, nameSet, ofTag } from '../tree/scan.ts';
import type { Block } from './block.ts';
import { factsOf, NOT_DISPLAYED, UNSEEN } from './element-facts.ts';
import { namesOf } from './page-view.ts';

export const EMBEDS = nameSet('iframe video audio embed object');

/** So many boxes lie at the most between an embed and the element that its text stands in. */
const MOST_LEVELS = 8;
/** Such a box holds what is paid for, or asks to subscribe. */
const NOT_CONTENT =
  /(?:^|[\s_-])(?:ads?|advert|adverts|advertisement|advertising|adsbygoogle|adsense|dfp|gpt|sponsor(?:ed)?|promo|newsletter|paywall|cookies?|consent)(?:$|[\s_-])/;

const HEADLINE = nameSet('h1');
/** Between the headline and the text stand names and days, in so few lines and characters. */
const MOST_LINES = 8;
const MOST_CHARACTERS = 200;

/**
 * Marks in `keep` those between kept texts, and all that they hang on: what stands before and behind one in the smallest
 * element with text around it is kept, where there is any. Above the text the headline will do, kept or not.
 */
export function keepEmbeds(tree: Tree, blocks: readonly Block[], keep: Uint8Array): void {
  if (!hasTag(tree, EMBEDS)) return;
  const texts = blocks.filter(({ text, isUnseen }) => text !== '' && !isUnseen);
  let next = 0;
  for (let node: NodeId = 1; node < keep.length; ) {
    if (ofTag(EMBEDS, tree, node) === 0) {
      node += 1;
      continue;
    }
    while (next < texts.length && startOf(texts[next]) < node) next += 1;
    if (isBetweenKept(tree, node, texts, next, keep))
      for (let up = node; up >= 0 && keep[up] === 0; up = parent(tree, up)) keep[up] = 1;
    node = behind(tree, node);
  }
}

const startOf = (block: Block | undefined): NodeId => block?.nodes[0] ?? NONE;
const endOf = (block: Block | undefined): NodeId => block?.nodes.at(-1) ?? NONE;

/** @param next the first of the texts that begins behind the embed */
function isBetweenKept(tree: Tree, embed: NodeId, texts: readonly Block[], next: number, keep: Uint8Array): boolean {
  const { flags } = factsOf(tree);
  const before = texts[next - 1];
  const isAmong = endOf(before) > embed;
  const above = isAmong ? startOf(before) : endOf(before);
  const below = isAmong ? endOf(before) : startOf(texts[next]);
  for (let box = embed, level = 0; box > 0 && level <= MOST_LEVELS; box = parent(tree, box), level += 1) {
    if (((flags[box] as number) & (UNSEEN | NOT_DISPLAYED)) !== 0) return false;
    const isBelow = below !== NONE && below < behind(tree, box);
    const isAbove = above > box;
    if (box !== embed && (isAbove || isBelow)) {
      if (isBelow && keep[below] === 0) return false;
      return !isAbove || keep[above] === 1 || (isBelow && isUnderHeadline(tree, texts, next));
    }
    if (NOT_CONTENT.test(namesOf(tree, box))) return false;
  }
  return false;
}

function isUnderHeadline(tree: Tree, texts: readonly Block[], next: number): boolean {
  let size = 0;
  for (let at = next - 1; at >= 0 && at >= next - MOST_LINES && size <= MOST_CHARACTERS; at -= 1) {
    const { element, text } = texts[at] as Block;
    if (ofTag(HEADLINE, tree, element) === 1) return true;
    size += text.length;
  }
  return false;
}
