/** hast → tree. The contents of `<template>` become its children; property names become attribute names again. */
import type { ElementContent, Nodes, Properties, Root } from 'hast';
import { find, html, svg } from 'property-information';
import { type Namespace, NONE, type NodeId, type NodeKind, type Tree } from './node.ts';

type Schema = typeof html;

export function fromHast(root: Root, flattened = 0): Tree {
  const kinds: NodeKind[] = [];
  const tags: string[] = [];
  const namespaces: Namespace[] = [];
  const values: string[] = [];
  const attributes: (ReadonlyMap<string, string> | undefined)[] = [];
  const links = {
    parents: [] as number[],
    next: [] as number[],
    previous: [] as number[],
    first: [] as number[],
    last: [] as number[],
  };

  const add = (node: Nodes, parent: NodeId, space: Namespace): NodeId => {
    const id = kinds.length;
    kinds.push(node.type === 'root' ? 'document' : (node.type as NodeKind));
    tags.push(node.type === 'element' ? node.tagName.toLowerCase() : '');
    namespaces.push(space);
    values.push(node.type === 'text' || node.type === 'comment' ? node.value : '');
    attributes.push(node.type === 'element' ? attributeMap(node.properties, space) : undefined);
    const before = parent === NONE ? NONE : (links.last[parent] ?? NONE);
    links.parents.push(parent);
    links.previous.push(before);
    links.next.push(NONE);
    links.first.push(NONE);
    links.last.push(NONE);
    if (before !== NONE) links.next[before] = id;
    if (parent !== NONE) {
      if (before === NONE) links.first[parent] = id;
      links.last[parent] = id;
    }
    return id;
  };

  // Depth first with an explicit stack: each entry is a list of siblings and how far it has been read.
  const stack: { siblings: readonly Nodes[]; at: number; parent: NodeId; space: Namespace }[] = [
    { siblings: [root], at: 0, parent: NONE, space: 'html' },
  ];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.siblings[top.at++];
    if (node === undefined) {
      stack.pop();
      continue;
    }
    const space = namespaceOf(node, top.space);
    const id = add(node, top.parent, space);
    const inside = contentOf(node);
    if (inside.length > 0) stack.push({ siblings: inside, at: 0, parent: id, space: insideOf(node, space) });
  }

  return {
    kinds,
    tags,
    namespaces,
    values,
    attributes,
    parents: Int32Array.from(links.parents),
    firstChildren: Int32Array.from(links.first),
    lastChildren: Int32Array.from(links.last),
    nextSiblings: Int32Array.from(links.next),
    previousSiblings: Int32Array.from(links.previous),
    flattened,
  };
}

function contentOf(node: Nodes): readonly Nodes[] {
  if (node.type === 'element' && node.tagName === 'template' && node.content) return node.content.children;
  return 'children' in node ? (node.children as ElementContent[]) : [];
}

function namespaceOf(node: Nodes, around: Namespace): Namespace {
  if (node.type !== 'element') return around;
  if (node.tagName === 'svg') return 'svg';
  if (node.tagName === 'math') return 'mathml';
  return around;
}

/** HTML integration points: what stands inside them is HTML again. */
function insideOf(node: Nodes, space: Namespace): Namespace {
  if (node.type !== 'element') return space;
  if (space === 'svg' && /^(?:foreignobject|desc|title)$/i.test(node.tagName)) return 'html';
  if (space === 'mathml' && /^(?:mi|mo|mn|ms|mtext|annotation-xml)$/.test(node.tagName)) return 'html';
  return space;
}

function attributeMap(properties: Properties, space: Namespace): ReadonlyMap<string, string> | undefined {
  let map: Map<string, string> | undefined;
  const schema: Schema = space === 'svg' ? svg : html;
  for (const key in properties) {
    const value = properties[key];
    if (value === undefined || value === null || value === false) continue;
    const info = find(schema, key);
    map ??= new Map();
    map.set(info.attribute.toLowerCase(), attributeValue(value, info.commaSeparated || info.commaOrSpaceSeparated));
  }
  return map;
}

function attributeValue(value: NonNullable<Properties[string]>, commas: boolean): string {
  if (value === true) return '';
  return Array.isArray(value) ? value.join(commas ? ', ' : ' ') : String(value);
}
