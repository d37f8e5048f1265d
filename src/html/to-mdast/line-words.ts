/** The words of a line without its marks. */
import type { PhrasingContent } from 'mdast';

export const wordsOf = (line: readonly PhrasingContent[]): string =>
  line.map((node) => ('value' in node ? node.value : 'children' in node ? wordsOf(node.children) : '')).join('');
