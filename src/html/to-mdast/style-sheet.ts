/** The style of an element: its own, and where a program exported the page, that of its classes. */
import { attribute, firstChild, kind, type NodeId, nodeCount, rangeLength, type Tree, text } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { codeMayHold, WordSearch } from '../../tree/word-search.ts';
import { classOf, type State } from './state.ts';

export type ClassStyles = ReadonlyMap<string, string>;

const SHEETS = nameSet('style');
/** Sheets of exported documents have some kilobytes; the bundles of sites are not looked at. */
const LONGEST_SHEET = 60_000;
const FONT = new WordSearch('font- line-through');
/** Programs that export documents name classes by a letter or two and a number: `.c5`, `.T12`, `span.s1`. */
const RULE = /\.([a-z]{1,2}\d{1,4})\s*\{([^{}]{0,500}(?:font-(?:weight|style)|line-through)[^{}]{0,500})\}/gi;

/** The declarations of the numbered classes in which exported documents say what is bold; none for other pages. */
export function classStylesOf(tree: Tree): ClassStyles {
  const found = new Map<string, string>();
  for (let node = 1; node < nodeCount(tree); node += 1) {
    if (ofTag(SHEETS, tree, node) === 0 || rangeLength(tree, firstChild(tree, node)) > LONGEST_SHEET) continue;
    if (!codeMayHold(tree, node, FONT)) continue;
    for (const [, name = '', style = ''] of text(tree, node).matchAll(RULE)) found.set(name, style);
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
