/** The lede: the sentence under the headline that says what the article is about, before the first of it that is kept. */
import { NONE, parent, type Tree, tag } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';
import { isUnlinked } from './companions.ts';
import type { Draft } from './structures.ts';

const HEADLINES = nameSet('h1');
const LEDES = nameSet('p h2 h3');
const BOXES = nameSet('div');
/** Right under the headline, in one element with it, a paragraph is one; farther stand by-lines, dates and labels, too. */
const LEAST_NEXT = 0.15;
const LETTERS_NEXT = 40;
const LEAST_APART = 0.25;
/** Boxes hold captions, too. */
const LEAST_BOX = 0.5;
const LETTERS_APART = 60;
const MOST_BETWEEN = 8;
const STOPPED = /[.!?…。！？।؟۔։።]["'”’»)\]]*$/u;

/**
 * Editors differ on whether it is a part of the text: of such sentences on WCXB one in three is in the reference.
 * Cross-validated F1 is the same with it.
 */
export function completeLede({ tree, blocks, keep, scores, set }: Draft): void {
  const title = headlineOf(tree, blocks, keep);
  if (title === NONE) return;
  const end = Math.min(blocks.length, title + 1 + MOST_BETWEEN);
  for (let at = title + 1; at < end && keep[at] !== 1; at += 1) {
    const block = blocks[at] as Block;
    if (!isUnlinked(block)) continue;
    const { element, text } = block;
    const [letters, score] = [weightOf(text), scores[at] ?? 0];
    const isBeside = at === title + 1 && parent(tree, element) === parent(tree, (blocks[title] as Block).element);
    const isNext = isBeside && tag(tree, element) === 'p' && letters >= LETTERS_NEXT && score >= LEAST_NEXT;
    const isBox = ofTag(BOXES, tree, element) === 1;
    const isSentence = letters >= LETTERS_APART && (isBox || ofTag(LEDES, tree, element) === 1) && STOPPED.test(text);
    if (isNext || (isSentence && score >= (isBox ? LEAST_BOX : LEAST_APART))) {
      set(at, 1, 'lede');
      return;
    }
  }
}

/** The last headline over the first that is kept below it, or NONE. */
function headlineOf(tree: Tree, blocks: readonly Block[], keep: Uint8Array): number {
  let title = NONE;
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    if (ofTag(HEADLINES, tree, element) === 1 && text !== '') title = at;
    else if (keep[at] === 1) return title;
  }
  return NONE;
}
