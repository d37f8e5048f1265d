import type { Block } from '../block.ts';
import type { PageView } from '../page-view.ts';

/** A rule looks at one block and says keep, cut, or nothing. */
export interface Rule {
  readonly name: string;
  vote(block: Block, page: PageView): boolean | undefined;
}
