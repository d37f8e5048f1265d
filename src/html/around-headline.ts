/** Of a page of few words: what stands with its only h1, or heading, where that is most of what the page says. */
import type { Verdict } from '../document.ts';
import { NONE, nodeCount, parent } from '../tree/node.ts';
import { behind, type NameTable, nameSet, ofTag } from '../tree/scan.ts';
import { weightOf } from '../words.ts';
import type { Block } from './block.ts';
import type { PageView } from './page-view.ts';

const HEADLINE = nameSet('h1');
const HEADINGS = nameSet('h1 h2 h3 h4 h5 h6');
const WHOLE = nameSet('html body');
/** Letters that are neither heading nor link. */
const LEAST = 60;
const MOST_OF_PAGE = 0.6;

/** The verdicts, without what stands elsewhere. */
export function aroundHeadline({ tree, blocks }: PageView, verdicts: readonly Verdict[]): readonly Verdict[] {
  const isTitle = (names: NameTable, { element, text, linked }: Block) =>
    ofTag(names, tree, element) === 1 && text !== '' && linked === 0;
  const first = blocks.filter((block) => isTitle(HEADLINE, block));
  const titles = first.length > 0 ? first : blocks.filter((block) => isTitle(HEADINGS, block));
  if (titles.length !== 1) return verdicts;
  const told = new Float64Array(nodeCount(tree));
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text, linked } = blocks[at] as Block;
    if (verdicts[at]?.keep && linked === 0 && ofTag(HEADINGS, tree, element) === 0)
      told[element] = (told[element] as number) + weightOf(text);
  }
  for (let node = told.length - 1; node > 0; node -= 1)
    told[parent(tree, node)] = (told[parent(tree, node)] as number) + (told[node] as number);
  const least = Math.max(LEAST, (told[0] as number) * MOST_OF_PAGE);
  let around = parent(tree, titles[0]?.element ?? 0);
  while (around > 0 && ofTag(WHOLE, tree, around) === 0 && (told[around] as number) < least)
    around = parent(tree, around);
  if (around <= 0 || ofTag(WHOLE, tree, around) === 1) return verdicts;
  const end = behind(tree, around);
  return verdicts.map((verdict, at) => {
    const element = blocks[at]?.element ?? NONE;
    const isInside = element >= around && element < end;
    return isInside || !verdict.keep ? verdict : { ...verdict, keep: false, by: 'rule:around-headline' };
  });
}
