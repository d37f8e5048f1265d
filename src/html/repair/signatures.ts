/** What a writer puts under each post of a forum, a motto, a list of tools; and what the forum says of the writer beside it. */
import { NONE, type NodeId, type Tree } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import type { Block } from '../block.ts';
import { factsOf } from '../element-facts.ts';
import { outermost } from '../nearest.ts';
import type { Draft } from './structures.ts';

/** Asked first: most classes hold no such letters. */
const MAYBE = /[sS]ig|profile|info|author_|Extras/;
const NAME =
  /(?:^|\s)(?:[\w-]*[_-]|post|user|message|forum|member)?signature(?:[_-]?(?:container|content|text|wrap\w*|line))?(?:$|\s)|(?:^|\s)(?:post|user|message|forum)[_-]?sig(?:$|\s)/i;
/** How many posts, since when, from where. */
const PROFILE =
  /(?:^|\s)(?:post-?profile|user-?info(?:_extra)?|author_statistics|message-userExtras|poster-?info)(?:$|\s)/;
/** A post's, whatever stands beside it. */
const POSTED = /(?:post|comment|member|user|message|forum)[\w-]*?sig/i;
/** In a reference a signature says how to call a thing. */
const TOLD = nameSet('dt pre code h1');
const LONGEST = 300;
/** Those under a decree or a letter stand together: between those of posts stands the text of these. */
const LEAST_BETWEEN = 2;

/** Cross-validated: F1 of forums .8177 to .8197, of other pages the same. */
export function cutSignatures({ tree, blocks, holders, keep, set }: Draft): void {
  const named = namedIn(tree, holders);
  if (named === undefined) return;
  const { classes, classValues } = factsOf(tree);
  const found: number[] = [];
  let isPosted = false;
  let parted = 1;
  let last = NONE;
  let isParted = false;
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text, code } = blocks[at] as Block;
    const root = named[element] as NodeId;
    if (text === '') continue;
    const isTold = ofTag(TOLD, tree, element) === 1 && !PROFILE.test(classValues[classes[root] as number] ?? '');
    if (root === NONE || code > 0 || isTold) {
      isParted ||= keep[at] === 1 && root === NONE;
      continue;
    }
    if (last !== NONE && root !== last && isParted) parted += 1;
    last = root;
    isPosted ||= POSTED.test(classValues[classes[root] as number] ?? '');
    isParted = false;
    if (keep[at] === 1 && text.length <= LONGEST) found.push(at);
  }
  if (isPosted || parted >= LEAST_BETWEEN) for (const at of found) set(at, 0, 'signature');
}

/** By node of `holders` the outermost signature around it, or NONE. */
function namedIn(tree: Tree, holders: Int32Array): Int32Array | undefined {
  const { classes, classesThat } = factsOf(tree);
  const isSignature = classesThat((value) => MAYBE.test(value) && (NAME.test(value) || PROFILE.test(value)));
  if (!isSignature.includes(1)) return undefined;
  return outermost(tree, holders, (node) => isSignature[classes[node] as number] === 1);
}
