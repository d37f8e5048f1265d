/** Which blocks stand in elements that are called alike: the cards of a list, the posts of a thread, whatever their numbers. */
import type { NodeId, Tree } from '../tree/node.ts';
import { through } from '../tree/through.ts';
import { factsOf } from './element-facts.ts';
import type { Containers } from './features/containers.ts';
import { PairNumbers } from './features/pair-numbers.ts';
import type { Room } from './features/room.ts';

/** By block a number: the same for those whose elements have the same tags and names all the way up. */
export function likePaths(tree: Tree, { nodes, parents, of }: Containers, room: Room): Int32Array {
  const { classes, classValues } = factsOf(tree);
  const names = nameNumbers(classValues);
  const paths = room.ints(nodes.length);
  const styles = new PairNumbers(room);
  const numbers = new PairNumbers(room);
  for (let at = 1; at < nodes.length; at += 1) {
    const node = nodes[at] as NodeId;
    const style = styles.of(tree.tags[node] as number, names[classes[node] as number] as number);
    paths[at] = numbers.of(paths[parents[at] as number] as number, style);
  }
  return through(paths, of);
}

/** One of several names holds a number: `post-184 type-post category-news`, `item row-3 odd`. */
const NUMBERED = /(?:^|\s)[a-z]+[-_]?\d+(?:\s|$)/i;

/**
 * By number of a class one that is the same for the like: of the classes of a post or a row, which say its number and what it is
 * about, the first name counts, without its number. Cross-validated: 22 pages of WCXB gain and 15 lose.
 */
function nameNumbers(classValues: readonly string[]): Int32Array {
  const known = new Map<string, number>();
  const numbers = new Int32Array(classValues.length);
  for (let number = 1; number < numbers.length; number += 1) {
    const value = classValues[number] as string;
    const name = NUMBERED.test(value) ? (value.trim().split(/\s+/, 1)[0] ?? '').replace(/\d+/g, '0') : value;
    const found = known.get(name) ?? known.size + 1;
    known.set(name, found);
    numbers[number] = found;
  }
  return numbers;
}
