/** Features of the parts that a block belongs to: the region of the page, and the group of like items (cards, posts, rows). */
import { through } from '../../tree/through.ts';
import type { Columns } from './columns.ts';
import { add } from './containers.ts';
import { type PageContext, ratio } from './context.ts';

export const REGION_NAMES: readonly string[] =
  'depth share main_share link_share good_share mean_size blocks headings rank to_last tag first_level inside money images'
    .split(' ')
    .map((name) => `region.${name}`);

/** By container its region, the branch that leaves the way from the document to the main container; 0 on that way. */
export function putRegions(columns: Columns, page: PageContext, regions: Int32Array, main: number): void {
  const { containers: c, levels, room } = page;
  const { sums } = c;
  const of = through(regions, c.of, room.ints(c.of.length));
  const first = sums.first[main] as number;
  const last = sums.last[main] as number;
  const size = sums.size[main] as number;
  const depth = c.depths[main] as number;
  const above = columns.column();
  columns.shares(sums.size, page.size, of);
  columns.shares(sums.size, size, of);
  columns.ratios(sums.linked, sums.size, of);
  columns.ratios(sums.good, sums.size, of);
  columns.ratios(sums.size, sums.blocks, of);
  columns.gather(sums.blocks, of);
  columns.ratios(sums.headings, sums.blocks, of);
  const [rank, until] = [columns.column(), columns.column()];
  columns.gather(c.tags, of);
  const [level, inside] = [columns.column(), columns.column()];
  columns.ratios(sums.money, sums.blocks, of);
  columns.ratios(sums.images, sums.blocks, of);
  for (let block = 0; block < of.length; block += 1) {
    const at = of[block] as number;
    const start = sums.first[at] as number;
    const end = sums.last[at] as number;
    above[block] = at === 0 ? -1 : (c.depths[at] as number) - depth;
    rank[block] = start - first;
    until[block] = last - end;
    level[block] = levels[start] as number;
    inside[block] = ratio(block - start, end - start);
  }
}

const ITEM_LEVELS = ['near', 'far'];

export const ITEM_NAMES: readonly string[] = ITEM_LEVELS.flatMap((level) =>
  'depth count mean_size link_share good_share blocks money years share before same_size'
    .split(' ')
    .map((name) => `item.${level}.${name}`),
);

/** So many alike make a list of items. */
const LEAST_ITEMS = 3;

/** The nearest item around each block, its own container among them, and the next one above that. */
export function putItems(columns: Columns, page: PageContext): void {
  const { containers: c, room } = page;
  const nearest = room.ints(c.count);
  for (let at = 1; at < c.count; at += 1) {
    nearest[at] = (c.alike[at] as number) >= LEAST_ITEMS ? at : (nearest[c.parents[at] as number] as number);
  }
  const groups = measureGroups(page);
  const near = through(nearest, c.of, room.ints(c.of.length));
  putItem(columns, page, groups, near);
  const above = through(c.parents, near, room.ints(near.length));
  putItem(columns, page, groups, through(nearest, above, above));
}

function putItem(columns: Columns, page: PageContext, groups: readonly Float64Array[], items: Int32Array): void {
  const { containers: c, room } = page;
  const depth = columns.column();
  for (let block = 0; block < depth.length; block += 1) {
    const item = items[block] as number;
    depth[block] = item === 0 ? -1 : (c.depths[c.of[block] as number] as number) - (c.depths[item] as number);
  }
  const of = through(c.groups, items, room.ints(items.length));
  for (const values of groups) columns.gather(values, of);
}

/** What is told of each group of items, from `count` on in the order of the names; 0 is no group: -1. */
function measureGroups(page: PageContext): readonly Float64Array[] {
  const {
    containers: c,
    blocks: { length },
    size: pageSize,
    room,
  } = page;
  const { sums } = c;
  const empty = () => room.floats(c.count);
  const [count, sizes, linked, good, blocks] = [empty(), empty(), empty(), empty(), empty()];
  const [money, years, shares, before, differences] = [empty(), empty(), empty(), empty(), empty()];
  before.fill(length);
  for (let at = 1; at < c.count; at += 1) {
    if ((c.alike[at] as number) < LEAST_ITEMS) continue;
    const to = c.groups[at] as number;
    const size = sums.size[at] as number;
    add(count, to, 1);
    add(sizes, to, size);
    add(differences, to, size * size);
    add(linked, to, sums.linked[at] as number);
    add(good, to, sums.good[at] as number);
    add(blocks, to, sums.blocks[at] as number);
    add(money, to, sums.money[at] as number);
    add(years, to, sums.years[at] as number);
    before[to] = Math.min(before[to] as number, sums.first[at] as number);
  }
  for (let at = 1; at < c.count; at += 1) {
    const items = count[at] as number;
    if (items === 0) continue;
    const size = sizes[at] as number;
    const mean = size / items;
    // How much the sizes differ: teasers are cut to one length, paragraphs are not.
    const variance = Math.max(0, (differences[at] as number) / items - mean * mean);
    differences[at] = ratio(Math.sqrt(variance), mean);
    sizes[at] = mean;
    linked[at] = ratio(linked[at] as number, size);
    good[at] = ratio(good[at] as number, size);
    for (const sum of [blocks, money, years]) sum[at] = (sum[at] as number) / items;
    shares[at] = ratio(size, pageSize);
    before[at] = ratio(before[at] as number, length);
  }
  const all = [count, sizes, linked, good, blocks, money, years, shares, before, differences];
  for (const values of all) values[0] = -1;
  return all;
}
