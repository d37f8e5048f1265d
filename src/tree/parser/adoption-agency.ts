/** The adoption agency algorithm (13.2.6.4.7): end tags of formatting elements that blocks cross. */
import type { NodeId } from '../node.ts';
import { insertFormattingAt, lastFormatting, removeFormattingAt } from './formatting.ts';
import { append, cloneElement, detach, fosterParent, isTableStructure, moveChildren } from './insert.ts';
import {
  currentNode,
  isCurrentHtml,
  isSlotInScope,
  isSpecialAt,
  pop,
  popFrom,
  replaceSlots,
  slotOfNode,
} from './open-elements.ts';
import type { Parser } from './state.ts';

const OUTER_LOOP = 8;
const INNER_LOOP = 3;

/** False where no formatting element of that name is active: then any other end tag's rules hold. */
export function runAdoptionAgency(p: Parser, tag: number): boolean {
  if (isCurrentHtml(p, tag) && p.formatting.lastIndexOf(currentNode(p)) === -1) {
    pop(p);
    return true;
  }
  for (let outer = 0; outer < OUTER_LOOP; outer += 1) {
    const entry = lastFormatting(p, tag);
    if (entry === -1) return false;
    const formatting = p.formatting[entry] as number;
    const slot = slotOfNode(p, formatting);
    if (slot === 0) {
      removeFormattingAt(p, entry);
      return true;
    }
    if (!isSlotInScope(p, slot)) return true;
    let furthestSlot = slot + 1;
    while (furthestSlot <= p.top && !isSpecialAt(p, furthestSlot)) furthestSlot += 1;
    if (furthestSlot > p.top) {
      popFrom(p, slot);
      removeFormattingAt(p, entry);
      return true;
    }
    adopt(p, formatting, slot, furthestSlot);
  }
  return true;
}

/** One round: what stands between the formatting element and its furthest block goes into the block. */
function adopt(p: Parser, formatting: NodeId, slot: number, furthestSlot: number): void {
  const ancestor = p.openNodes[slot - 1] as number;
  const furthest = p.openNodes[furthestSlot] as number;
  const { last, bookmark, kept } = adoptBetween(p, slot, furthestSlot, formatting);
  detach(p, last);
  if (isTableStructure(p.tags[ancestor] as number)) fosterParent(p, last);
  else append(p, ancestor, last);

  const copy = cloneElement(p, formatting);
  moveChildren(p, furthest, copy);
  append(p, furthest, copy);
  insertFormattingAt(p, p.formatting.lastIndexOf(bookmark) + 1, copy);
  removeFormattingAt(p, p.formatting.lastIndexOf(formatting));
  replaceSlots(p, slot, furthestSlot - slot + 1, [...kept, furthest, copy]);
}

interface Between {
  readonly last: NodeId;
  readonly bookmark: NodeId;
  /** What stays open of it. */
  readonly kept: readonly NodeId[];
}

/** The inner loop: clones the formatting elements in between, and forgets all else that stands there. */
function adoptBetween(p: Parser, slot: number, furthestSlot: number, formatting: NodeId): Between {
  const furthest = p.openNodes[furthestSlot] as number;
  const kept: NodeId[] = [];
  let last = furthest;
  let bookmark = formatting;
  for (let at = furthestSlot - 1, inner = 0; at > slot; at -= 1, inner += 1) {
    const node = p.openNodes[at] as number;
    const entry = p.formatting.lastIndexOf(node);
    if (entry === -1) continue;
    if (inner >= INNER_LOOP) {
      removeFormattingAt(p, entry);
      continue;
    }
    const copy = cloneElement(p, node);
    kept.push(copy);
    p.formatting[entry] = copy;
    if (last === furthest) bookmark = copy;
    detach(p, last);
    append(p, copy, last);
    last = copy;
  }
  return { last, bookmark, kept: kept.reverse() };
}
