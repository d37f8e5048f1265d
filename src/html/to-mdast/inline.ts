/** Inline content → phrasing content, white space collapsed as browsers do. */
import type { PhrasingContent } from 'mdast';
import { attribute, children, kind, type NodeId, tag, text } from '../../tree/node.ts';
import { safeAddress } from './address.ts';
import { isKept, type State } from './state.ts';

type Mark = 'strong' | 'emphasis' | 'delete';

const MARKS: Readonly<Record<string, Mark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  s: 'delete',
  del: 'delete',
  strike: 'delete',
};
const RAW = new Set(['sub', 'sup', 'kbd', 'ins', 'mark']);

/** Phrasing content of some sibling nodes, without white space at its edges. */
export function inline(state: State, nodes: readonly NodeId[]): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  for (const node of nodes) found.push(...one(state, node, new Set()));
  return trimEdges(collapse(found));
}

function one(state: State, node: NodeId, marks: ReadonlySet<string>): PhrasingContent[] {
  const { tree } = state;
  if (!isKept(state, node)) return [];
  if (kind(tree, node) === 'text') return [{ type: 'text', value: text(tree, node).replace(/[ \t\n\r\f]+/g, ' ') }];
  const name = tag(tree, node);
  if (name === 'br') return [{ type: 'break' }];
  if (name === 'wbr') return [];
  if (name === 'img') return image(state, node);
  if (/^(?:code|tt|samp)$/.test(name)) return code(state, node);
  const inner = (more: ReadonlySet<string>) => children(tree, node).flatMap((child) => one(state, child, more));
  const mark = MARKS[name];
  if (mark !== undefined && !marks.has(mark))
    return wrap(inner(new Set([...marks, mark])), (content) => ({ type: mark, children: content }));
  if (name === 'a' && state.links && !marks.has('link')) {
    const url = safeAddress(attribute(tree, node, 'href'), state.base);
    const content = inner(new Set([...marks, 'link']));
    return url === undefined ? content : wrap(content, (inside) => ({ type: 'link', url, children: inside }));
  }
  if (RAW.has(name) && !marks.has('raw')) {
    return wrap(inner(new Set([...marks, 'raw'])), (content) => [
      { type: 'html', value: `<${name}>` },
      ...content,
      { type: 'html', value: `</${name}>` },
    ]);
  }
  return inner(marks);
}

function code(state: State, node: NodeId): PhrasingContent[] {
  const value = text(state.tree, node).replace(/\s+/g, ' ');
  return value.trim() === '' ? [] : [{ type: 'inlineCode', value: value.trim() }];
}

function image({ tree, images, base }: State, node: NodeId): PhrasingContent[] {
  if (!images) return [];
  const lazy = ['data-src', 'data-original', 'data-lazy-src', 'src'].map((name) => attribute(tree, node, name));
  const url = safeAddress(
    lazy.find((address) => address !== undefined && !address.startsWith('data:')),
    base,
  );
  if (url === undefined) return [];
  return [{ type: 'image', url, alt: (attribute(tree, node, 'alt') ?? '').replace(/\s+/g, ' ').trim() }];
}

/** Marks go around words, never around the blanks at their edges: `** a**` is no emphasis. */
function wrap(
  content: PhrasingContent[],
  make: (inside: PhrasingContent[]) => PhrasingContent | PhrasingContent[],
): PhrasingContent[] {
  const inside = collapse(content);
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  while (isBlank(inside[0])) before.push(inside.shift() as PhrasingContent);
  while (isBlank(inside.at(-1))) after.unshift(inside.pop() as PhrasingContent);
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return [...before, ...after];
  if (first.type === 'text' && first.value.startsWith(' ')) {
    before.push({ type: 'text', value: ' ' });
    first.value = first.value.slice(1);
  }
  if (last.type === 'text' && last.value.endsWith(' ')) {
    after.unshift({ type: 'text', value: ' ' });
    last.value = last.value.slice(0, -1);
  }
  return [...before, ...[make(inside)].flat(), ...after];
}

const isBlank = (node: PhrasingContent | undefined): boolean =>
  node !== undefined && (node.type === 'break' || (node.type === 'text' && node.value.trim() === ''));

/** Joins neighbouring texts and keeps one blank where there were several. */
function collapse(content: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of content) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else if (node.type !== 'text' || node.value !== '') joined.push(node.type === 'text' ? { ...node } : node);
  }
  for (const [at, node] of joined.entries()) {
    if (node.type !== 'text') continue;
    node.value = node.value.replace(/ {2,}/g, ' ');
    if (joined[at - 1]?.type === 'break') node.value = node.value.trimStart();
    if (joined[at + 1]?.type === 'break') node.value = node.value.trimEnd();
  }
  return joined.filter((node) => node.type !== 'text' || node.value !== '');
}

function trimEdges(content: PhrasingContent[]): PhrasingContent[] {
  while (isBlank(content[0])) content.shift();
  while (isBlank(content.at(-1))) content.pop();
  const first = content[0];
  if (first?.type === 'text') first.value = first.value.trimStart();
  const last = content.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return content;
}
