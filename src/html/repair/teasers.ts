/** What stands in the same clothes as the article and is none: the next story under it, and a sentence of it in large print. */
import { attribute, NONE, type NodeId, type Tree, tag } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { lettersOf } from '../../words.ts';
import type { Block } from '../block.ts';
import { factsOf } from '../element-facts.ts';
import { outermost } from '../nearest.ts';
import { QUOTED } from '../suspicions.ts';
import type { Draft } from './structures.ts';

const ARTICLE = nameSet('article');
const TITLE = nameSet('h1');
/** A heading is a link as a whole but for a number, a mark. */
const LINKED = 0.8;
export const leadsAway = ({ text, linked }: Block): boolean => linked >= text.length * LINKED;

/**
 * `<article><h1>…` and, apart from it, `<article><h2><a>Another story</a></h2>…`, shorter than the first: its heading leads
 * away. Where no h1 stands in an article, articles are the items of a list.
 */
export function cutTeasers({ tree, blocks, holders, keep, set }: Draft): void {
  const articles = outermost(tree, holders, (node) => ofTag(ARTICLE, tree, node) === 1);
  if (articles === undefined) return;
  const main = titled(tree, blocks, articles);
  if (main === NONE) return;
  const sizes = new Map<NodeId, number>();
  const leadAway = new Set<NodeId>();
  const seen = new Set<NodeId>();
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const { element, text } = block;
    const article = articles[element] as number;
    if (article === NONE || text === '') continue;
    if (keep[at] === 1) sizes.set(article, (sizes.get(article) ?? 0) + text.length);
    if (!/^h[2-6]$/.test(tag(tree, element)) || seen.has(article)) continue;
    seen.add(article);
    if (article > main && leadsAway(block)) leadAway.add(article);
  }
  const most = sizes.get(main) ?? 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const { element } = blocks[at] as Block;
    const article = articles[element] as number;
    if (keep[at] === 1 && leadAway.has(article) && (sizes.get(article) ?? 0) < most) set(at, 0, 'teaser');
  }
}

/** The only article with an h1 that is no link. */
function titled(tree: Tree, blocks: readonly Block[], articles: Int32Array): NodeId {
  let found: NodeId = NONE;
  for (const block of blocks) {
    const article = articles[block.element] as number;
    if (article === NONE || ofTag(TITLE, tree, block.element) === 0 || leadsAway(block)) continue;
    if (found !== NONE && found !== article) return NONE;
    found = article;
  }
  return found;
}

/** Boxes that repeat a sentence of the text; what they hold else stays. */
const PULLED = /(?:^|[\s_-])(?:pull-?(?:ed-?)?quotes?|quote-?pull|zitat-?box|call-?out-?quote)(?:$|[\s_-])/i;
const ASIDE = nameSet('aside');
const LEAST_LETTERS = 20;
const MOST_BOXES = 50;

/** A sentence that stands once more in the text around is kept there alone. */
export function cutPulledQuotes({ tree, blocks, holders, keep, set }: Draft): void {
  const { suspicions } = factsOf(tree);
  const isBox = (node: NodeId): boolean =>
    ofTag(ASIDE, tree, node) === 1 ||
    (((suspicions[node] as number) & QUOTED) !== 0 && PULLED.test(attribute(tree, node, 'class') ?? ''));
  const boxes = outermost(tree, holders, isBox);
  if (boxes === undefined) return;
  const isInside = (at: number): boolean => boxes[blocks[at]?.element ?? 0] !== NONE;
  const letters = (at: number): string => lettersOf(blocks[at]?.text ?? '');
  const kept = [...keep.keys()].filter((at) => keep[at] === 1);
  const pulled = kept.filter(isInside).slice(0, MOST_BOXES);
  const sentences = pulled.map(letters);
  if (!sentences.some(({ length }) => length >= LEAST_LETTERS)) return;
  const around = kept
    .filter((at) => !isInside(at))
    .map(letters)
    .join('\n');
  for (let rank = 0; rank < sentences.length; rank += 1) {
    const sentence = sentences[rank] as string;
    if (sentence.length >= LEAST_LETTERS && around.includes(sentence)) set(pulled[rank] as number, 0, 'quoted');
  }
}
