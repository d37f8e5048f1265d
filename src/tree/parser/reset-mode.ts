/** Resetting the insertion mode appropriately (13.2.4.1), when the element that chose it is gone. */
import {
  AFTER_HEAD,
  BEFORE_HEAD,
  IN_BODY,
  IN_CAPTION,
  IN_CELL,
  IN_COLUMN_GROUP,
  IN_FRAMESET,
  IN_HEAD,
  IN_ROW,
  IN_SELECT,
  IN_SELECT_IN_TABLE,
  IN_TABLE,
  IN_TABLE_BODY,
  IN_TEMPLATE,
} from './mode.ts';
import { tagId } from './names.ts';
import { slotOf } from './open-elements.ts';
import type { Parser } from './state.ts';

const HTML = tagId('html');
const SELECT = tagId('select');
const TABLE = tagId('table');
const TEMPLATE = tagId('template');
const MODES: ReadonlyMap<number, number> = new Map(
  Object.entries({
    tr: IN_ROW,
    tbody: IN_TABLE_BODY,
    thead: IN_TABLE_BODY,
    tfoot: IN_TABLE_BODY,
    caption: IN_CAPTION,
    colgroup: IN_COLUMN_GROUP,
    table: IN_TABLE,
    body: IN_BODY,
    frameset: IN_FRAMESET,
    select: IN_SELECT,
    template: IN_TEMPLATE,
    td: IN_CELL,
    th: IN_CELL,
    head: IN_HEAD,
    html: BEFORE_HEAD,
  }).map(([name, mode]) => [tagId(name), mode]),
);

/** The topmost open element that chooses a mode does so. */
export function resetMode(p: Parser): void {
  let topmost = 0;
  let chooser = HTML;
  for (const tag of MODES.keys()) {
    const slot = slotOf(p, tag);
    if (slot <= topmost) continue;
    topmost = slot;
    chooser = tag;
  }
  if (topmost === 0) p.mode = IN_BODY;
  else if (chooser === TEMPLATE) p.mode = p.templateModes.at(-1) ?? IN_TEMPLATE;
  else if (chooser === HTML) p.mode = p.head === -1 ? BEFORE_HEAD : AFTER_HEAD;
  else if (chooser === SELECT && slotOf(p, TABLE) > slotOf(p, TEMPLATE)) p.mode = IN_SELECT_IN_TABLE;
  else p.mode = MODES.get(chooser) ?? IN_BODY;
}
