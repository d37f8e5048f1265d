/** Tree → what of it is the article: blocks, votes, verdicts, and the mask of the nodes that stay. */
import type { Verdict } from '../document.ts';
import type { ConvertOptions } from '../options.ts';
import { kind, parent, type Tree, tag } from '../tree/node.ts';
import { type Block, segment } from './block.ts';
import { decide } from './decide.ts';
import { isGood, type PageView, viewPage } from './page-view.ts';
import { prune } from './prune.ts';
import { frameElement } from './rules/frame-element.ts';
import { hidden } from './rules/hidden.ts';
import { ALWAYS, RULES } from './rules/index.ts';

export interface Extracted {
  /** 1 for each node that stays. */
  readonly keep: Uint8Array;
  readonly verdicts: readonly Verdict[];
  readonly confidence: number;
}

/** Below this many characters the rules took too much: the page has no long text, and the short one is its content. */
const TOO_LITTLE = 140;

export function extract(tree: Tree, options: ConvertOptions): Extracted {
  const blocks = segment(tree);
  const unframed: PageView = viewPage(tree, blocks, () => false);
  const page = viewPage(
    tree,
    blocks,
    (block) => hidden.vote(block, unframed) === false || frameElement.vote(block, unframed) === false,
  );
  let verdicts = decide(page, options.fullPage ? ALWAYS : RULES);
  if (!options.fullPage && lengthOf(blocks, verdicts) < TOO_LITTLE) {
    const recalled = decide(page, [hidden, frameElement]);
    if (lengthOf(blocks, recalled) > 0) verdicts = recalled;
  }
  const keep = prune(tree, blocks, verdicts);
  markVoids(tree, keep);
  return { keep, verdicts, confidence: confidenceOf(blocks, verdicts, options) };
}

const lengthOf = (blocks: readonly Block[], verdicts: readonly Verdict[]): number =>
  blocks.reduce((sum, block, at) => sum + (verdicts[at]?.keep ? block.text.length : 0), 0);

/** Line breaks, rules and empty cells hold no text: they stay where their parent does. */
function markVoids(tree: Tree, keep: Uint8Array): void {
  for (let node = 1; node < keep.length; node += 1) {
    if (keep[node] === 1 || kind(tree, node) !== 'element') continue;
    if (/^(?:br|hr|wbr|td|th)$/.test(tag(tree, node)) && keep[parent(tree, node)] === 1) keep[node] = 1;
  }
}

/** The share of the page's good text that was kept, and how much there is of it. */
function confidenceOf(blocks: readonly Block[], verdicts: readonly Verdict[], options: ConvertOptions): number {
  if (options.fullPage) return 1;
  let good = 0;
  let kept = 0;
  for (const [at, block] of blocks.entries()) {
    if (!isGood(block)) continue;
    good += block.text.length;
    if (verdicts[at]?.keep) kept += block.text.length;
  }
  const share = good === 0 ? 0.3 : kept / good;
  return Math.round(Math.min(0.95, share * Math.min(1, 0.5 + kept / 2000)) * 100) / 100;
}
