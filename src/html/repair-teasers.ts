/** What stands in the same clothes as the article and is none: the next story under it, and a sentence of it in large print. */
import { NONE, type NodeId, nodeCount, parent, type Tree, tag } from '../tree/node.ts';
import { nameSet, ofTag } from '../tree/scan.ts';
import { lettersOf } from '../words.ts';
import type { Block } from './block.ts';
import { factsOf } from './element-facts.ts';
import type { Draft } from './repair-structures.ts';

const ARTICLE = nameSet('article');
const TITLE = nameSet('h1');
/** A heading is a link as a whole but for a number, a mark. */
const LINKED = 0.8;

/**
 * `<article><h1>…` and, apart from it, `<article><h2><a>Another story</a></h2>…`, shorter than the first: its heading leads
 * away. Where no h1 stands in an article, articles are the items of a list.
 */
export function cutTeasers({ tree, blocks, keep, set }: Draft): void {
  const articles = new Int32Array(nodeCount(tree)).fill(NONE);
  let count = 0;
  for (let node: NodeId = 1; node < articles.length; node += 1) {
    const around = articles[parent(tree, node)] as number;
    const isOuter = around === NONE && ofTag(ARTICLE, tree, node) === 1;
    articles[node] = isOuter ? node : around;
    if (isOuter) count += 1;
  }
  if (count < 2) return;
  const main = titled(tree, blocks, articles);
  if (main === NONE) return;
  const sizes = new Map<NodeId, number>();
  const leadAway = new Set<NodeId>();
  const seen = new Set<NodeId>();
  for (const [at, { element, text, linked }] of blocks.entries()) {
    const article = articles[element] as number;
    if (article === NONE || text === '') continue;
    if (keep[at] === 1) sizes.set(article, (sizes.get(article) ?? 0) + text.length);
    if (!/^h[2-6]$/.test(tag(tree, element)) || seen.has(article)) continue;
    seen.add(article);
    if (article > main && linked >= text.length * LINKED) leadAway.add(article);
  }
  const most = sizes.get(main) ?? 0;
  for (const [at, { element }] of blocks.entries()) {
    const article = articles[element] as number;
    if (keep[at] === 1 && leadAway.has(article) && (sizes.get(article) ?? 0) < most) set(at, 0, 'teaser');
  }
}

/** The only article with an h1 that is no link. */
function titled(tree: Tree, blocks: readonly Block[], articles: Int32Array): NodeId {
  let found: NodeId = NONE;
  for (const { element, text, linked } of blocks) {
    const article = articles[element] as number;
    if (article === NONE || ofTag(TITLE, tree, element) === 0 || linked >= text.length * LINKED) continue;
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
export function cutPulledQuotes({ tree, blocks, keep, set }: Draft): void {
  const { classes, classesThat } = factsOf(tree);
  const isPulled = classesThat((value) => /quote|zitat/i.test(value) && PULLED.test(value));
  const inside = new Uint8Array(nodeCount(tree));
  for (let node: NodeId = 1; node < inside.length; node += 1) {
    const isBox = ofTag(ASIDE, tree, node) === 1 || isPulled[classes[node] as number] === 1;
    inside[node] = isBox || inside[parent(tree, node)] === 1 ? 1 : 0;
  }
  const pulled: number[] = [];
  let whole = '';
  for (const [at, { element, text }] of blocks.entries()) {
    if (keep[at] !== 1) continue;
    if (inside[element] === 1) pulled.push(at);
    else whole += `${lettersOf(text)}\n`;
  }
  for (const at of pulled.slice(0, MOST_BOXES)) {
    const letters = lettersOf(blocks[at]?.text ?? '');
    if (letters.length >= LEAST_LETTERS && whole.includes(letters)) set(at, 0, 'quoted');
  }
}
