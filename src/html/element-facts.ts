/** What the attributes of a page's elements say, read once a page, each value once however often it stands there. */
import { attribute, attributeValue, HAS_MORE, type NodeId, nodeCount, parent, type Tree } from '../tree/node.ts';
import { perTree } from '../tree/per-tree.ts';
import { attributeId, isElement } from '../tree/scan.ts';
import { ValueNumbers } from '../tree/value-numbers.ts';
import { classNames } from './class-names.ts';
import { hiddenBySheets } from './sheet-hidden.ts';

/**
 * No reader sees it: `display:none`, `hidden`, clipped to nothing for screen readers, a box of one pixel, far off the
 * page, in the colour of its background; or a handle for editors.
 */
export const UNSEEN = 1;
/** It is not displayed, by style or attribute. */
export const NOT_DISPLAYED = 2;
export const ARIA_HIDDEN = 4;
/** It has an address, be it an empty one. */
export const HAS_ADDRESS = 8;

export interface ElementFacts {
  /** The bits above, by node. */
  readonly flags: Uint8Array;
  /** By node the number of its class: the same for the same value; 0 where there is none. */
  readonly classes: Int32Array;
  /** What the number of a class stands for. */
  readonly classValues: readonly string[];
  /** By number 1 for the classes that pass a test: each is looked at once, however many elements have it. */
  classesThat(test: (value: string) => boolean): Uint8Array;
}

export const factsOf = perTree((tree): ElementFacts => {
  const flags = new Uint8Array(nodeCount(tree));
  const classes = new Int32Array(flags.length);
  const classValues = [''];
  const classNumbers = new ValueNumbers(tree);
  const styleNumbers = new ValueNumbers(tree);
  /** By number: what a class or a style says of visibility. */
  const classFlags = [0];
  const styleFlags = [0];
  const [named, styled, hidden, ariaHidden, address, color, background] = READ.map((name) => attributeId(tree, name));
  /** Elements with a colour of their own, and backgrounds by element. */
  const coloured: NodeId[] = [];
  const backgrounds = new Map<NodeId, string>();
  const read = (node: NodeId, at: number): number => {
    switch (tree.attributeNames[at]) {
      case named: {
        const number = classNumbers.of(at);
        if (number === classValues.length) {
          classValues.push(attributeValue(tree, at));
          classFlags.push(isClipped(classValues[number] as string) ? UNSEEN : 0);
        }
        classes[node] = number;
        return classFlags[number] as number;
      }
      case styled: {
        const number = styleNumbers.of(at);
        if (number === styleFlags.length) styleFlags.push(styleFlagsOf(attributeValue(tree, at)));
        return styleFlags[number] as number;
      }
      case hidden:
        return NOT_DISPLAYED | (attributeValue(tree, at) === 'false' ? 0 : UNSEEN);
      case ariaHidden:
        return attributeValue(tree, at) === 'true' ? ARIA_HIDDEN : 0;
      case address:
        return HAS_ADDRESS;
      case color:
        coloured.push(node);
        return 0;
      case background:
        backgrounds.set(node, colourOf(attributeValue(tree, at)));
        return 0;
      default:
        return 0;
    }
  };
  for (let node: NodeId = 1; node < flags.length; node += 1) {
    if (!isElement(tree, node)) continue;
    const to = tree.attributesTo[node] as number;
    let found = 0;
    for (let at = tree.attributesFrom[node] as number; at < to; at += 1) found |= read(node, at);
    if (((tree.kinds[node] as number) & HAS_MORE) !== 0) {
      for (const at of tree.adopted.get(node) ?? []) found |= read(node, at);
    }
    flags[node] = found;
  }
  const inSheets = hiddenBySheets(tree);
  if (inSheets.size > 0) hideNamed(tree, inSheets, flags);
  for (const node of coloured.length > 0 && backgrounds.size > 0 ? sameColoured(tree, coloured, backgrounds) : []) {
    flags[node] = (flags[node] as number) | UNSEEN;
  }
  return {
    flags,
    classes,
    classValues,
    classesThat(test) {
      const found = new Uint8Array(classValues.length);
      for (let number = 0; number < found.length; number += 1)
        found[number] = test(classValues[number] as string) ? 1 : 0;
      return found;
    },
  };
});

const READ = ['class', 'style', 'hidden', 'aria-hidden', 'href', 'color', 'bgcolor'];

/** Marks the elements that have one of these names, `.class` or `#id`. */
function hideNamed(tree: Tree, names: ReadonlySet<string>, flags: Uint8Array): void {
  for (let node: NodeId = 1; node < flags.length; node += 1) {
    if (!isElement(tree, node)) continue;
    const [id, named] = [attribute(tree, node, 'id'), attribute(tree, node, 'class')];
    const isNamed =
      (id !== undefined && names.has(`#${id}`)) || named?.split(/\s+/).some((one) => names.has(`.${one}`)) === true;
    if (isNamed) flags[node] = (flags[node] as number) | UNSEEN | NOT_DISPLAYED;
  }
}

/** Elements whose colour is that of the nearest background around them. */
function sameColoured(tree: Tree, coloured: readonly NodeId[], backgrounds: ReadonlyMap<NodeId, string>): NodeId[] {
  const behind = new Int32Array(nodeCount(tree));
  for (let node: NodeId = 1; node < behind.length; node += 1) {
    behind[node] = backgrounds.has(node) ? node : (behind[parent(tree, node)] as number);
  }
  return coloured.filter(
    (node) => colourOf(attribute(tree, node, 'color') ?? '') === backgrounds.get(behind[node] as number),
  );
}

/** A colour in one spelling: `#FFF`, `ffffff` and `white` are one. */
function colourOf(value: string): string {
  const lower = value.trim().toLowerCase().replace(/^#/, '');
  const hex = /^[\da-f]{3}$/.test(lower) ? lower.replace(/./g, '$&$&') : lower;
  return COLOURS.get(hex) ?? hex;
}
const COLOURS = new Map([
  ['white', 'ffffff'],
  ['black', '000000'],
]);

const isClipped = classNames(
  'mw-editsection headerlink heading-anchor sr-only visually-hidden visuallyhidden screen-reader screenreader screen-reader-text screenreader-text screen-reader-only screenreader-only a11y-hidden assistive-text offscreen',
);
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)|clip-path\s*:\s*inset\(\s*(?:50|100)%|font-size\s*:\s*0(?:px)?\s*(?:;|$)/i;
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Moved off the page by more than a thousand pixels. */
const AWAY = /(?:^|;)\s*(?:(?:left|top|right|margin-left)|text-indent)\s*:\s*-\d{4,}(?:px|em)/i;
const SMALL = ['width', 'height'].map((side) => new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*[01](?:px)?\\s*(?:;|$)`, 'i'));
const CUT_OFF = /(?:^|;)\s*overflow\s*:\s*hidden/i;
const COLOUR = /(?:^|;)\s*color\s*:\s*([^;]+)/i;
const BACKGROUND = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;]+)/i;

function styleFlagsOf(style: string): number {
  if (HIDING.test(style)) return UNSEEN | (NOT_SHOWN.test(style) ? NOT_DISPLAYED : 0);
  if (AWAY.test(style)) return UNSEEN;
  if (CUT_OFF.test(style) && SMALL.every((side) => side.test(style))) return UNSEEN;
  const background = BACKGROUND.exec(style)?.[1];
  return background !== undefined && colourOf(COLOUR.exec(style)?.[1] ?? '') === colourOf(background) ? UNSEEN : 0;
}
