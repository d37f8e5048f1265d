/** What the attributes of a page's elements say, read once a page, each value once however often it stands there. */
import { attributeValue, HAS_MORE, type NodeId, nodeCount, type Tree } from '../tree/node.ts';
import { attributeId, isElement } from '../tree/scan.ts';
import { ValueNumbers } from '../tree/value-numbers.ts';

/** No reader sees it: `display:none`, `hidden`, clipped to nothing for screen readers, or a handle for editors. */
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

const known = new WeakMap<Tree, ElementFacts>();

export function factsOf(tree: Tree): ElementFacts {
  let facts = known.get(tree);
  if (facts === undefined) {
    facts = readFacts(tree);
    known.set(tree, facts);
  }
  return facts;
}

function readFacts(tree: Tree): ElementFacts {
  const flags = new Uint8Array(nodeCount(tree));
  const classes = new Int32Array(flags.length);
  const classValues = [''];
  const classNumbers = new ValueNumbers(tree);
  const styleNumbers = new ValueNumbers(tree);
  /** By number: what a class or a style says of visibility. */
  const classFlags = [0];
  const styleFlags = [0];
  const [named, styled, hidden, ariaHidden, address] = ['class', 'style', 'hidden', 'aria-hidden', 'href'].map((name) =>
    attributeId(tree, name),
  );
  const read = (node: NodeId, at: number): number => {
    switch (tree.attributeNames[at]) {
      case named: {
        const number = classNumbers.of(at);
        if (number === classValues.length) {
          classValues.push(attributeValue(tree, at));
          classFlags.push(CLIPPED.test(classValues[number] as string) ? UNSEEN : 0);
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
}

const CLIPPED =
  /(?:^|\s)(?:mw-editsection|headerlink|heading-anchor|sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|assistive-text|offscreen)(?:$|\s)/i;
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)|clip-path\s*:\s*inset\(\s*(?:50|100)%|font-size\s*:\s*0(?:px)?\s*(?:;|$)/i;
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

const styleFlagsOf = (style: string): number =>
  HIDING.test(style) ? UNSEEN | (NOT_SHOWN.test(style) ? NOT_DISPLAYED : 0) : 0;
