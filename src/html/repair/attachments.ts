/** Files behind a text, as offices give them: "Map of the district (PDF, 240 kB)". They are a part of what it says. */
import { attribute, NONE, type NodeId, parent, type Tree } from '../../tree/node.ts';
import { behind } from '../../tree/scan.ts';
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';
import { linkAround } from './link-around.ts';
import type { Draft } from './structures.ts';

const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|zip|epub)(?:[?#]|$)/i;
/** How far around the text its files stand. */
const LEVELS = 2;
/** Beside the links of a line stand sizes, dates. */
const LEAST_LINKED = 0.5;
const LEAST_SCORE = 0.1;
/** Letters of what stands over them: "Attachments". */
const LABEL = 30;

/** Cross-validated: F1 of articles .9615 to .9616, of documentation .9353 to .9355, of other pages the same. */
export function completeAttachments(draft: Draft): void {
  const { tree, blocks, keep, scores, set } = draft;
  const first = keep.indexOf(1);
  if (first === NONE) return;
  const end = endOfText(draft, first);
  for (let at = first + 1; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (block.element >= end) return;
    if (keep[at] === 1 || (scores[at] ?? 0) < LEAST_SCORE || !isFiles(tree, block)) continue;
    if (isLabel(blocks[at - 1] as Block, block)) set(at - 1, 1, 'attachment');
    set(at, 1, 'attachment');
  }

  function isLabel({ text, linked, element }: Block, file: Block): boolean {
    if (text === '' || linked > 0 || weightOf(text) > LABEL) return false;
    return (
      parent(tree, element) === parent(tree, file.element) ||
      parent(tree, element) === parent(tree, parent(tree, file.element))
    );
  }
}

/** The end of the smallest element with all that is kept, or of one not far around it. */
function endOfText({ tree, blocks, keep }: Draft, first: number): NodeId {
  const last = (blocks[keep.lastIndexOf(1)] as Block).element;
  let root = (blocks[first] as Block).element;
  while (root > 0 && behind(tree, root) <= last) root = parent(tree, root);
  for (let level = 0; level < LEVELS && root > 0; level += 1) root = parent(tree, root);
  return behind(tree, root);
}

/** A line that is links to files, and nothing else but what is said of them. */
function isFiles(tree: Tree, { nodes, links, linked, text }: Block): boolean {
  if (links === 0 || linked < text.length * LEAST_LINKED) return false;
  let isAny = false;
  for (const node of nodes) {
    const link = linkAround(tree, node, LINK_LEVELS);
    if (link === NONE) continue;
    if (!FILE.test(attribute(tree, link, 'href') ?? '')) return false;
    isAny = true;
  }
  return isAny;
}

const LINK_LEVELS = 4;
