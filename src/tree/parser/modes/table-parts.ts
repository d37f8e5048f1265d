/** The insertion modes inside tables: caption, column group, table body, row, cell (13.2.6.4.11 to 13.2.6.4.15). */
import { clearToLastMarker, insertMarker } from '../formatting.ts';
import { insertElement, insertImplied, insertText, insertVoid } from '../insert.ts';
import { byTag, IN_CELL, IN_ROW, IN_TABLE, IN_TABLE_BODY, ignore, type Rules } from '../mode.ts';
import { tagId } from '../names.ts';
import {
  generateImpliedEndTags,
  isCurrentHtml,
  isInTableScope,
  isSlotInTableScope,
  pop,
  popFrom,
  popUntil,
  slotOfAny,
} from '../open-elements.ts';
import type { Parser } from '../state.ts';
import { reprocessEndTag, reprocessStartTag, reprocessText } from '../tree-construction.ts';
import { skipToWhiteSpace, skipWhiteSpace } from '../white-space.ts';
import { endTemplate, inHead } from './head.ts';
import { inBody } from './in-body.ts';
import { inTable, textInTable } from './table.ts';
import { endInTemplate } from './template.ts';

const CAPTION = tagId('caption');
const COLGROUP = tagId('colgroup');
const TABLE = tagId('table');
const TD = tagId('td');
const TH = tagId('th');
const TR = tagId('tr');
const BODIES = ['tbody', 'tfoot', 'thead'].map(tagId);
const BODY_CONTEXT = ['tbody', 'tfoot', 'thead', 'template', 'html'].map(tagId);
const ROW_CONTEXT = ['tr', 'template', 'html'].map(tagId);

export const inCaption: Rules = {
  startTag: byTag(
    {
      'caption col colgroup tbody td tfoot th thead tr': (p) => {
        if (leaveCaption(p)) inTable.startTag(p);
      },
    },
    (p) => inBody.startTag(p),
  ),
  endTag: byTag(
    {
      'caption table': (p) => {
        if (leaveCaption(p) && p.tag === TABLE) inTable.endTag(p);
      },
      'body col colgroup html tbody td tfoot th thead tr': ignore,
    },
    (p) => inBody.endTag(p),
  ),
  text: (p, start, end) => inBody.text(p, start, end),
  end: endInTemplate,
};

function leaveCaption(p: Parser): boolean {
  if (!isInTableScope(p, CAPTION)) return false;
  generateImpliedEndTags(p);
  popUntil(p, CAPTION);
  clearToLastMarker(p);
  p.mode = IN_TABLE;
  return true;
}

export const inColumnGroup: Rules = {
  startTag: byTag(
    {
      html: (p) => inBody.startTag(p),
      col: insertVoid,
      template: (p) => inHead.startTag(p),
    },
    (p) => {
      if (leaveColumnGroup(p)) reprocessStartTag(p);
    },
  ),
  endTag: byTag({ colgroup: leaveColumnGroup, template: endTemplate, col: ignore }, (p) => {
    if (leaveColumnGroup(p)) reprocessEndTag(p);
  }),
  text: (p, start, end) => {
    // In a template there is no column group to leave: what is not white space is dropped there.
    for (let from = start; from < end; ) {
      const wordAt = skipWhiteSpace(p, from, end);
      insertText(p, from, wordAt);
      if (wordAt === end) return;
      if (leaveColumnGroup(p)) {
        reprocessText(p, wordAt, end);
        return;
      }
      from = skipToWhiteSpace(p, wordAt, end);
    }
  },
  end: endInTemplate,
};

function leaveColumnGroup(p: Parser): boolean {
  if (!isCurrentHtml(p, COLGROUP)) return false;
  pop(p);
  p.mode = IN_TABLE;
  return true;
}

export const inTableBody: Rules = {
  startTag: byTag(
    {
      tr: (p) => {
        popFrom(p, slotOfAny(p, BODY_CONTEXT) + 1);
        insertElement(p);
        p.mode = IN_ROW;
      },
      'td th': (p) => {
        popFrom(p, slotOfAny(p, BODY_CONTEXT) + 1);
        insertImplied(p, TR);
        p.mode = IN_ROW;
        inRow.startTag(p);
      },
      'caption col colgroup tbody tfoot thead': (p) => {
        if (leaveTableBody(p)) inTable.startTag(p);
      },
    },
    (p) => inTable.startTag(p),
  ),
  endTag: byTag(
    {
      'tbody tfoot thead': (p) => {
        if (isInTableScope(p, p.tag)) leaveTableBody(p);
      },
      table: (p) => {
        if (leaveTableBody(p)) inTable.endTag(p);
      },
      'body caption col colgroup html td th tr': ignore,
    },
    (p) => inTable.endTag(p),
  ),
  text: textInTable,
  end: endInTemplate,
};

function leaveTableBody(p: Parser): boolean {
  if (!isSlotInTableScope(p, slotOfAny(p, BODIES))) return false;
  popFrom(p, slotOfAny(p, BODY_CONTEXT) + 1);
  pop(p);
  p.mode = IN_TABLE;
  return true;
}

export const inRow: Rules = {
  startTag: byTag(
    {
      'td th': (p) => {
        popFrom(p, slotOfAny(p, ROW_CONTEXT) + 1);
        insertElement(p);
        p.mode = IN_CELL;
        insertMarker(p);
      },
      'caption col colgroup tbody tfoot thead tr': (p) => {
        if (leaveRow(p)) inTableBody.startTag(p);
      },
    },
    (p) => inTable.startTag(p),
  ),
  endTag: byTag(
    {
      tr: leaveRow,
      table: (p) => {
        if (leaveRow(p)) inTableBody.endTag(p);
      },
      'tbody tfoot thead': (p) => {
        if (!isInTableScope(p, p.tag) && !isInTableScope(p, TR)) return;
        popRow(p);
        inTableBody.endTag(p);
      },
      'body caption col colgroup html td th': ignore,
    },
    (p) => inTable.endTag(p),
  ),
  text: textInTable,
  end: endInTemplate,
};

function leaveRow(p: Parser): boolean {
  if (!isInTableScope(p, TR)) return false;
  popRow(p);
  return true;
}

function popRow(p: Parser): void {
  popFrom(p, slotOfAny(p, ROW_CONTEXT) + 1);
  pop(p);
  p.mode = IN_TABLE_BODY;
}

export const inCell: Rules = {
  startTag: byTag(
    {
      'caption col colgroup tbody td tfoot th thead tr': (p) => {
        if (!isInTableScope(p, TD) && !isInTableScope(p, TH)) return;
        closeCell(p);
        inRow.startTag(p);
      },
    },
    (p) => inBody.startTag(p),
  ),
  endTag: byTag(
    {
      'td th': (p) => {
        if (!isInTableScope(p, p.tag)) return;
        generateImpliedEndTags(p);
        popUntil(p, p.tag);
        clearToLastMarker(p);
        p.mode = IN_ROW;
      },
      'table tbody tfoot thead tr': (p) => {
        if (!isInTableScope(p, p.tag)) return;
        closeCell(p);
        inRow.endTag(p);
      },
      'body caption col colgroup html': ignore,
    },
    (p) => inBody.endTag(p),
  ),
  text: (p, start, end) => inBody.text(p, start, end),
  end: endInTemplate,
};

function closeCell(p: Parser): void {
  generateImpliedEndTags(p);
  popFrom(p, Math.max(1, slotOfAny(p, [TD, TH])));
  clearToLastMarker(p);
  p.mode = IN_ROW;
}
