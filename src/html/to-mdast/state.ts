/** What the walk to mdast carries along. */
import type { NodeId, Tree } from '../../tree/node.ts';

export interface State {
  readonly tree: Tree;
  readonly keep: Uint8Array;
  readonly links: boolean;
  readonly images: boolean;
  readonly base: string | undefined;
}

export const isKept = (state: State, node: NodeId): boolean => state.keep[node] === 1;
