/** The style of an element: its own, and where Google Docs wrote the page, that of its classes. */
import { attribute, firstChild, kind, type NodeId, nodeCount, rangeLength, type Tree, text } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { codeMayHold, WordSearch } from '../../tree/word-search.ts';
import { classOf, type State } from './state.ts';

export type ClassStyles = ReadonlyMap<string, string>;

const SHEETS = nameSet('style');
/** How each sheet of Google Docs begins. */
const DOCS = 'table td,table th{padding:0}';
const DOCS_END = new WordSearch('th{padding:0}');
/** Sheets of Google Docs have some kilobytes; the bundles of sites are not looked at. */
const LONGEST_SHEET = 200_000;

/** The declarations of the numbered classes in which Google Docs says what is bold; none for other pages. */
export function classStylesOf(tree: Tree): ClassStyles {
  const found = new Map<string, string>();
  for (let node = 1; node < nodeCount(tree); node += 1) {
    if (ofTag(SHEETS, tree, node) === 0 || rangeLength(tree, firstChild(tree, node)) > LONGEST_SHEET) continue;
    if (!codeMayHold(tree, node, DOCS_END)) continue;
    const sheet = text(tree, node);
    if (!sheet.includes(DOCS)) continue;
    for (const [, name = '', style = ''] of sheet.matchAll(/\.(c\d+)\{([^{}]*)\}/g)) found.set(name, style);
  }
  return found;
}

export function styleOf({ tree, classStyles }: State, node: NodeId): string {
  const own = attribute(tree, node, 'style') ?? '';
  if (classStyles.size === 0 || kind(tree, node) !== 'element') return own;
  const named = classOf(tree, node)
    .split(/\s+/)
    .flatMap((name) => classStyles.get(name) ?? []);
  return [...named, own].join(';');
}
