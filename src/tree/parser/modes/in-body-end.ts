/** End tags in the body (13.2.6.4.7). */
import { runAdoptionAgency } from '../adoption-agency.ts';
import { clearToLastMarker, reconstructFormatting } from '../formatting.ts';
import { insertImplied } from '../insert.ts';
import { AFTER_AFTER_BODY, AFTER_BODY } from '../mode.ts';
import { tagId } from '../names.ts';
import {
  generateImpliedEndTags,
  generateImpliedEndTagsThoroughly,
  isInButtonScope,
  isInListItemScope,
  isInScope,
  isInTemplate,
  isSlotInScope,
  pop,
  popFrom,
  popUntil,
  removeNode,
  slotOf,
  slotOfAny,
} from '../open-elements.ts';
import type { Parser } from '../state.ts';

const BODY = tagId('body');
const BR = tagId('br');
const FORM = tagId('form');
const LI = tagId('li');
const P = tagId('p');
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(tagId);

export function endBody(p: Parser): void {
  if (isInScope(p, BODY)) p.mode = AFTER_BODY;
}

export function endHtml(p: Parser): void {
  if (isInScope(p, BODY)) p.mode = AFTER_AFTER_BODY;
}

export function endBlock(p: Parser): void {
  if (!isInScope(p, p.tag)) return;
  generateImpliedEndTags(p);
  popUntil(p, p.tag);
}

export function endForm(p: Parser): void {
  const { form } = p;
  const isTemplate = isInTemplate(p);
  if (!isTemplate) p.form = -1;
  if ((form === -1 && !isTemplate) || !isInScope(p, FORM)) return;
  generateImpliedEndTags(p);
  if (isTemplate) popUntil(p, FORM);
  else removeNode(p, form);
}

export function endParagraph(p: Parser): void {
  if (!isInButtonScope(p, P)) insertImplied(p, P);
  generateImpliedEndTagsThoroughly(p, P);
  popUntil(p, P);
}

export function endListItem(p: Parser): void {
  if (!isInListItemScope(p, LI)) return;
  generateImpliedEndTagsThoroughly(p, LI);
  popUntil(p, LI);
}

export function endDefinition(p: Parser): void {
  if (!isInScope(p, p.tag)) return;
  generateImpliedEndTagsThoroughly(p, p.tag);
  popUntil(p, p.tag);
}

export function endHeading(p: Parser): void {
  const slot = slotOfAny(p, HEADINGS);
  if (!isSlotInScope(p, slot)) return;
  generateImpliedEndTags(p);
  popFrom(p, slot);
}

export function endFormatting(p: Parser): void {
  if (!runAdoptionAgency(p, p.tag)) endOther(p);
}

export function endObject(p: Parser): void {
  if (!isInScope(p, p.tag)) return;
  generateImpliedEndTags(p);
  popUntil(p, p.tag);
  clearToLastMarker(p);
}

export function endBreak(p: Parser): void {
  reconstructFormatting(p);
  insertImplied(p, BR);
  pop(p);
  p.framesetOk = false;
}

/** Any other end tag closes its element, unless a special one stands in between. */
export function endOther(p: Parser): void {
  const slot = slotOf(p, p.tag);
  if (slot <= 1 || slot < (p.specialAt[p.top] as number)) return;
  generateImpliedEndTagsThoroughly(p, p.tag);
  popFrom(p, slot);
}
