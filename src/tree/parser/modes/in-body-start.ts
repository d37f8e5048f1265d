/** Start tags in the body (13.2.6.4.7), in the order of the standard. */
import { ATTRIBUTE, decodeRange } from '../../decode-range.ts';
import { MATHML, SVG } from '../../node.ts';
import { runAdoptionAgency } from '../adoption-agency.ts';
import { insertForeign } from '../foreign-content.ts';
import {
  insertMarker,
  lastFormatting,
  pushFormatting,
  reconstructFormatting,
  removeFormattingAt,
} from '../formatting.ts';
import { insertElement, insertVoid } from '../insert.ts';
import { IN_CAPTION, IN_CELL, IN_ROW, IN_SELECT, IN_SELECT_IN_TABLE, IN_TABLE, IN_TABLE_BODY } from '../mode.ts';
import { tagId, tagSet } from '../names.ts';
import {
  currentTag,
  generateImpliedEndTags,
  generateImpliedEndTagsThoroughly,
  isCurrentHtml,
  isInButtonScope,
  isInScope,
  isInTemplate,
  pop,
  popUntil,
  removeNode,
  slotOf,
} from '../open-elements.ts';
import type { Parser } from '../state.ts';
import { startRawText } from './head.ts';
import { endOther } from './in-body-end.ts';

const A = tagId('a');
const P = tagId('p');
const LI = tagId('li');
const DD = tagId('dd');
const DT = tagId('dt');
const BUTTON = tagId('button');
const NOBR = tagId('nobr');
const IMG = tagId('img');
const TYPE = tagId('type');
const OPTION = tagId('option');
const RUBY = tagId('ruby');
const RTC = tagId('rtc');
const HEADINGS = tagSet('h1 h2 h3 h4 h5 h6');

function closeParagraph(p: Parser): void {
  if (!isInButtonScope(p, P)) return;
  generateImpliedEndTagsThoroughly(p, P);
  popUntil(p, P);
}

export function startBlock(p: Parser): void {
  closeParagraph(p);
  insertElement(p);
}

export function startHeading(p: Parser): void {
  closeParagraph(p);
  if (HEADINGS[currentTag(p)] === 1) pop(p);
  insertElement(p);
}

export function startPre(p: Parser): void {
  startBlock(p);
  p.skipsLineFeed = true;
  p.framesetOk = false;
}

export function startForm(p: Parser): void {
  if (p.form !== -1 && !isInTemplate(p)) return;
  closeParagraph(p);
  const node = insertElement(p);
  if (!isInTemplate(p)) p.form = node;
}

export function startListItem(p: Parser): void {
  p.framesetOk = false;
  const slot = p.tag === LI ? slotOf(p, LI) : Math.max(slotOf(p, DD), slotOf(p, DT));
  if (slot !== 0 && slot >= (p.itemBoundaryAt[p.top] as number)) {
    const open = (p.openKeys[slot] as number) >> 1;
    generateImpliedEndTagsThoroughly(p, open);
    popUntil(p, open);
  }
  startBlock(p);
}

export function startPlaintext(p: Parser): void {
  startBlock(p);
  p.rawTextTag = p.tag;
}

export function startButton(p: Parser): void {
  if (isInScope(p, BUTTON)) {
    generateImpliedEndTags(p);
    popUntil(p, BUTTON);
  }
  startOther(p);
  p.framesetOk = false;
}

export function startAnchor(p: Parser): void {
  const entry = lastFormatting(p, A);
  if (entry !== -1) {
    const node = p.formatting[entry] as number;
    endFormattingOf(p, A);
    removeNode(p, node);
    const left = p.formatting.lastIndexOf(node);
    if (left !== -1) removeFormattingAt(p, left);
  }
  startFormatting(p);
}

function endFormattingOf(p: Parser, tag: number): void {
  if (!runAdoptionAgency(p, tag)) endOther(p);
}

export function startFormatting(p: Parser): void {
  reconstructFormatting(p);
  pushFormatting(p, insertElement(p));
}

export function startNobr(p: Parser): void {
  reconstructFormatting(p);
  if (isInScope(p, NOBR)) {
    endFormattingOf(p, NOBR);
    reconstructFormatting(p);
  }
  pushFormatting(p, insertElement(p));
}

export function startObject(p: Parser): void {
  startOther(p);
  insertMarker(p);
  p.framesetOk = false;
}

export function startTable(p: Parser): void {
  if (p.quirks !== 'quirks') closeParagraph(p);
  insertElement(p);
  p.framesetOk = false;
  p.mode = IN_TABLE;
}

export function startVoid(p: Parser): void {
  reconstructFormatting(p);
  insertVoid(p);
  p.framesetOk = false;
}

export function startImage(p: Parser): void {
  p.tag = IMG;
  startVoid(p);
}

export function startInput(p: Parser): void {
  reconstructFormatting(p);
  insertVoid(p);
  if (!isHiddenInput(p)) p.framesetOk = false;
}

/** Whether the current tag says `type=hidden`. */
export function isHiddenInput(p: Parser): boolean {
  for (let at = p.tagAttributes; at < p.attributeCount; at += 1) {
    if (p.attributeNames[at] !== TYPE) continue;
    const start = p.valueStarts[at] as number;
    return decodeRange(p.bytes, start, p.valueEnds[at] as number, ATTRIBUTE).toLowerCase() === 'hidden';
  }
  return false;
}

export function startRule(p: Parser): void {
  closeParagraph(p);
  insertVoid(p);
  p.framesetOk = false;
}

export function startTextarea(p: Parser): void {
  startRawText(p);
  p.skipsLineFeed = true;
  p.framesetOk = false;
}

export function startXmp(p: Parser): void {
  closeParagraph(p);
  reconstructFormatting(p);
  p.framesetOk = false;
  startRawText(p);
}

export function startIframe(p: Parser): void {
  p.framesetOk = false;
  startRawText(p);
}

export function startNoscriptInBody(p: Parser): void {
  if (p.isScripting) startRawText(p);
  else startOther(p);
}

export function startSelect(p: Parser): void {
  startOther(p);
  p.framesetOk = false;
  const isInTable =
    p.mode === IN_TABLE || p.mode === IN_CAPTION || p.mode === IN_TABLE_BODY || p.mode === IN_ROW || p.mode === IN_CELL;
  p.mode = isInTable ? IN_SELECT_IN_TABLE : IN_SELECT;
}

export function startOption(p: Parser): void {
  if (isCurrentHtml(p, OPTION)) pop(p);
  startOther(p);
}

export function startRubyBase(p: Parser): void {
  if (isInScope(p, RUBY)) generateImpliedEndTags(p);
  insertElement(p);
}

export function startRubyText(p: Parser): void {
  if (isInScope(p, RUBY)) generateImpliedEndTagsThoroughly(p, RTC);
  insertElement(p);
}

export function startSvg(p: Parser): void {
  reconstructFormatting(p);
  insertForeign(p, SVG);
}

export function startMath(p: Parser): void {
  reconstructFormatting(p);
  insertForeign(p, MATHML);
}

export function startOther(p: Parser): void {
  reconstructFormatting(p);
  insertElement(p);
}
