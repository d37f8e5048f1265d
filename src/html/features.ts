/**
 * Blocks → numbers, a row a block: what the model reads and what it is trained on. `FEATURES` names the columns
 * in their order and is the contract with training/: change it, and the model must be trained anew.
 */
import type { TokenTable } from '../model/token-table.ts';
import type { Tree } from '../tree/node.ts';
import type { Block } from './block.ts';
import { AROUND_NAMES, viewAround } from './features/around.ts';
import { contextOf, type PageContext } from './features/context.ts';
import { OWN_NAMES, viewOwn } from './features/own.ts';
import { PAGE_NAMES, pageRow, readTree } from './features/page.ts';
import { putTokenScores, scoreTokens, TOKEN_NAMES } from './features/token-scores.ts';

export const FEATURES: readonly string[] = [...OWN_NAMES, ...AROUND_NAMES, ...TOKEN_NAMES, ...PAGE_NAMES];
/** The last columns speak of the page; the gate reads these alone. */
export const PAGE_FEATURES: readonly string[] = PAGE_NAMES;

/** So many columns speak of the block. */
export const BLOCK_COLUMNS = FEATURES.length - PAGE_FEATURES.length;

export interface FeatureTable {
  /** One behind the other, `count` values each; the page's, the same for all blocks, stand in `page`. */
  readonly columns: Float32Array;
  readonly count: number;
  readonly page: Float32Array;
  readonly context: PageContext;
}

/** Every block must hold text. */
export function computeFeatures(tree: Tree, blocks: readonly Block[], table: TokenTable): FeatureTable {
  const context = contextOf(tree, blocks);
  const facts = readTree(tree);
  const own = viewOwn(context, facts.titles);
  const around = viewAround(context);
  const tokens = scoreTokens(context.containers, table);
  const page = pageRow(context, facts, around.groupShares);
  const sink = { values: new Float32Array(blocks.length * BLOCK_COLUMNS), count: blocks.length, at: 0 };
  for (let block = 0; block < blocks.length; block += 1) {
    sink.at = block;
    own.put(sink, block);
    around.put(sink, block);
    putTokenScores(sink, context.containers, tokens, context.containers.of[block] ?? 0);
  }
  return { columns: sink.values, count: blocks.length, page, context };
}
