/** Pages that are empty until a script fills them: an application's root, a check of the browser. */
import type { Verdict } from '../document.ts';
import { attribute, type NodeId, nodeCount, type Tree, tag, text } from '../tree/node.ts';
import { isElement } from '../tree/scan.ts';

/** Pages with more characters of text than this have content of their own that was not found. */
const MOST_TEXT = 400;
/** Characters of a script that does more than count visitors. */
const LEAST_SCRIPT = 1000;

/** Whether a page has next to no text and a script that could bring more. */
export function isScriptShell(tree: Tree, verdicts: readonly Verdict[]): boolean {
  let size = 0;
  for (const { text: words } of verdicts) size += words.length;
  if (size > MOST_TEXT) return false;
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (!isElement(tree, node) || tag(tree, node) !== 'script') continue;
    if (attribute(tree, node, 'src') !== undefined || text(tree, node).length >= LEAST_SCRIPT) return true;
  }
  return false;
}
