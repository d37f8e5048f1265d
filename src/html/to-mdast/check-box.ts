/** Boxes of tasks, at the start of an item: of a form, or drawn. */
import { attribute, type NodeId, type Tree, tag } from '../../tree/node.ts';

export const isCheckBox = (tree: Tree, node: NodeId): boolean =>
  tag(tree, node) === 'input' && attribute(tree, node, 'type')?.toLowerCase() === 'checkbox';

/** Whether a box is ticked; undefined for what is none. */
export function checkOf(tree: Tree, node: NodeId): boolean | undefined {
  return isCheckBox(tree, node) ? attribute(tree, node, 'checked') !== undefined : drawnCheck(tree, node);
}

/** What an item says of itself, in TipTap, Confluence and Lexical. */
export function checkOfItem(tree: Tree, item: NodeId): boolean | undefined {
  const said = attribute(tree, item, 'data-checked');
  if (said === 'true' || said === 'false') return said === 'true';
  if (attribute(tree, item, 'data-inline-task-id') !== undefined)
    return /(?:^|\s)checked(?:\s|$)/.test(attribute(tree, item, 'class') ?? '');
  return drawnCheck(tree, item);
}

/** The boxes of Notion and Asciidoctor, and those that scripts move. */
function drawnCheck(tree: Tree, node: NodeId): boolean | undefined {
  const drawn = /(?:^|\s)(?:checkbox-(on|off)|fa-(check-)?square-o)(?:\s|$)/.exec(attribute(tree, node, 'class') ?? '');
  if (drawn !== null) return drawn[1] === 'on' || drawn[2] !== undefined;
  return attribute(tree, node, 'role') === 'checkbox' ? attribute(tree, node, 'aria-checked') === 'true' : undefined;
}
