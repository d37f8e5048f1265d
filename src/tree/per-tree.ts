/** What is read of a whole page is read once, however many ask. */
import type { Tree } from './node.ts';

/** `read`, with what it gave kept for as long as the tree is. */
export function perTree<T extends object>(read: (tree: Tree) => T): (tree: Tree) => T {
  const known = new WeakMap<Tree, T>();
  return (tree) => {
    let found = known.get(tree);
    if (found === undefined) {
      found = read(tree);
      known.set(tree, found);
    }
    return found;
  };
}
