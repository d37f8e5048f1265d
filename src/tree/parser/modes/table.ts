/** The insertion modes "in table" and "in table text" (13.2.6.4.9, 13.2.6.4.10). */
import { insertMarker } from '../formatting.ts';
import { insertElement, insertImplied, insertText, insertVoid, isTableStructure } from '../insert.ts';
import { byTag, IN_CAPTION, IN_COLUMN_GROUP, IN_TABLE_BODY, IN_TABLE_TEXT, ignore, type Rules } from '../mode.ts';
import { tagId } from '../names.ts';
import { currentTag, isInTableScope, isInTemplate, pop, popFrom, popUntil, slotOfAny } from '../open-elements.ts';
import { resetMode } from '../reset-mode.ts';
import type { Parser } from '../state.ts';
import { processEnd, reprocessEndTag, reprocessStartTag } from '../tree-construction.ts';
import { isBlank, isNul } from '../white-space.ts';
import { endTemplate, inHead } from './head.ts';
import { inBody } from './in-body.ts';
import { isHiddenInput } from './in-body-start.ts';
import { inColumnGroup, inTableBody } from './table-parts.ts';
import { endInTemplate } from './template.ts';

const COLGROUP = tagId('colgroup');
const TABLE = tagId('table');
const TBODY = tagId('tbody');
const TABLE_CONTEXT = ['table', 'template', 'html'].map(tagId);

export const inTable: Rules = {
  startTag: byTag(
    {
      caption: startCaption,
      colgroup: startColgroup,
      col: startCol,
      'tbody tfoot thead': startTbody,
      'td th tr': startRow,
      table: startNestedTable,
      'style script template': (p) => inHead.startTag(p),
      input: startInput,
      form: startForm,
    },
    (p) => fostering(p, inBody.startTag),
  ),
  endTag: byTag(
    {
      table: endTable,
      'body caption col colgroup html tbody td tfoot th thead tr': ignore,
      template: endTemplate,
    },
    (p) => fostering(p, inBody.endTag),
  ),
  text: textInTable,
  end: endInTemplate,
};

/** What has no place in a table is processed as in the body, and put before the table. */
function fostering(p: Parser, rule: (p: Parser) => void): void {
  const before = p.fosterParenting;
  p.fosterParenting = true;
  rule(p);
  p.fosterParenting = before;
}

function clearToTable(p: Parser): void {
  popFrom(p, slotOfAny(p, TABLE_CONTEXT) + 1);
}

function startCaption(p: Parser): void {
  clearToTable(p);
  insertMarker(p);
  insertElement(p);
  p.mode = IN_CAPTION;
}

function startColgroup(p: Parser): void {
  clearToTable(p);
  insertElement(p);
  p.mode = IN_COLUMN_GROUP;
}

function startCol(p: Parser): void {
  clearToTable(p);
  insertImplied(p, COLGROUP);
  p.mode = IN_COLUMN_GROUP;
  inColumnGroup.startTag(p);
}

function startTbody(p: Parser): void {
  clearToTable(p);
  insertElement(p);
  p.mode = IN_TABLE_BODY;
}

function startRow(p: Parser): void {
  clearToTable(p);
  insertImplied(p, TBODY);
  p.mode = IN_TABLE_BODY;
  inTableBody.startTag(p);
}

function startNestedTable(p: Parser): void {
  if (!isInTableScope(p, TABLE)) return;
  popUntil(p, TABLE);
  resetMode(p);
  reprocessStartTag(p);
}

function startInput(p: Parser): void {
  if (isHiddenInput(p)) insertVoid(p);
  else fostering(p, inBody.startTag);
}

function startForm(p: Parser): void {
  if (p.form !== -1 || isInTemplate(p)) return;
  p.form = insertElement(p);
  pop(p);
}

function endTable(p: Parser): void {
  if (!isInTableScope(p, TABLE)) return;
  popUntil(p, TABLE);
  resetMode(p);
}

export function textInTable(p: Parser, start: number, end: number): void {
  if (!isTableStructure(currentTag(p))) {
    fostering(p, () => inBody.text(p, start, end));
    return;
  }
  if (isNul(p, start)) return;
  p.originalMode = p.mode;
  p.mode = IN_TABLE_TEXT;
  p.tableText.push(start, end);
}

/** Text of a table waits here until it ends: only all of it together is blank or not. */
export const inTableText: Rules = {
  startTag: (p) => {
    flushTableText(p);
    reprocessStartTag(p);
  },
  endTag: (p) => {
    flushTableText(p);
    reprocessEndTag(p);
  },
  text: (p, start, end) => {
    if (!isNul(p, start)) p.tableText.push(start, end);
  },
  end: (p) => {
    flushTableText(p);
    processEnd(p);
  },
};

export function flushTableText(p: Parser): void {
  if (p.mode !== IN_TABLE_TEXT) return;
  const { tableText } = p;
  p.tableText = [];
  let blank = true;
  for (let at = 0; at < tableText.length; at += 2) {
    blank &&= isBlank(p, tableText[at] as number, tableText[at + 1] as number);
  }
  for (let at = 0; at < tableText.length; at += 2) {
    const start = tableText[at] as number;
    const end = tableText[at + 1] as number;
    if (blank) insertText(p, start, end);
    else fostering(p, () => inBody.text(p, start, end));
  }
  p.mode = p.originalMode;
}
