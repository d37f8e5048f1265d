/** The rules in their order: the first that has an opinion decides. */
import { boilerplateName } from './boilerplate-name.ts';
import { colophon } from './colophon.ts';
import { consent } from './consent.ts';
import { duplicate } from './duplicate.ts';
import { frameElement } from './frame-element.ts';
import { hidden } from './hidden.ts';
import { linkColumn } from './link-column.ts';
import { linkDensity } from './link-density.ts';
import { linksOutsideMain, mainContainer } from './main-container.ts';
import { notice } from './notice.ts';
import type { Rule } from './rule.ts';

/** What no reader sees is cut even from a whole page. */
export const ALWAYS: readonly Rule[] = [hidden];

export const RULES: readonly Rule[] = [
  hidden,
  consent,
  frameElement,
  boilerplateName,
  linkColumn,
  mainContainer,
  colophon,
  notice,
  duplicate,
  linkDensity,
];

/** Where text stands on such a page says little of what it is. */
export const PLAIN_RULES: readonly Rule[] = RULES.map((rule) => (rule === mainContainer ? linksOutsideMain : rule));
