/** What follows the content and is called so: what customers say of it, and what else there is. A choice by expected F keeps such boxes for their words. */
import type { NodeId, Tree } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import type { Block } from '../block.ts';
import { factsOf, suspectsOf } from '../element-facts.ts';
import { blocksBy, outermost } from '../nearest.ts';
import { namesOf } from '../page-view.ts';
import { AFTERWORD } from '../suspicions.ts';
import { cutHeadingOver } from './empty-headings.ts';
import { firstBehind, keptBefore, type Place, placeOf } from './kept-text.ts';
import { type Draft, meanOf } from './structures.ts';

/** How such boxes are called, and the mean score from which one is content: where it may be the page's subject, and elsewhere. */
interface Kind {
  readonly reason: string;
  readonly names: RegExp;
  readonly mostScore: number;
  readonly mostElsewhere: number;
}

/** One review may be the text itself; several in a box are those of customers. */
const KINDS: readonly Kind[] = [
  {
    reason: 'reviews',
    names:
      /(?:^|[\s_-])(?:(?:customer|product|user|guest|client|item)?reviews|(?:kunden)?(?:bewertungen|rezensionen)|beoordelingen|anmeldelser|omdomen|recens(?:ies|ioner|ioni)|recenz(?:e|je|ii)|opin(?:iones|ioni|ie)|avaliacoes|hodnoceni|velemenyek|otz[yi]v[yi]|yorumlar|ulasan|kuchikomi)(?:$|[\s_\d-])/,
    mostScore: 0.85,
    mostElsewhere: 1,
  },
  { reason: 'reviews', names: /(?:^|[\s_-])review(?:$|[\s_\d-])/, mostScore: 0.5, mostElsewhere: 0.5 },
  // A "related-link" is one link, wherever it stands.
  {
    reason: 'related',
    names:
      /(?:^|[\s_-])(?:related(?:-?(?:posts|articles|stories|links|news|products?|items|pages|resources|services|topics|content|section|box|block|list|container|wrap\w*))?|similar|recommend(?:ed|ations?|er)?|up-?sells?|cross-?sells?|also-?(?:bought|viewed|like)|recently-?viewed)(?:$|[\s_\d-])/,
    mostScore: 0.6,
    mostElsewhere: 0.6,
  },
];
/** Written by those who sell it. */
const EDITED = /editor|expert|press|critic/;
/** They hold content, whatever they are called. */
const NEVER = nameSet('html body main article h1 h2 h3 h4 h5 h6');

/** So many letters of content stand before such a box, and so large a share of them at the most behind it. */
const LEAST_BEFORE = 200;
const MOST_BEHIND = 0.5;
/** A box so many times as long as what stands before it, or one with sections in it, may be the page's subject. */
const LARGE = 2;
const SECTION = nameSet('h2');

/**
 * Cuts them, with the heading over each, where most of the content stands before them.
 * Cross-validated: F1 .8868 to .8892; of products .7093 to .7351, of services .8638 to .8650, of no kind lower.
 */
export function cutAfterwords(draft: Draft): void {
  const { tree, blocks, holders, keep, scores, set } = draft;
  const suspicions = suspectsOf(tree, AFTERWORD);
  if (suspicions === undefined) return;
  const first = firstBehind(blocks, keep, LEAST_BEFORE);
  const start = blocks[first - 1]?.nodes[0];
  if (start === undefined) return;
  const isNamed = (node: NodeId): boolean =>
    node > start && ((suspicions[node] as number) & AFTERWORD) !== 0 && kindOf(tree, node) !== undefined;
  const boxes = outermost(tree, holders, isNamed);
  if (boxes === undefined) return;
  const sizes = keptBefore(blocks, keep);
  const { classes } = factsOf(tree);
  const found = blocksBy(boxes, blocks, first);
  /** Names of boxes that stand further up, too: each card of a list has one. */
  const spread = new Set<number>();
  for (const [box, inside] of found) if (!isLast(placeOf(sizes, inside))) spread.add(classes[box] as number);
  spread.delete(0);
  for (const [box, inside] of found) {
    const place = placeOf(sizes, inside);
    const kind = kindOf(tree, box);
    if (place.size === 0 || kind === undefined || !isLast(place) || spread.has(classes[box] as number)) continue;
    const kept = inside.filter((at) => keep[at] === 1);
    const isSubject = place.size > place.before * LARGE || kept.filter(isSection).length > 1;
    const { score } = meanOf(kept, blocks, scores);
    if (score >= (isSubject ? kind.mostScore : kind.mostElsewhere)) continue;
    for (const at of kept) set(at, 0, kind.reason);
    cutHeadingOver(draft, inside[0] ?? 0, kind.reason);
  }

  function isSection(at: number): boolean {
    return ofTag(SECTION, tree, (blocks[at] as Block).element) === 1;
  }
}

const isLast = ({ before, behind }: Place): boolean => behind <= before * MOST_BEHIND;

function kindOf(tree: Tree, node: NodeId): Kind | undefined {
  if (ofTag(NEVER, tree, node) === 1) return undefined;
  const names = namesOf(tree, node);
  return EDITED.test(names) ? undefined : KINDS.find((kind) => kind.names.test(names));
}
