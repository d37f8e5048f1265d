/** What is folded, where HTML is let through. */
import { type NodeId, tag } from '../../tree/node.ts';
import type { Block, Flow } from './flow.ts';
import type { Marks } from './pieces.ts';
import type { State } from './state.ts';

/** `<details>` as it is: an HTML block a tag, so that what is inside stays Markdown. */
export function details(state: State, inside: readonly NodeId[], marks: Marks, flow: Flow): Block[] {
  const isSummary = (node: NodeId) => tag(state.tree, node) === 'summary';
  const title = flow(state, inside.filter(isSummary), marks);
  const body = flow(
    state,
    inside.filter((node) => !isSummary(node)),
    marks,
  );
  const summary = title.map(
    (part): Block =>
      part.type === 'paragraph'
        ? {
            ...part,
            children: [{ type: 'html', value: '<summary>' }, ...part.children, { type: 'html', value: '</summary>' }],
          }
        : part,
  );
  return [{ type: 'html', value: '<details>' }, ...summary, ...body, { type: 'html', value: '</details>' }];
}
