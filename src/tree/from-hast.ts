/**
 * hast → tree, so that plugins and rehype-parse feed the same stages as our own parser. The contents of `<template>`
 * become its children; property names become attribute names again. All strings are written behind one another as
 * the tree's source, which is then taken as it stands.
 */
import type { ElementContent, Nodes, Properties, Root } from 'hast';
import { find, html, svg } from 'property-information';
import {
  COMMENT,
  DOCTYPE,
  DOCUMENT,
  ELEMENT,
  MATHML,
  type Namespace,
  NONE,
  type NodeId,
  SVG,
  TEXT_NODE,
  type Tree,
} from './node.ts';
import { KNOWN, KNOWN_COUNT, knownId } from './parser/names.ts';

type Schema = typeof html;

const BITS = { root: DOCUMENT, element: ELEMENT, text: TEXT_NODE, comment: COMMENT, doctype: DOCTYPE } as const;
const NAMESPACE_BITS: Readonly<Record<Namespace, number>> = { html: 0, svg: SVG, mathml: MATHML };

export function fromHast(root: Root): Tree {
  const writer = new Writer();
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
    const id = writer.add(node, top.parent, space);
    const inside = contentOf(node);
    if (inside.length > 0) stack.push({ siblings: inside, at: 0, parent: id, space: insideOf(node, space) });
  }
  const quirks = (root.data as { quirksMode?: boolean } | undefined)?.quirksMode ? 'quirks' : 'no-quirks';
  return writer.finish(quirks);
}

/** Collects nodes and the strings they hold. */
class Writer {
  private readonly kinds: number[] = [];
  private readonly tags: number[] = [];
  private readonly parents: number[] = [];
  private readonly first: number[] = [];
  private readonly last: number[] = [];
  private readonly next: number[] = [];
  private readonly previous: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly attributesFrom: number[] = [];
  private readonly attributesTo: number[] = [];
  private readonly attributeNames: number[] = [];
  private readonly valueStarts: number[] = [];
  private readonly valueEnds: number[] = [];
  private readonly ownNames: string[] = [];
  private readonly ownIds = new Map<string, number>();
  private readonly encoder = new TextEncoder();
  private readonly chunks: Uint8Array[] = [];
  private length = 0;

  add(node: Nodes, parent: NodeId, space: Namespace): NodeId {
    const id = this.kinds.length;
    const before = parent === NONE ? NONE : (this.last[parent] ?? NONE);
    this.kinds.push(BITS[node.type as keyof typeof BITS] | (node.type === 'element' ? NAMESPACE_BITS[space] : 0));
    this.tags.push(node.type === 'element' ? this.nameId(node.tagName.toLowerCase()) : 0);
    this.starts.push(this.length);
    if (node.type === 'text' || node.type === 'comment') this.write(node.value);
    this.ends.push(this.length);
    this.attributesFrom.push(this.attributeNames.length);
    if (node.type === 'element') this.addAttributes(node.properties, space);
    this.attributesTo.push(this.attributeNames.length);
    this.parents.push(parent);
    this.previous.push(before);
    this.next.push(NONE);
    this.first.push(NONE);
    this.last.push(NONE);
    if (before !== NONE) this.next[before] = id;
    if (parent !== NONE) {
      if (before === NONE) this.first[parent] = id;
      this.last[parent] = id;
    }
    return id;
  }

  finish(quirks: Tree['quirks']): Tree {
    const source = new Uint8Array(this.length);
    let at = 0;
    for (const chunk of this.chunks) {
      source.set(chunk, at);
      at += chunk.length;
    }
    return {
      source,
      isVerbatim: true,
      kinds: Uint8Array.from(this.kinds),
      tags: Int32Array.from(this.tags),
      parents: Int32Array.from(this.parents),
      firstChildren: Int32Array.from(this.first),
      lastChildren: Int32Array.from(this.last),
      nextSiblings: Int32Array.from(this.next),
      previousSiblings: Int32Array.from(this.previous),
      starts: Int32Array.from(this.starts),
      ends: Int32Array.from(this.ends),
      attributesFrom: Int32Array.from(this.attributesFrom),
      attributesTo: Int32Array.from(this.attributesTo),
      attributeNames: Int32Array.from(this.attributeNames),
      valueStarts: Int32Array.from(this.valueStarts),
      valueEnds: Int32Array.from(this.valueEnds),
      pieces: new Int32Array(0),
      adopted: new Map(),
      ownNames: this.ownIds,
      names: [...KNOWN, ...this.ownNames],
      quirks,
      flattened: 0,
    };
  }

  private addAttributes(properties: Properties, space: Namespace): void {
    const schema: Schema = space === 'svg' ? svg : html;
    for (const key in properties) {
      const value = properties[key];
      if (value === undefined || value === null || value === false) continue;
      const info = find(schema, key);
      this.attributeNames.push(this.nameId(info.attribute.toLowerCase()));
      this.valueStarts.push(this.length);
      this.write(attributeValue(value, info.commaSeparated || info.commaOrSpaceSeparated));
      this.valueEnds.push(this.length);
    }
  }

  private write(value: string): void {
    if (value === '') return;
    const chunk = this.encoder.encode(value);
    this.chunks.push(chunk);
    this.length += chunk.length;
  }

  private nameId(name: string): number {
    const known = knownId(name) ?? this.ownIds.get(name);
    if (known !== undefined) return known;
    const id = KNOWN_COUNT + this.ownNames.length;
    this.ownNames.push(name);
    this.ownIds.set(name, id);
    return id;
  }
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

function attributeValue(value: NonNullable<Properties[string]>, commas: boolean): string {
  if (value === true) return '';
  return Array.isArray(value) ? value.join(commas ? ', ' : ' ') : String(value);
}
