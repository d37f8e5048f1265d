/** Tree → hast: what rehype-parse makes of the same page, positions aside. Plugins read it. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { h, s } from 'hastscript';
import { writtenAttribute, writtenTag } from './foreign-names.ts';
import {
  attributesOf,
  attributeValue,
  firstChild,
  kind,
  NONE,
  type NodeId,
  namespace,
  nextSibling,
  quirksMode,
  type Tree,
  tag,
  text,
} from './node.ts';

/** The whole page, with what the document says of quirks. */
export function toHast(tree: Tree): Root {
  const root: Root = { type: 'root', children: [], data: { quirksMode: quirksMode(tree) !== 'no-quirks' } };
  fillAll(tree, [{ node: 0, into: root.children }]);
  return root;
}

/** One element and all inside it. */
export function elementToHast(tree: Tree, node: NodeId): Element {
  if (kind(tree, node) !== 'element') throw new Error(`node ${node} is no element`);
  const holder: RootContent[] = [];
  const open: Open[] = [];
  append(tree, node, holder, open);
  fillAll(tree, open);
  return holder[0] as Element;
}

interface Open {
  readonly node: NodeId;
  readonly into: RootContent[];
}

function fillAll(tree: Tree, open: Open[]): void {
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    for (let child = firstChild(tree, top.node); child !== NONE; child = nextSibling(tree, child)) {
      append(tree, child, top.into, open);
    }
  }
}

function append(tree: Tree, node: NodeId, into: RootContent[], open: Open[]): void {
  const what = kind(tree, node);
  if (what === 'text' || what === 'comment') into.push({ type: what, value: text(tree, node) });
  else if (what === 'doctype') into.push({ type: 'doctype' });
  else {
    const element = elementOf(tree, node);
    into.push(element);
    open.push({ node, into: childrenOf(element) });
  }
}

const childrenOf = (element: Element): RootContent[] =>
  (element.content?.children ?? element.children) as (ElementContent | RootContent)[] as RootContent[];

function elementOf(tree: Tree, node: NodeId): Element {
  const space = namespace(tree, node);
  const properties: Record<string, string> = {};
  for (const at of attributesOf(tree, node)) {
    const { prefix, name } = writtenAttribute(tree.names[tree.attributeNames[at] as number] as string, space);
    const key = prefix === '' ? name : `${prefix}:${name}`;
    // rehype-parse passes over what every object has, such as `constructor`.
    if (!Object.hasOwn(Object.prototype, key)) properties[key] = attributeValue(tree, at);
  }
  const element = (space === 'svg' ? s : h)(writtenTag(tag(tree, node), space), properties);
  if (element.tagName !== 'template') return element;
  if (space !== 'html') delete element.content;
  else if (element.content !== undefined) element.content.data = { quirksMode: false };
  return element;
}
