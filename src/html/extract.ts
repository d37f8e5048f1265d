/** Tree → what of it is the article: blocks, verdicts by the model or by rules, and the mask of the nodes that stay. */
import type { Verdict } from '../document.ts';
import type { ExtractionModel } from '../model/extraction-model.ts';
import type { ConvertOptions } from '../options.ts';
import { attribute, flattened, type NodeId, nodeCount, parent, type Tree } from '../tree/node.ts';
import { nameSet, ofTag } from '../tree/scan.ts';
import { type Block, segment } from './block.ts';
import { keepButtonTitles } from './button-titles.ts';
import { cutSiteText } from './cut-repeated.ts';
import { keepEmbeds } from './embeds.ts';
import { extractByModel } from './extract-by-model.ts';
import { extractByRules } from './extract-by-rules.ts';
import { COMMENTS, findComments } from './find-comments.ts';
import { keepPictures } from './keep-pictures.ts';
import { prune } from './prune.ts';

export interface Extracted {
  /** 1 for each node that stays. */
  readonly keep: Uint8Array;
  /** The same for what readers wrote below it, where there is any. */
  readonly comments?: Uint8Array;
  readonly verdicts: readonly Verdict[];
  readonly confidence: number;
}

/**
 * Without a model, for whole pages and for pages whose structure tells nothing rules decide.
 * @param repeated keys of the texts that the page's site repeats
 */
export function extract(
  tree: Tree,
  options: ConvertOptions,
  model?: ExtractionModel,
  repeated?: ReadonlySet<number>,
): Extracted {
  const blocks = segment(tree);
  const isPlain = isUnframed(tree) || flattened(tree) > 0;
  const decision =
    (options.fullPage || model === undefined || isPlain ? undefined : extractByModel(tree, blocks, model)) ??
    extractByRules(tree, blocks, { fullPage: options.fullPage === true, isPlain });
  const { confidence } = decision;
  if (options.fullPage)
    return { keep: maskOf(tree, blocks, decision.verdicts), verdicts: decision.verdicts, confidence };
  const found = decision.verdicts.some(({ keep }) => keep)
    ? decision.verdicts
    : keepPictures(tree, blocks, decision.verdicts);
  const chosen = repeated === undefined ? found : cutSiteText(tree, blocks, found, repeated);
  const isComment = findComments(tree, blocks, chosen);
  if (!isComment.includes(1)) return { keep: maskOf(tree, blocks, chosen), verdicts: chosen, confidence };
  const verdicts = chosen.map((verdict, at) =>
    isComment[at] === 1 ? { ...verdict, keep: false, by: COMMENTS } : verdict,
  );
  const comments = maskOf(
    tree,
    blocks,
    chosen.map((verdict, at) => ({ ...verdict, keep: isComment[at] === 1 })),
  );
  return { keep: maskOf(tree, blocks, verdicts), comments, verdicts, confidence };
}

function maskOf(tree: Tree, blocks: readonly Block[], verdicts: readonly Verdict[]): Uint8Array {
  const keep = prune(tree, blocks, verdicts);
  keepButtonTitles(tree, keep);
  keepEmbeds(tree, blocks, keep);
  markVoids(tree, keep);
  return keep;
}

const FRAMES = nameSet('nav header footer aside form iframe');

/**
 * A page written by hand: nothing in it is named, so nothing in it is a template's. The model knows only pages of sites, and
 * none that nest deeper than is read: of 4,163 not one does.
 */
function isUnframed(tree: Tree): boolean {
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (ofTag(FRAMES, tree, node) === 1 || NAMES.some((name) => attribute(tree, node, name) !== undefined))
      return false;
  }
  return true;
}

const NAMES = ['class', 'id', 'role'];

const VOIDS = nameSet('br hr wbr td th');

/** Line breaks, rules and empty cells hold no text: they stay where their parent does. */
function markVoids(tree: Tree, keep: Uint8Array): void {
  for (let node = 1; node < keep.length; node += 1) {
    if (keep[node] === 0 && ofTag(VOIDS, tree, node) === 1 && keep[parent(tree, node)] === 1) keep[node] = 1;
  }
}
