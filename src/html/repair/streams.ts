/** Lists of other stories beside or under an article: each item a headline that leads away, and its first sentence. */
import { NONE } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';
import { blocksBy, nearest } from '../nearest.ts';
import type { Draft } from './structures.ts';
import { leadsAway } from './teasers.ts';

const LISTS = nameSet('ul ol');
const HEADINGS = nameSet('h2 h3 h4 h5 h6');
const FEWEST = 3;
/** Sentences of the text: fewer say nothing of how sure the model is of it. */
const LEAST_PROSE = 4;
const LETTERS = 60;
/** So much less likely than the text is what stands under such headlines. */
const LESS = 0.15;

/** Of such lists on articles of WCXB that are kept beside a text, and are so much less likely, none is content. */
export function cutStreams({ tree, blocks, holders, keep, scores, set }: Draft): void {
  const lists = nearest(tree, holders, LISTS);
  if (lists === undefined) return;
  const isUnlinkedText = (at: number): boolean => {
    const { text, linked } = blocks[at] as Block;
    return keep[at] === 1 && linked === 0 && weightOf(text) >= LETTERS;
  };
  const meanOf = (places: readonly number[]): number =>
    places.reduce((sum, at) => sum + (scores[at] ?? 0), 0) / Math.max(1, places.length);
  const prose: number[] = [];
  for (let at = 0; at < blocks.length; at += 1)
    if (lists[(blocks[at] as Block).element] === NONE && isUnlinkedText(at)) prose.push(at);
  if (prose.length < LEAST_PROSE) return;
  const most = meanOf(prose) - LESS;
  for (const [list, places] of blocksBy(lists, blocks)) {
    if (list === NONE) continue;
    const headings = places.filter((at) => keep[at] === 1 && isLinkedHeading(at));
    const said = places.filter(isUnlinkedText);
    if (headings.length < FEWEST || said.length < FEWEST || meanOf(said) > most) continue;
    for (const at of places) set(at, 0, 'teaser');
  }

  function isLinkedHeading(at: number): boolean {
    const block = blocks[at] as Block;
    return block.text !== '' && ofTag(HEADINGS, tree, block.element) === 1 && leadsAway(block);
  }
}
