/** Features of the whole page, the same for all its blocks: they carry what kind of page it is. */
import { attribute, attributeValue, findAttribute, NONE, nodeCount, type Tree, text } from '../../tree/node.ts';
import { attributeId, nameTable, ofTag } from '../../tree/scan.ts';
import { squeeze } from '../../words.ts';
import type { Block } from '../block.ts';
import { type PageContext, ratio } from './context.ts';
import { GROUPS } from './names.ts';

const COUNTED =
  'p li img button h1 h2 h3 h4 table tr pre form input article section time iframe video a blockquote figure nav aside main header footer select details code dl script'.split(
    ' ',
  );
/** What the page says it is: words of `og:type` and of schema.org types. */
const KINDS: readonly (readonly [name: string, types: string])[] = [
  ['article', 'article newsarticle blogposting reportagenewsarticle techarticle scholarlyarticle recipe'],
  ['product', 'product productgroup offer aggregateoffer og:product product.item'],
  ['forum', 'discussionforumposting qapage question answer'],
  ['faq', 'faqpage'],
  ['list', 'itemlist collectionpage searchresultspage offercatalog'],
  ['service', 'service localbusiness professionalservice'],
  ['website', 'website'],
  ['webpage', 'webpage'],
  ['comment', 'comment'],
];
const KIND_OF: ReadonlyMap<string, number> = new Map(
  KINDS.flatMap(([, types], at) => types.split(' ').map((type) => [type, at] as const)),
);
const TEXTS =
  'size good_size good_share blocks good_blocks words mean_size link_share stops questions money years digits images headings separators code bold same_text depth'.split(
    ' ',
  );

export const PAGE_NAMES: readonly string[] = [
  ...TEXTS.map((name) => `page.${name}`),
  ...COUNTED.map((name) => `page.tag.${name}`),
  ...KINDS.map(([name]) => `page.kind.${name}`),
  ...GROUPS.map(([name]) => `page.word.${name}`),
];

/** What the tree says without its blocks: counts of tags, kinds, titles. */
export interface TreeFacts {
  readonly counts: Float64Array;
  readonly kinds: Uint8Array;
  /** Those that the page gives itself, lower case. */
  readonly titles: readonly string[];
}

/** Places in `COUNTED`, plus one. */
const COUNTED_AT = nameTable(COUNTED.map((name, at) => [name, at + 1]));
const [SCRIPT, META, TITLE] = [1, 2, 3];
const SAYING = nameTable([
  ['script', SCRIPT],
  ['meta', META],
  ['title', TITLE],
]);

export function readTree(tree: Tree): TreeFacts {
  const counts = new Float64Array(COUNTED.length);
  const kinds = new Uint8Array(KINDS.length);
  const titles: string[] = [];
  for (let node: number = 1; node < nodeCount(tree); node += 1) {
    const place = ofTag(COUNTED_AT, tree, node) - 1;
    if (place >= 0) counts[place] = (counts[place] as number) + 1;
    if (ofTag(SAYING, tree, node) !== 0) readSaying(tree, node, kinds, titles);
  }
  readItemTypes(tree, kinds);
  const lower: string[] = [];
  for (const title of titles) {
    const squeezed = squeeze(title).toLowerCase();
    if (squeezed !== '' && !lower.includes(squeezed)) lower.push(squeezed);
  }
  return { counts, kinds, titles: lower };
}

/** What a script, a `<meta>` or the title says of the page. */
function readSaying(tree: Tree, node: number, kinds: Uint8Array, titles: string[]): void {
  const saying = ofTag(SAYING, tree, node);
  if (saying === META) readMeta(tree, node, kinds, titles);
  else if (saying === TITLE) {
    if (titles.length < MOST_TITLES) titles.push(text(tree, node));
  } else if (attribute(tree, node, 'type') === 'application/ld+json') markKinds(text(tree, node), kinds);
}

function readItemTypes(tree: Tree, kinds: Uint8Array): void {
  const id = attributeId(tree, 'itemtype');
  if (!tree.attributeNames.includes(id)) return;
  for (let node: number = 1; node < nodeCount(tree); node += 1) {
    const at = findAttribute(tree, node, id);
    if (at === NONE) continue;
    const type = attributeValue(tree, at);
    markKind(type.slice(type.lastIndexOf('/') + 1), kinds);
  }
}

const MOST_TITLES = 3;

function readMeta(tree: Tree, node: number, kinds: Uint8Array, titles: string[]): void {
  const property = attribute(tree, node, 'property');
  if (property === 'og:type') markKind(attribute(tree, node, 'content') ?? '', kinds);
  else if (property === 'og:title' && titles.length < MOST_TITLES) titles.push(attribute(tree, node, 'content') ?? '');
}

function markKinds(json: string, kinds: Uint8Array): void {
  for (const [, one = '', many = ''] of json.matchAll(/"@type"\s*:\s*(?:"([^"]{1,60})"|\[([^\]]{1,200})\])/g)) {
    if (one !== '') markKind(one, kinds);
    else for (const type of many.split(',')) markKind(type.replace(/["\s]/g, ''), kinds);
  }
}

function markKind(type: string, kinds: Uint8Array): void {
  const kind = KIND_OF.get(type.trim().toLowerCase());
  if (kind !== undefined) kinds[kind] = 1;
}

/** The row of page features. */
export function pageRow(page: PageContext, facts: TreeFacts, groupShares: Float64Array): Float32Array {
  const { blocks, measures, copies, size, goodSize, good, containers } = page;
  const sum = (values: Float64Array | Uint8Array) => {
    let total = 0;
    for (let at = 0; at < values.length; at += 1) total += values[at] as number;
    return total;
  };
  let bold = 0;
  let code = 0;
  let depth = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    bold += block.bold;
    code += block.code;
    depth += containers.depths[containers.of[at] as number] as number;
  }
  const count = blocks.length;
  return Float32Array.from([
    size,
    goodSize,
    ratio(goodSize, size),
    count,
    sum(good),
    sum(measures.words),
    ratio(size, count),
    ratio(containers.sums.linked[0] ?? 0, size),
    ratio(sum(measures.stops), size),
    sum(measures.questions),
    sum(measures.money),
    sum(measures.years),
    ratio(sum(measures.digits), size),
    containers.sums.images[0] ?? 0,
    containers.sums.headings[0] ?? 0,
    sum(measures.separators),
    ratio(code, size),
    ratio(bold, size),
    ratio(copies.texts, count),
    ratio(depth, count),
    ...facts.counts,
    ...facts.kinds,
    ...groupShares,
  ]);
}
