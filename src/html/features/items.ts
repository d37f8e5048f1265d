/** Features of the parts that a block belongs to: the region of the page, and the group of like items (cards, posts, rows). */
import { type Columns, each, ratios, shares } from './columns.ts';
import { type PageContext, ratio } from './context.ts';

export const REGION_NAMES: readonly string[] =
  'depth share main_share link_share good_share mean_size blocks headings rank to_last tag first_level inside money images'
    .split(' ')
    .map((name) => `region.${name}`);

/** By container its region, the branch that leaves the way from the document to the main container; 0 on that way. */
export function putRegions(columns: Columns, page: PageContext, regions: Int32Array, main: number): void {
  const { containers: c, levels } = page;
  const { sums } = c;
  const of = c.of.map((own) => regions[own] as number);
  const first = sums.first[main] as number;
  const last = sums.last[main] as number;
  const size = sums.size[main] as number;
  const depth = c.depths[main] as number;
  columns.gather(
    c.depths.map((own, at) => (at === 0 ? -1 : own - depth)),
    of,
  );
  columns.gather(shares(sums.size, page.size), of);
  columns.gather(shares(sums.size, size), of);
  columns.gather(ratios(sums.linked, sums.size), of);
  columns.gather(ratios(sums.good, sums.size), of);
  columns.gather(ratios(sums.size, sums.blocks), of);
  columns.gather(sums.blocks, of);
  columns.gather(ratios(sums.headings, sums.blocks), of);
  columns.gather(
    sums.first.map((own) => own - first),
    of,
  );
  columns.gather(
    sums.last.map((own) => last - own),
    of,
  );
  columns.gather(c.tags, of);
  columns.gather(
    sums.first.map((own) => levels[own] ?? 0),
    of,
  );
  columns.put(
    each(of.length, (block) => {
      const start = sums.first[of[block] as number] as number;
      return ratio(block - start, (sums.last[of[block] as number] as number) - start);
    }),
  );
  columns.gather(ratios(sums.money, sums.blocks), of);
  columns.gather(ratios(sums.images, sums.blocks), of);
}

const ITEM_LEVELS = ['near', 'far'];

export const ITEM_NAMES: readonly string[] = ITEM_LEVELS.flatMap((level) =>
  'depth count mean_size link_share good_share blocks money years share before same_size'
    .split(' ')
    .map((name) => `item.${level}.${name}`),
);

/** So many alike make a list of items. */
const LEAST_ITEMS = 3;

/** Of each group of items; 0 is no group. */
interface Groups {
  readonly count: Float64Array;
  readonly size: Float64Array;
  readonly squares: Float64Array;
  readonly linked: Float64Array;
  readonly good: Float64Array;
  readonly blocks: Float64Array;
  readonly money: Float64Array;
  readonly years: Float64Array;
  readonly first: Float64Array;
}

/** The nearest item around each block, its own container among them, and the next one above that. */
export function putItems(columns: Columns, page: PageContext): void {
  const { containers: c, blocks } = page;
  const nearest = new Int32Array(c.count);
  for (let at = 1; at < c.count; at += 1) {
    nearest[at] = (c.alike[at] as number) >= LEAST_ITEMS ? at : (nearest[c.parents[at] as number] as number);
  }
  const groups = addGroups(page);
  const means = ratios(groups.size, groups.count);
  // How much the sizes differ: teasers are cut to one length, paragraphs are not.
  const spread = means.map((mean, at) => {
    const variance = ratio(groups.squares[at] as number, groups.count[at] as number) - mean * mean;
    return ratio(Math.sqrt(Math.max(0, variance)), mean);
  });
  const stats = [
    groups.count,
    means,
    ratios(groups.linked, groups.size),
    ratios(groups.good, groups.size),
    ratios(groups.blocks, groups.count),
    ratios(groups.money, groups.count),
    ratios(groups.years, groups.count),
    shares(groups.size, page.size),
    shares(groups.first, blocks.length),
    spread,
  ];
  for (const stat of stats) stat[0] = -1;
  const near = c.of.map((own) => nearest[own] as number);
  const far = near.map((item) => (item === 0 ? 0 : (nearest[c.parents[item] as number] as number)));
  for (const items of [near, far]) {
    columns.put(
      each(items.length, (block) => {
        const item = items[block] as number;
        return item === 0 ? -1 : (c.depths[c.of[block] as number] as number) - (c.depths[item] as number);
      }),
    );
    const index = items.map((item) => (item === 0 ? 0 : (c.groups[item] as number)));
    for (const stat of stats) columns.gather(stat, index);
  }
}

function addGroups({ containers: c, blocks }: PageContext): Groups {
  const { sums } = c;
  const empty = () => new Float64Array(c.count);
  const groups: Groups = {
    count: empty(),
    size: empty(),
    squares: empty(),
    linked: empty(),
    good: empty(),
    blocks: empty(),
    money: empty(),
    years: empty(),
    first: empty().fill(blocks.length),
  };
  const add = (sum: Float64Array, to: number, value: number) => {
    sum[to] = (sum[to] as number) + value;
  };
  for (let at = 1; at < c.count; at += 1) {
    if ((c.alike[at] as number) < LEAST_ITEMS) continue;
    const to = c.groups[at] as number;
    const size = sums.size[at] as number;
    add(groups.count, to, 1);
    add(groups.size, to, size);
    add(groups.squares, to, size * size);
    add(groups.linked, to, sums.linked[at] as number);
    add(groups.good, to, sums.good[at] as number);
    add(groups.blocks, to, sums.blocks[at] as number);
    add(groups.money, to, sums.money[at] as number);
    add(groups.years, to, sums.years[at] as number);
    groups.first[to] = Math.min(groups.first[to] as number, sums.first[at] as number);
  }
  return groups;
}
