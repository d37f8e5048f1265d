/** The insertion mode "in template" (13.2.6.4.16), and the end of the source, which closes templates first. */
import { clearToLastMarker } from '../formatting.ts';
import { byTag, IN_BODY, IN_COLUMN_GROUP, IN_ROW, IN_TABLE, IN_TABLE_BODY, ignore, type Rules } from '../mode.ts';
import { tagId } from '../names.ts';
import { isInTemplate, popUntil } from '../open-elements.ts';
import { resetMode } from '../reset-mode.ts';
import type { Parser } from '../state.ts';
import { processEnd } from '../tree-construction.ts';
import { endTemplate, inHead } from './head.ts';
import { inBody } from './in-body.ts';
import { inTable } from './table.ts';
import { inColumnGroup, inRow, inTableBody } from './table-parts.ts';

const TEMPLATE = tagId('template');

/** The first tag tells what the template's content is to be. */
function become(p: Parser, mode: number, rules: Rules): void {
  p.templateModes[p.templateModes.length - 1] = mode;
  p.mode = mode;
  rules.startTag(p);
}

export const inTemplate: Rules = {
  startTag: byTag(
    {
      'base basefont bgsound link meta noframes script style template title': (p) => inHead.startTag(p),
      'caption colgroup tbody tfoot thead': (p) => become(p, IN_TABLE, inTable),
      col: (p) => become(p, IN_COLUMN_GROUP, inColumnGroup),
      tr: (p) => become(p, IN_TABLE_BODY, inTableBody),
      'td th': (p) => become(p, IN_ROW, inRow),
    },
    (p) => become(p, IN_BODY, inBody),
  ),
  endTag: byTag({ template: endTemplate }, ignore),
  text: (p, start, end) => inBody.text(p, start, end),
  end: endInTemplate,
};

export function endInTemplate(p: Parser): void {
  if (!isInTemplate(p)) return;
  while (isInTemplate(p)) {
    popUntil(p, TEMPLATE);
    clearToLastMarker(p);
    p.templateModes.pop();
  }
  resetMode(p);
  processEnd(p);
}
