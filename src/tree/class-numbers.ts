/** The classes of a page's elements: each value is read once, however many elements have it. */
import { attributeValue, findAttribute, NONE, type NodeId, nodeCount, type Tree } from './node.ts';
import { perTree } from './per-tree.ts';
import { attributeId } from './scan.ts';
import { ValueNumbers } from './value-numbers.ts';

export interface ClassNumbers {
  /** By node the number of its class: the same for the same value; 0 where there is none. */
  readonly classes: Int32Array;
  /** What the number of a class stands for. */
  readonly classValues: readonly string[];
  /** By number 1 for the classes that pass a test. */
  classesThat(test: (value: string) => boolean): Uint8Array;
}

export const classNumbersOf = perTree((tree: Tree): ClassNumbers => {
  const classes = new Int32Array(nodeCount(tree));
  const classValues = [''];
  const numbers = new ValueNumbers(tree);
  const named = attributeId(tree, 'class');
  for (let node: NodeId = 1; node < classes.length; node += 1) {
    const at = findAttribute(tree, node, named);
    if (at === NONE) continue;
    const number = numbers.of(at);
    if (number === classValues.length) classValues.push(attributeValue(tree, at));
    classes[node] = number;
  }
  return {
    classes,
    classValues,
    classesThat(test) {
      const found = new Uint8Array(classValues.length);
      for (let number = 0; number < found.length; number += 1)
        found[number] = test(classValues[number] as string) ? 1 : 0;
      return found;
    },
  };
});
