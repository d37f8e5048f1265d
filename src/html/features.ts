/**
 * Blocks → numbers, a row a block: what the model reads and what it is trained on. `FEATURES` names the columns
 * in their order and is the contract with training/: change it, and the model must be trained anew.
 */
import type { TokenTable } from '../model/token-table.ts';
import type { Tree } from '../tree/node.ts';
import type { Block } from './block.ts';
import { AROUND_NAMES, putAround } from './features/around.ts';
import { Columns } from './features/columns.ts';
import { contextOf, type PageContext } from './features/context.ts';
import { OWN_NAMES, putOwn } from './features/own.ts';
import { PAGE_NAMES, pageRow, readTree } from './features/page.ts';
import { putTokenScores, TOKEN_NAMES } from './features/token-scores.ts';

export const FEATURES: readonly string[] = [...OWN_NAMES, ...AROUND_NAMES, ...TOKEN_NAMES, ...PAGE_NAMES];
/** Their `columnsHash`, a test holds it: to compute it takes longer than to read a small page. */
export const FEATURES_HASH = 0x26d7d5a0;
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
  const columns = new Columns(blocks.length, BLOCK_COLUMNS);
  putOwn(columns, context, facts.titles);
  const groupShares = putAround(columns, context);
  putTokenScores(columns, context, table);
  if (!columns.isFull) throw new Error('features: columns and names differ');
  return { columns: columns.cells, count: blocks.length, page: pageRow(context, facts, groupShares), context };
}
