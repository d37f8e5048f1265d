/** Which elements may be called so, by class or id: a look at each class of the page once, that spares most elements a closer one. */
import { attributeValue, findAttribute, NONE, type NodeId, type Tree } from '../../tree/node.ts';
import { attributeId } from '../../tree/scan.ts';
import { factsOf } from '../element-facts.ts';

export interface Suspects {
  readonly tree: Tree;
  readonly names: RegExp;
  /** By number of the class attribute's value, 1 where it may be. */
  readonly isSuspect: Uint8Array;
  /** By node the number of its class attribute's value. */
  readonly classes: Int32Array;
  readonly id: number;
}

export function lookUpNames(tree: Tree, names: RegExp): Suspects {
  const { classes, classesThat } = factsOf(tree);
  return {
    tree,
    names,
    isSuspect: classesThat((value) => names.test(value)),
    classes,
    id: attributeId(tree, 'id'),
  };
}

export function mayBeCalled(node: NodeId, { tree, names, isSuspect, classes, id }: Suspects): boolean {
  if (isSuspect[classes[node] as number] === 1) return true;
  const at = findAttribute(tree, node, id);
  return at !== NONE && names.test(attributeValue(tree, at));
}
