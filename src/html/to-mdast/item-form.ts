/**
 * Editors write nested lists flat: level and kind stand on each item, `<li data-list="bullet" class="ql-indent-1">` (Quill),
 * `<li class="public-DraftStyleDefault-depth1">` (Draft.js).
 */
import { attribute, type NodeId, type Tree } from '../../tree/node.ts';
import { isBare } from '../../tree/scan.ts';
import { classOf } from './state.ts';

export interface ItemForm {
  readonly level: number;
  readonly ordered: boolean;
  readonly checked: boolean | undefined;
}

const LEVEL = /(?:^|\s)(?:ql-indent-|public-DraftStyleDefault-depth)(\d)(?:\s|$)/;

/** The forms of items, levels counted from 1; undefined where all are what their list is. */
export function formsOf(tree: Tree, items: readonly NodeId[], ordered: boolean): readonly ItemForm[] | undefined {
  if (items.every((item) => isBare(tree, item))) return undefined;
  const forms = items.map((item) => formOf(tree, item, ordered));
  const least = forms.reduce((level, form) => Math.min(level, form.level), forms[0]?.level ?? 0);
  if (forms.every((form) => form.level === least && form.ordered === ordered && form.checked === undefined))
    return undefined;
  return forms.map((form) => ({ ...form, level: form.level - least + 1 }));
}

function formOf(tree: Tree, item: NodeId, ordered: boolean): ItemForm {
  const said = attribute(tree, item, 'data-list');
  return {
    level: Number(LEVEL.exec(classOf(tree, item))?.[1] ?? 0),
    ordered: said === undefined ? ordered : said === 'ordered',
    checked: said === 'checked' || said === 'unchecked' ? said === 'checked' : undefined,
  };
}
