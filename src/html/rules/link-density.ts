import type { Block } from '../block.ts';
import { ofTags } from '../page-view.ts';
import type { Rule } from './rule.ts';

const isCell = ofTags('td th h1 h2 h3 h4 h5 h6 dd dt');

/** Links and little else. */
export const isLinks = ({ text, linked }: Block): boolean => text.length > 0 && linked >= text.length * 0.8;

/** Blocks that are links and little else, outside tables and headings: menus, teasers, tag lists. */
export const linkDensity: Rule = {
  name: 'link-density',
  vote: (block, page) => {
    if (!isLinks(block) || block.text.length >= 80) return undefined;
    return page.isWithin(block.element, isCell) ? undefined : false;
  },
};
