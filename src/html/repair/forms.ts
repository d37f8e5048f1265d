/** Labels of a small form: what to search for, from which day on, how many. */
import { attribute, NONE, type NodeId, parent, text as rawText, type Tree } from '../../tree/node.ts';
import { behind, hasTag, isText, nameSet, ofTag } from '../../tree/scan.ts';
import { squeeze } from '../../words.ts';
import type { Block } from '../block.ts';
import { nearest } from '../nearest.ts';
import type { Draft } from './structures.ts';

const FORM = nameSet('form');
const CONTROLS = nameSet('input select textarea');
/** No reader sets them. */
const UNSEEN = /^(?:hidden|submit|button|image)$/i;
/** Some pages are a form as a whole: this is the text of one that asks, and its share of what is kept. */
const LONGEST = 300;
const MOST = 0.25;
/** Of pages of WCXB nothing that was kept in such forms was content. */
const SURE = 0.6;

export function cutForms(draft: Draft): void {
  if (!hasTag(draft.tree, CONTROLS)) return;
  cutLabels(draft);
  cutSmallForms(draft);
}

/** A label and its control stand in an element with so little text, and so few nodes. */
const LABEL = 60;
const MOST_NODES = 60;

/** Lines beside a control, without a form around them. */
function cutLabels({ tree, blocks, keep, scores, set }: Draft): void {
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text, linked } = blocks[at] as Block;
    if (keep[at] !== 1 || text === '' || text.length > LABEL || linked > 0 || (scores[at] ?? 1) >= SURE) continue;
    const around = parent(tree, element);
    const end = behind(tree, around);
    if (end - around > MOST_NODES || !holdsControl(tree, around)) continue;
    if (textLength(tree, around, end) <= LABEL) set(at, 0, 'form');
  }
}

function textLength(tree: Tree, node: NodeId, end: NodeId): number {
  let size = 0;
  for (let at = node; at < end; at += 1) if (isText(tree, at)) size += squeeze(rawText(tree, at)).length;
  return size;
}

function cutSmallForms({ tree, blocks, holders, keep, scores, set }: Draft): void {
  if (!hasTag(tree, FORM)) return;
  const forms = nearest(tree, holders, FORM);
  if (forms === undefined) return;
  const sizes = new Map<NodeId, number>();
  const found = new Map<NodeId, number>();
  let all = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    const form = forms[element] as NodeId;
    if (keep[at] === 1) all += text.length;
    if (form === NONE) continue;
    sizes.set(form, (sizes.get(form) ?? 0) + text.length);
    if (keep[at] === 1) found.set(form, (found.get(form) ?? 0) + text.length);
  }
  for (const [form, size] of found)
    if ((sizes.get(form) ?? 0) > LONGEST || size > all * MOST || !holdsControl(tree, form)) found.delete(form);
  if (found.size === 0) return;
  for (let at = 0; at < blocks.length; at += 1) {
    const form = forms[(blocks[at] as Block).element] as NodeId;
    if (keep[at] === 1 && found.has(form) && (scores[at] ?? 1) < SURE) set(at, 0, 'form');
  }
}

function holdsControl(tree: Tree, form: NodeId): boolean {
  const end = behind(tree, form);
  for (let node = form + 1; node < end; node += 1)
    if (ofTag(CONTROLS, tree, node) === 1 && !UNSEEN.test(attribute(tree, node, 'type') ?? '')) return true;
  return false;
}
