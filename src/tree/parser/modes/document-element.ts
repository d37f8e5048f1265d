/** Second `<html>`, `<body>` and `<frameset>` tags inside the body. */
import { adoptAttributes, detach, insertElement } from '../insert.ts';
import { IN_FRAMESET } from '../mode.ts';
import { tagId } from '../names.ts';
import { isInTemplate, popFrom } from '../open-elements.ts';
import type { Parser } from '../state.ts';

const BODY = tagId('body');

const hasBody = (p: Parser): boolean => p.top >= 2 && p.openKeys[2] === BODY * 2;

export function adoptIntoHtml(p: Parser): void {
  if (!isInTemplate(p)) adoptAttributes(p, p.openNodes[1] as number);
}

export function adoptIntoBody(p: Parser): void {
  if (!hasBody(p) || isInTemplate(p)) return;
  p.framesetOk = false;
  adoptAttributes(p, p.openNodes[2] as number);
}

/** Takes the place of a body that has shown nothing yet. */
export function startFramesetInBody(p: Parser): void {
  if (!p.framesetOk || !hasBody(p)) return;
  detach(p, p.openNodes[2] as number);
  popFrom(p, 2);
  insertElement(p);
  p.mode = IN_FRAMESET;
}
