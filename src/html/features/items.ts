/** Features of the parts that a block belongs to: the region of the page, and the group of like items (cards, posts, rows). */
import { type Columns, through } from './columns.ts';
import { add } from './containers.ts';
import { type PageContext, ratio } from './context.ts';

export const REGION_NAMES: readonly string[] =
  'depth share main_share link_share good_share mean_size blocks headings rank to_last tag first_level inside money images'
    .split(' ')
    .map((name) => `region.${name}`);

/** By container its region, the branch that leaves the way from the document to the main container; 0 on that way. */
export function putRegions(columns: Columns, page: PageContext, regions: Int32Array, main: number): void {
  const { containers: c, levels } = page;
  const { sums } = c;
  const of = through(regions, c.of);
  const first = sums.first[main] as number;
  const last = sums.last[main] as number;
  const size = sums.size[main] as number;
  const depth = c.depths[main] as number;
  columns.each((block) => (of[block] === 0 ? -1 : (c.depths[of[block] as number] as number) - depth));
  columns.shares(sums.size, page.size, of);
  columns.shares(sums.size, size, of);
  columns.ratios(sums.linked, sums.size, of);
  columns.ratios(sums.good, sums.size, of);
  columns.ratios(sums.size, sums.blocks, of);
  columns.gather(sums.blocks, of);
  columns.ratios(sums.headings, sums.blocks, of);
  columns.each((block) => (sums.first[of[block] as number] as number) - first);
  columns.each((block) => last - (sums.last[of[block] as number] as number));
  columns.gather(c.tags, of);
  columns.each((block) => levels[sums.first[of[block] as number] as number] as number);
  columns.each((block) => {
    const start = sums.first[of[block] as number] as number;
    return ratio(block - start, (sums.last[of[block] as number] as number) - start);
  });
  columns.ratios(sums.money, sums.blocks, of);
  columns.ratios(sums.images, sums.blocks, of);
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
  const { containers: c } = page;
  const nearest = new Int32Array(c.count);
  for (let at = 1; at < c.count; at += 1) {
    nearest[at] = (c.alike[at] as number) >= LEAST_ITEMS ? at : (nearest[c.parents[at] as number] as number);
  }
  const groups = addGroups(page);
  const near = through(nearest, c.of);
  putItem(columns, page, groups, near);
  putItem(columns, page, groups, through(nearest, through(c.parents, near)));
}

function putItem(columns: Columns, page: PageContext, groups: Groups, items: Int32Array): void {
  const { containers: c } = page;
  const of = through(c.groups, items);
  const { count, size, squares } = groups;
  columns.each((block) => {
    const item = items[block] as number;
    return item === 0 ? -1 : (c.depths[c.of[block] as number] as number) - (c.depths[item] as number);
  });
  const each = (value: (group: number) => number) =>
    columns.each((block) => (of[block] === 0 ? -1 : value(of[block] as number)));
  each((at) => count[at] as number);
  each((at) => (size[at] as number) / (count[at] as number));
  each((at) => ratio(groups.linked[at] as number, size[at] as number));
  each((at) => ratio(groups.good[at] as number, size[at] as number));
  each((at) => (groups.blocks[at] as number) / (count[at] as number));
  each((at) => (groups.money[at] as number) / (count[at] as number));
  each((at) => (groups.years[at] as number) / (count[at] as number));
  each((at) => ratio(size[at] as number, page.size));
  each((at) => ratio(groups.first[at] as number, columns.count));
  // How much the sizes differ: teasers are cut to one length, paragraphs are not.
  each((at) => {
    const mean = (size[at] as number) / (count[at] as number);
    return ratio(Math.sqrt(Math.max(0, (squares[at] as number) / (count[at] as number) - mean * mean)), mean);
  });
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
