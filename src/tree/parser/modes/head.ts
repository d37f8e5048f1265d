/** The insertion modes up to the body: initial, before html, before head, in head, in head noscript, after head. */
import { clearToLastMarker, insertMarker } from '../formatting.ts';
import { insertElement, insertImplied, insertText, insertVoid } from '../insert.ts';
import {
  AFTER_HEAD,
  BEFORE_HEAD,
  BEFORE_HTML,
  byTag,
  IN_BODY,
  IN_FRAMESET,
  IN_HEAD,
  IN_HEAD_NOSCRIPT,
  IN_TEMPLATE,
  ignore,
  type Rules,
  TEXT,
} from '../mode.ts';
import { tagId } from '../names.ts';
import {
  generateImpliedEndTagsThoroughly,
  IN_HTML,
  isInTemplate,
  pop,
  popUntil,
  push,
  removeNode,
} from '../open-elements.ts';
import { resetMode } from '../reset-mode.ts';
import type { Parser } from '../state.ts';
import { processEnd, reprocessEndTag, reprocessStartTag, reprocessText } from '../tree-construction.ts';
import { skipWhiteSpace } from '../white-space.ts';
import { inBody } from './in-body.ts';

const HTML = tagId('html');
const HEAD = tagId('head');
const BODY = tagId('body');
const TEMPLATE = tagId('template');

/** Rules of a mode that leaves itself at anything it does not know. */
function leaving(
  leave: (p: Parser) => void,
  keepsWhiteSpace: boolean,
  startTags: Readonly<Record<string, (p: Parser) => void>>,
  endTags: Readonly<Record<string, (p: Parser) => void>>,
  endsAt: string,
): Rules {
  const startTag = (p: Parser): void => {
    leave(p);
    reprocessStartTag(p);
  };
  const endTag = (p: Parser): void => {
    leave(p);
    reprocessEndTag(p);
  };
  return {
    startTag: byTag(startTags, startTag),
    endTag: byTag(endsAt === '' ? endTags : { ...endTags, [endsAt]: endTag }, endsAt === '' ? endTag : ignore),
    text: (p, start, end) => {
      const from = skipWhiteSpace(p, start, end);
      if (keepsWhiteSpace) insertText(p, start, from);
      if (from === end) return;
      p.tagStart = from;
      leave(p);
      reprocessText(p, from, end);
    },
    end: (p) => {
      leave(p);
      processEnd(p);
    },
  };
}

export const initial = leaving(leaveInitial, false, {}, {}, '');
function leaveInitial(p: Parser): void {
  p.quirks = 'quirks';
  p.mode = BEFORE_HTML;
}

export const beforeHtml = leaving(leaveBeforeHtml, false, { html: startHtml }, {}, 'head body html br');
function startHtml(p: Parser): void {
  insertElement(p);
  p.mode = BEFORE_HEAD;
}
function leaveBeforeHtml(p: Parser): void {
  insertImplied(p, HTML);
  p.mode = BEFORE_HEAD;
}

const startTagInBody = (p: Parser): void => inBody.startTag(p);

export const beforeHead = leaving(
  leaveBeforeHead,
  false,
  { html: startTagInBody, head: startHead },
  {},
  'head body html br',
);
function startHead(p: Parser): void {
  p.head = insertElement(p);
  p.mode = IN_HEAD;
}
function leaveBeforeHead(p: Parser): void {
  p.head = insertImplied(p, HEAD);
  p.mode = IN_HEAD;
}

export const inHead = leaving(
  leaveHead,
  true,
  {
    html: startTagInBody,
    'base basefont bgsound link meta': insertVoid,
    'title noframes style script': startRawText,
    noscript: startNoscript,
    template: startTemplate,
    head: ignore,
  },
  { head: leaveHead, template: endTemplate },
  'body html br',
);
function leaveHead(p: Parser): void {
  pop(p);
  p.mode = AFTER_HEAD;
}

/** Inserts an element whose content is text up to its end tag. */
export function startRawText(p: Parser): void {
  insertElement(p);
  p.rawTextTag = p.tag;
  p.originalMode = p.mode;
  p.mode = TEXT;
}

function startNoscript(p: Parser): void {
  if (p.isScripting) {
    startRawText(p);
    return;
  }
  insertElement(p);
  p.mode = IN_HEAD_NOSCRIPT;
}

function startTemplate(p: Parser): void {
  insertElement(p);
  insertMarker(p);
  p.framesetOk = false;
  p.mode = IN_TEMPLATE;
  p.templateModes.push(IN_TEMPLATE);
}

export function endTemplate(p: Parser): void {
  if (!isInTemplate(p)) return;
  generateImpliedEndTagsThoroughly(p);
  popUntil(p, TEMPLATE);
  clearToLastMarker(p);
  p.templateModes.pop();
  resetMode(p);
}

const startTagInHead = (p: Parser): void => inHead.startTag(p);

export const inHeadNoscript = leaving(
  leaveNoscript,
  true,
  { html: startTagInBody, 'basefont bgsound link meta noframes style': startTagInHead, 'head noscript': ignore },
  { noscript: leaveNoscript },
  'br',
);
function leaveNoscript(p: Parser): void {
  pop(p);
  p.mode = IN_HEAD;
}

export const afterHead = leaving(
  leaveAfterHead,
  true,
  {
    html: startTagInBody,
    body: startBody,
    frameset: startFrameset,
    'base basefont bgsound link meta noframes script style template title': startAbandoned,
    head: ignore,
  },
  { template: endTemplate },
  'body html br',
);
function startBody(p: Parser): void {
  insertElement(p);
  p.framesetOk = false;
  p.mode = IN_BODY;
}
function startFrameset(p: Parser): void {
  insertElement(p);
  p.mode = IN_FRAMESET;
}
function leaveAfterHead(p: Parser): void {
  insertImplied(p, BODY);
  p.mode = IN_BODY;
}
/** What belongs into the head goes there even behind its end tag. */
function startAbandoned(p: Parser): void {
  p.isOutOfOrder = true;
  push(p, p.head, IN_HTML);
  startTagInHead(p);
  removeNode(p, p.head);
}
