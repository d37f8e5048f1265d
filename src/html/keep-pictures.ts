/** A page of pictures: where no text is content, pictures that say what they show are. */
import type { Verdict } from '../document.ts';
import { attribute, type Tree, tag } from '../tree/node.ts';
import { nameSet, ofTag } from '../tree/scan.ts';
import { type Block, inherited } from './block.ts';

const CONTENT = nameSet('main article figure');
const FRAME = nameSet('nav header footer aside form dialog');
/** Two pictures are a subject; one may be a logo, unless it is a figure. */
const LEAST_PICTURES = 2;

/** The verdicts with the described pictures of the page's main part kept, with its headings and captions; or as they were. */
export function keepPictures(tree: Tree, blocks: readonly Block[], verdicts: readonly Verdict[]): readonly Verdict[] {
  const isContent = inherited(tree, (node) => ofTag(CONTENT, tree, node) === 1);
  const isFrame = inherited(tree, (node) => ofTag(FRAME, tree, node) === 1);
  const isFigure = inherited(tree, (node) => tag(tree, node) === 'figure');
  const isMain = ({ element }: Block) => isContent[element] === 1 && isFrame[element] === 0;
  let described = 0;
  for (const block of blocks) {
    if (block.images === 0 || !isMain(block)) continue;
    for (const node of block.nodes) {
      if (tag(tree, node) !== 'img') continue;
      if (isFigure[node] === 1) described += LEAST_PICTURES;
      else if (isDescription(attribute(tree, node, 'alt') ?? '')) described += 1;
    }
  }
  if (described < LEAST_PICTURES) return verdicts;
  return verdicts.map((verdict, at) => {
    const block = blocks[at] as Block;
    const isPart = block.images > 0 || isFigure[block.element] === 1 || /^h[1-6]$/.test(tag(tree, block.element));
    return isPart && isMain(block) && !verdict.by.startsWith('rule:')
      ? { ...verdict, keep: true, by: 'repair:pictures' }
      : verdict;
  });
}

/** A file's name or a single word is none. Step by step: one expression for all three would try each letter with each gap. */
function isDescription(alt: string): boolean {
  const word = alt.search(/\p{L}{2}/u);
  if (word === -1) return false;
  // Between words, or in the description where words are not parted.
  const gap = alt.slice(word + 2).search(/[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u);
  return gap !== -1 && /\p{L}/u.test(alt.slice(word + gap + 3));
}
