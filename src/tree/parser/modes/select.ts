/** The insertion modes "in select" and "in select in table", as they stood until 2025: parse5 keeps them. */
import { insertElement, insertText, insertVoid } from '../insert.ts';
import { byTag, ignore, type Rules } from '../mode.ts';
import { tagId } from '../names.ts';
import { currentTag, isCurrentHtml, isInTableScope, pop, popUntil } from '../open-elements.ts';
import { resetMode } from '../reset-mode.ts';
import type { Parser } from '../state.ts';
import { reprocessEndTag, reprocessStartTag } from '../tree-construction.ts';
import { endTemplate, inHead } from './head.ts';
import { inBody } from './in-body.ts';
import { endInTemplate } from './template.ts';

const OPTION = tagId('option');
const OPTGROUP = tagId('optgroup');
const SELECT = tagId('select');

export const inSelect: Rules = {
  startTag: byTag(
    {
      html: (p) => inBody.startTag(p),
      option: (p) => {
        closeOption(p);
        insertElement(p);
      },
      optgroup: (p) => {
        closeGroup(p);
        insertElement(p);
      },
      hr: (p) => {
        closeGroup(p);
        insertVoid(p);
      },
      'input keygen textarea': (p) => {
        if (leaveSelect(p)) reprocessStartTag(p);
      },
      select: leaveSelect,
      'script template': (p) => inHead.startTag(p),
    },
    ignore,
  ),
  endTag: byTag(
    {
      optgroup: (p) => {
        if (isCurrentHtml(p, OPTION) && p.top > 1 && (p.openKeys[p.top - 1] as number) >> 1 === OPTGROUP) pop(p);
        if (currentTag(p) === OPTGROUP) pop(p);
      },
      option: closeOption,
      select: leaveSelect,
      template: endTemplate,
    },
    ignore,
  ),
  text: insertText,
  end: endInTemplate,
};

function closeOption(p: Parser): void {
  if (currentTag(p) === OPTION) pop(p);
}

function closeGroup(p: Parser): void {
  closeOption(p);
  if (currentTag(p) === OPTGROUP) pop(p);
}

function leaveSelect(p: Parser): boolean {
  if (!isInSelectScope(p)) return false;
  popUntil(p, SELECT);
  resetMode(p);
  return true;
}

/** Only options and their groups may stand between. */
function isInSelectScope(p: Parser): boolean {
  for (let slot = p.top; slot > 0; slot -= 1) {
    const key = p.openKeys[slot] as number;
    if ((key & 1) === 1) continue;
    const tag = key >> 1;
    if (tag === SELECT) return true;
    if (tag !== OPTION && tag !== OPTGROUP) return false;
  }
  return true;
}

const TABLE_TAGS = 'caption table tbody tfoot thead tr td th';

export const inSelectInTable: Rules = {
  ...inSelect,
  startTag: byTag(
    {
      [TABLE_TAGS]: (p) => {
        popUntil(p, SELECT);
        resetMode(p);
        reprocessStartTag(p);
      },
    },
    inSelect.startTag,
  ),
  endTag: byTag(
    {
      [TABLE_TAGS]: (p) => {
        if (!isInTableScope(p, p.tag)) return;
        popUntil(p, SELECT);
        resetMode(p);
        reprocessEndTag(p);
      },
    },
    inSelect.endTag,
  ),
};
