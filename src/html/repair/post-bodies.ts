/** The text of posts: what stands in boxes called alike is kept alike, where most of it was. */
import { type NodeId, parent } from '../../tree/node.ts';
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';
import { factsOf } from '../element-facts.ts';
import type { Draft } from './structures.ts';

/** `post`, `postbody`, `js-post-body`, `message-content`, `ForumPost__text`. */
const POST =
  /(?:(?<![A-Za-z])(?:post|message|reply|answer|comment)|Post|Message|Reply|Answer|Comment)s?(?:$|\s|[_-]*(?:[Bb]ody|[Tt]ext|[Cc]ontent|[Mm]essage|[Mm]ain|layout))/;
/** Asked first: most classes hold no such letters. */
const MAYBE = /[pP]ost|[mM]essage|[rR]eply|[aA]nswer|[cC]omment/;
/** A body is the element around a text that has a class; the box of the post stands not far around it. */
const LEVELS = 3;
/** More than labels and buttons, on the average. */
const LEAST_TEXT = 40;
const LEAST_BODIES = 2;
const MOST_LINKED = 0.3;
/** So many of a kind, and of their text, are kept where the rest follows, unless it is less likely than this. */
const KEPT_SHARE = 0.5;
const LEAST_SCORE = 0.2;

interface Sums {
  size: number;
  kept: number;
}

interface Body extends Sums {
  readonly kind: number;
  readonly cut: number[];
}

interface Kind extends Sums {
  bodies: number;
  keptBodies: number;
}

/** Cross-validated: F1 of forums .8164 to .8177, of other pages the same. */
export function completePostBodies(draft: Draft): void {
  const bodies = findBodies(draft);
  const kinds = new Map<number, Kind>();
  for (const { kind: key, size, kept } of bodies.values()) {
    const kind = kinds.get(key) ?? { size: 0, kept: 0, bodies: 0, keptBodies: 0 };
    kind.size += size;
    kind.kept += kept;
    kind.bodies += 1;
    if (kept >= size * KEPT_SHARE) kind.keptBodies += 1;
    kinds.set(key, kind);
  }
  const { scores, set } = draft;
  for (const { kind: key, cut } of bodies.values()) {
    const kind = kinds.get(key);
    if (cut.length === 0 || kind === undefined || !isMostlyKept(kind)) continue;
    for (const at of cut) if ((scores[at] ?? 0) >= LEAST_SCORE) set(at, 1, 'post');
  }
}

const isMostlyKept = ({ size, kept, bodies, keptBodies }: Kind): boolean =>
  bodies >= LEAST_BODIES &&
  keptBodies >= bodies * KEPT_SHARE &&
  kept >= size * KEPT_SHARE &&
  size >= bodies * LEAST_TEXT;

/** The bodies of posts by the elements that they are; a kind is a class, in a class. */
function findBodies({ tree, blocks, keep }: Draft): ReadonlyMap<NodeId, Body> {
  const found = new Map<NodeId, Body>();
  const { classes, classValues, classesThat } = factsOf(tree);
  const isCalled = classesThat((value) => MAYBE.test(value) && POST.test(value));
  if (!isCalled.includes(1)) return found;
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text, linked } = blocks[at] as Block;
    if (text === '' || linked > text.length * MOST_LINKED) continue;
    const node = withClass(element);
    const box = withClass(parent(tree, node));
    if (classes[node] === 0 || classes[box] === 0 || !isPost(node)) continue;
    let body = found.get(node);
    if (body === undefined) {
      const kind = (classes[node] as number) * (classValues.length + 1) + (classes[box] as number);
      body = { kind, size: 0, kept: 0, cut: [] };
      found.set(node, body);
    }
    const size = weightOf(text);
    body.size += size;
    if (keep[at] === 1) body.kept += size;
    else body.cut.push(at);
  }
  return found;

  function withClass(element: NodeId): NodeId {
    let node = element;
    for (let level = 0; level < LEVELS && node > 0 && classes[node] === 0; level += 1) node = parent(tree, node);
    return node;
  }

  function isPost(body: NodeId): boolean {
    let node = body;
    for (let level = 0; level <= LEVELS && node > 0; level += 1, node = parent(tree, node))
      if (isCalled[classes[node] as number] === 1) return true;
    return false;
  }
}
