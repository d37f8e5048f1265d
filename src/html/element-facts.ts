/** What the attributes of a page's elements say, read once a page, each value once however often it stands there. */
import { type ClassNumbers, classNumbersOf } from '../tree/class-numbers.ts';
import { attribute, attributeValue, HAS_MORE, type NodeId, nodeCount, parent, type Tree } from '../tree/node.ts';
import { perTree } from '../tree/per-tree.ts';
import { attributeId, isElement, nameTable } from '../tree/scan.ts';
import { ValueNumbers } from '../tree/value-numbers.ts';
import { classNames, namesIn } from './class-names.ts';
import { hiddenBySheets } from './sheet-hidden.ts';
import { CLIPPED, suspicionsOf, TOLD_BY_ID } from './suspicions.ts';

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

export interface ElementFacts extends ClassNumbers {
  /** The bits above, by node; and those of all nodes. */
  readonly flags: Uint8Array;
  readonly flagged: number;
  /** By node the bits of `suspicions.ts` for its class and its id; and those of all nodes. */
  readonly suspicions: Uint16Array;
  readonly suspected: number;
}

export const factsOf = perTree((tree): ElementFacts => {
  const reader = new FactsReader(tree);
  reader.read();
  return reader;
});

/** By node the bits of `suspicions.ts`; nothing where no element has one of these. */
export function suspectsOf(tree: Tree, bits: number): Uint16Array | undefined {
  const { suspicions, suspected } = factsOf(tree);
  return (suspected & bits) === 0 ? undefined : suspicions;
}

/** What an attribute is read for, by its name. */
const [CLASS, ID, STYLE, HIDDEN, IS_ARIA_HIDDEN, ADDRESS, COLOR] = [1, 2, 3, 4, 5, 6, 7];
const READ = nameTable([
  ['class', CLASS],
  ['id', ID],
  ['style', STYLE],
  ['hidden', HIDDEN],
  ['aria-hidden', IS_ARIA_HIDDEN],
  ['href', ADDRESS],
  ['color', COLOR],
]);

class FactsReader implements ElementFacts {
  readonly flags: Uint8Array;
  flagged = 0;
  readonly classes: Int32Array;
  readonly classValues: readonly string[];
  readonly classesThat: ClassNumbers['classesThat'];
  readonly suspicions: Uint16Array;
  suspected = 0;
  private readonly tree: Tree;
  private readonly styleNumbers: ValueNumbers;
  /** By number: what a class or a style says of visibility. */
  private readonly classFlags: number[] = [];
  private readonly classSuspicions: number[] = [];
  private readonly styleFlags: number[] = [0];
  /** Elements with a colour of their own, and backgrounds by element. */
  private readonly coloured: NodeId[] = [];
  private readonly backgrounds = new Map<NodeId, string>();
  /** Number of the name `bgcolor`, which few pages have. */
  private readonly background: number;

  constructor(tree: Tree) {
    this.tree = tree;
    this.flags = new Uint8Array(nodeCount(tree));
    const { classes, classValues, classesThat } = classNumbersOf(tree);
    this.classes = classes;
    this.classValues = classValues;
    this.classesThat = classesThat;
    for (const value of classValues) {
      const suspicions = suspicionsOf(value);
      this.classSuspicions.push(suspicions);
      this.classFlags.push((suspicions & CLIPPED) !== 0 && isClippedName(value) ? UNSEEN : 0);
    }
    this.suspicions = new Uint16Array(this.flags.length);
    this.styleNumbers = new ValueNumbers(tree);
    this.background = attributeId(tree, 'bgcolor');
  }

  read(): void {
    const { tree, flags } = this;
    for (let node: NodeId = 1; node < flags.length; node += 1) {
      if (!isElement(tree, node)) continue;
      const to = tree.attributesTo[node] as number;
      for (let at = tree.attributesFrom[node] as number; at < to; at += 1) this.readAttribute(node, at);
      if (((tree.kinds[node] as number) & HAS_MORE) !== 0)
        for (const at of tree.adopted.get(node) ?? []) this.readAttribute(node, at);
    }
    const inSheets = hiddenBySheets(tree);
    if (inSheets.size > 0) this.hideNamed(inSheets);
    if (this.coloured.length === 0 || this.backgrounds.size === 0) return;
    for (const node of sameColoured(tree, this.coloured, this.backgrounds)) this.flag(node, UNSEEN);
  }

  /** Marks the elements that have one of these names, `.class` or `#id`. */
  private hideNamed(names: ReadonlySet<string>): void {
    const { tree, classes } = this;
    const called = (sign: string) => [...names].filter((name) => name.startsWith(sign)).map((name) => name.slice(1));
    const [ids, own] = [new Set(called('#')), new Set(called('.'))];
    const isNamed = this.classesThat((value) => namesIn(value).some((name) => own.has(name)));
    for (let node: NodeId = 1; node < classes.length; node += 1) {
      const isHidden =
        isNamed[classes[node] as number] === 1 || (ids.size > 0 && ids.has(attribute(tree, node, 'id') ?? ''));
      if (isHidden) this.flag(node, UNSEEN | NOT_DISPLAYED);
    }
  }

  private flag(node: NodeId, flags: number): void {
    this.flags[node] = (this.flags[node] as number) | flags;
    this.flagged |= flags;
  }

  private suspect(node: NodeId, bits: number): void {
    this.suspicions[node] = (this.suspicions[node] as number) | bits;
    this.suspected |= bits;
  }

  private readAttribute(node: NodeId, at: number): void {
    const { tree } = this;
    const name = tree.attributeNames[at] as number;
    switch (READ[name] ?? 0) {
      case CLASS:
        this.readClass(node);
        return;
      case ID:
        this.suspect(node, suspicionsOf(attributeValue(tree, at)) & TOLD_BY_ID);
        return;
      case STYLE:
        this.readStyle(node, at);
        return;
      case HIDDEN:
        this.flag(node, attributeValue(tree, at) === 'false' ? NOT_DISPLAYED : NOT_DISPLAYED | UNSEEN);
        return;
      case IS_ARIA_HIDDEN:
        if (attributeValue(tree, at) === 'true') this.flag(node, ARIA_HIDDEN);
        return;
      case ADDRESS:
        this.flag(node, HAS_ADDRESS);
        return;
      case COLOR:
        this.coloured.push(node);
        return;
      default:
        if (name === this.background) this.backgrounds.set(node, colourOf(attributeValue(tree, at)));
    }
  }

  private readClass(node: NodeId): void {
    const number = this.classes[node] as number;
    this.flag(node, this.classFlags[number] as number);
    this.suspect(node, this.classSuspicions[number] as number);
  }

  private readStyle(node: NodeId, at: number): void {
    const number = this.styleNumbers.of(at);
    if (number === this.styleFlags.length) this.styleFlags.push(styleFlagsOf(attributeValue(this.tree, at)));
    this.flag(node, this.styleFlags[number] as number);
  }
}

/** Elements whose colour is that of the nearest background around them. */
function sameColoured(tree: Tree, coloured: readonly NodeId[], backgrounds: ReadonlyMap<NodeId, string>): NodeId[] {
  const behind = new Int32Array(nodeCount(tree));
  for (let node: NodeId = 1; node < behind.length; node += 1) {
    behind[node] = backgrounds.has(node) ? node : (behind[parent(tree, node)] as number);
  }
  return coloured.filter((node) => {
    const colour = colourOf(attribute(tree, node, 'color') ?? '');
    return isColour(colour) && colour === backgrounds.get(behind[node] as number);
  });
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

/** Templates leave colours empty, and editors of letters write both as `initial`, which are two. */
const isColour = (value: string): boolean => !NO_COLOUR.test(value);
const NO_COLOUR = /^(?:|(?:inherit|initial|unset|revert|revert-layer|none|auto)(?:\s*!important)?)$/;

const isClippedName = classNames(
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
  const background = colourOf(BACKGROUND.exec(style)?.[1] ?? '');
  const isOne = isColour(background) && colourOf(COLOUR.exec(style)?.[1] ?? '') === background;
  return isOne ? UNSEEN : 0;
}
