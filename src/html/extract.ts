/** Tree → what of it is the article: blocks, verdicts by the model or by rules, and the mask of the nodes that stay. */
import type { Verdict } from '../document.ts';
import type { ExtractionModel } from '../model/extraction-model.ts';
import type { ConvertOptions } from '../options.ts';
import { kind, parent, type Tree, tag } from '../tree/node.ts';
import { segment } from './block.ts';
import { extractByModel } from './extract-by-model.ts';
import { extractByRules } from './extract-by-rules.ts';
import { prune } from './prune.ts';

export interface Extracted {
  /** 1 for each node that stays. */
  readonly keep: Uint8Array;
  readonly verdicts: readonly Verdict[];
  readonly confidence: number;
}

/** Without a model, and for whole pages, rules decide. */
export function extract(tree: Tree, options: ConvertOptions, model?: ExtractionModel): Extracted {
  const blocks = segment(tree);
  const { verdicts, confidence } =
    (options.fullPage || model === undefined ? undefined : extractByModel(tree, blocks, model)) ??
    extractByRules(tree, blocks, options);
  const keep = prune(tree, blocks, verdicts);
  markVoids(tree, keep);
  return { keep, verdicts, confidence };
}

/** Line breaks, rules and empty cells hold no text: they stay where their parent does. */
function markVoids(tree: Tree, keep: Uint8Array): void {
  for (let node = 1; node < keep.length; node += 1) {
    if (keep[node] === 1 || kind(tree, node) !== 'element') continue;
    if (/^(?:br|hr|wbr|td|th)$/.test(tag(tree, node)) && keep[parent(tree, node)] === 1) keep[node] = 1;
  }
}
