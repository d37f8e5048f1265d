/** Trees as lines in the format of html5lib-tests, from parse5's tree and from ours: equal lines, equal trees. */
import type { DefaultTreeAdapterMap } from 'parse5';
import { readDoctype } from '../../src/tree/doctype.ts';
import { writtenAttribute, writtenTag } from '../../src/tree/foreign-names.ts';
import {
  attributesOf,
  attributeValue,
  kind,
  NONE,
  namespace,
  nextInside,
  parent,
  type Tree,
  tag,
  text,
} from '../../src/tree/node.ts';

const NAMESPACES: Readonly<Record<string, string>> = {
  'http://www.w3.org/1999/xhtml': 'html',
  'http://www.w3.org/2000/svg': 'svg',
  'http://www.w3.org/1998/Math/MathML': 'mathml',
};
const PREFIX: Readonly<Record<string, string>> = { html: '', svg: 'svg ', mathml: 'math ' };

const indent = (depth: number): string => `| ${'  '.repeat(depth)}`;

function doctypeLine(name: string, publicId: string, systemId: string): string {
  return publicId === '' && systemId === '' ? `<!DOCTYPE ${name}>` : `<!DOCTYPE ${name} "${publicId}" "${systemId}">`;
}

/** The quirks mode, then a line for each node and attribute. */
export function linesOfParse5(document: DefaultTreeAdapterMap['document']): string[] {
  const lines: string[] = [`mode ${document.mode}`];
  const open: { node: DefaultTreeAdapterMap['childNode']; depth: number }[] = [];
  const pushAll = (nodes: readonly DefaultTreeAdapterMap['childNode'][], depth: number): void => {
    for (let at = nodes.length - 1; at >= 0; at -= 1) {
      open.push({ node: nodes[at] as DefaultTreeAdapterMap['childNode'], depth });
    }
  };
  pushAll(document.childNodes, 0);
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { node, depth } = top;
    if ('tagName' in node) {
      const space = NAMESPACES[node.namespaceURI] ?? node.namespaceURI;
      lines.push(`${indent(depth)}<${PREFIX[space]}${node.tagName}>`);
      const attributes = node.attrs.map(
        ({ prefix, name, value }) => `${indent(depth + 1)}${prefix ? `${prefix} ` : ''}${name}="${value}"`,
      );
      lines.push(...attributes.sort());
      if ('content' in node) {
        lines.push(`${indent(depth + 1)}content`);
        pushAll(node.content.childNodes, depth + 2);
      }
      pushAll(node.childNodes, depth + 1);
    } else if (node.nodeName === '#text') {
      lines.push(`${indent(depth)}"${(node as DefaultTreeAdapterMap['textNode']).value}"`);
    } else if (node.nodeName === '#comment') {
      lines.push(`${indent(depth)}<!-- ${(node as DefaultTreeAdapterMap['commentNode']).data} -->`);
    } else {
      const { name, publicId, systemId } = node as DefaultTreeAdapterMap['documentType'];
      lines.push(indent(depth) + doctypeLine(name, publicId, systemId));
    }
  }
  return lines;
}

/** The same of our tree; throws where ids are not in document order. */
export function linesOfTree(tree: Tree): string[] {
  const lines: string[] = [`mode ${tree.quirks}`];
  const depths = new Int32Array(tree.kinds.length);
  let last = 0;
  for (let node = nextInside(tree, 0); node !== NONE; node = nextInside(tree, node)) {
    if (node !== last + 1) throw new Error(`node ${node} follows node ${last}`);
    last = node;
    const around = parent(tree, node);
    const isContent = tag(tree, around) === 'template' && namespace(tree, around) === 'html';
    const depth = around === 0 ? 0 : (depths[around] as number) + (isContent ? 2 : 1);
    depths[node] = depth;
    pushNode(tree, node, depth, lines);
  }
  if (last !== tree.kinds.length - 1) throw new Error(`${tree.kinds.length} nodes, but the last is ${last}`);
  return lines;
}

function pushNode(tree: Tree, node: number, depth: number, lines: string[]): void {
  const what = kind(tree, node);
  if (what === 'text') lines.push(`${indent(depth)}"${text(tree, node)}"`);
  else if (what === 'comment') lines.push(`${indent(depth)}<!-- ${text(tree, node)} -->`);
  else if (what === 'doctype') {
    const source = new TextDecoder().decode(tree.source.subarray(tree.starts[node], tree.ends[node]));
    const { name, publicId, systemId } = readDoctype(source.replace(/\r\n?/g, '\n'), true);
    lines.push(indent(depth) + doctypeLine(name, publicId ?? '', systemId ?? ''));
  } else {
    const space = namespace(tree, node);
    lines.push(`${indent(depth)}<${PREFIX[space]}${writtenTag(tag(tree, node), space)}>`);
    const attributes = attributesOf(tree, node).map((at) => {
      const { prefix, name } = writtenAttribute(tree.names[tree.attributeNames[at] as number] as string, space);
      return `${indent(depth + 1)}${prefix ? `${prefix} ` : ''}${name}="${attributeValue(tree, at)}"`;
    });
    lines.push(...attributes.sort());
    if (tag(tree, node) === 'template' && space === 'html') lines.push(`${indent(depth + 1)}content`);
  }
}

/** The first line that differs, of both, or undefined. */
export function firstDifference(ours: readonly string[], theirs: readonly string[]): string | undefined {
  const length = Math.max(ours.length, theirs.length);
  for (let at = 0; at < length; at += 1) {
    if (ours[at] !== theirs[at]) return `line ${at}: ours ${ours[at]}, parse5 ${theirs[at]}`;
  }
  return undefined;
}
