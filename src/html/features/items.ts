/** Features of the parts that a block belongs to: the region of the page, and the group of like items (cards, posts, rows). */
import { type PageContext, put, ratio, type Sink } from './context.ts';

export const REGION_NAMES: readonly string[] =
  'depth share main_share link_share good_share mean_size blocks headings rank to_last tag first_level inside money images'
    .split(' ')
    .map((name) => `region.${name}`);

/** A region is the branch that leaves the way from the document to the main container. */
export function putRegion(sink: Sink, page: PageContext, region: number, main: number, block: number): void {
  const { containers: c, levels } = page;
  const { sums } = c;
  const size = sums.size[region] ?? 0;
  const count = sums.blocks[region] ?? 0;
  const first = sums.first[region] ?? 0;
  put(sink, region === 0 ? -1 : (c.depths[region] ?? 0) - (c.depths[main] ?? 0));
  put(sink, ratio(size, page.size));
  put(sink, ratio(size, sums.size[main] ?? 0));
  put(sink, ratio(sums.linked[region] ?? 0, size));
  put(sink, ratio(sums.good[region] ?? 0, size));
  put(sink, ratio(size, count));
  put(sink, count);
  put(sink, ratio(sums.headings[region] ?? 0, count));
  put(sink, first - (sums.first[main] ?? 0));
  put(sink, (sums.last[main] ?? 0) - (sums.last[region] ?? 0));
  put(sink, c.tags[region] ?? 0);
  put(sink, levels[first] ?? 0);
  put(sink, ratio(block - first, (sums.last[region] ?? 0) - first));
  put(sink, ratio(sums.money[region] ?? 0, count));
  put(sink, ratio(sums.images[region] ?? 0, count));
}

const ITEM_LEVELS = ['near', 'far'];

export const ITEM_NAMES: readonly string[] = ITEM_LEVELS.flatMap((level) =>
  'depth count mean_size link_share good_share blocks money years share before same_size'
    .split(' ')
    .map((name) => `item.${level}.${name}`),
);

/** So many alike make a list of items. */
const LEAST_ITEMS = 3;

interface Group {
  count: number;
  size: number;
  squares: number;
  linked: number;
  good: number;
  blocks: number;
  money: number;
  years: number;
  first: number;
}

export interface ItemView {
  /** The nearest item around a container, itself among them, and the next one above that. */
  put(sink: Sink, container: number): void;
}

export function viewItems(page: PageContext): ItemView {
  const { containers: c, blocks } = page;
  const nearest = new Int32Array(c.count);
  for (let at = 1; at < c.count; at += 1) {
    nearest[at] = (c.alike[at] ?? 1) >= LEAST_ITEMS ? at : (nearest[c.parents[at] ?? 0] ?? 0);
  }
  const groups = addGroups(page);
  const putItem = (sink: Sink, container: number, item: number) => {
    const group = item === 0 ? undefined : groups.get(c.groups[item] ?? 0);
    if (group === undefined) {
      for (let name = 0; name < ITEM_NAMES.length / ITEM_LEVELS.length; name += 1) put(sink, -1);
      return;
    }
    const mean = group.size / group.count;
    put(sink, (c.depths[container] ?? 0) - (c.depths[item] ?? 0));
    put(sink, group.count);
    put(sink, mean);
    put(sink, ratio(group.linked, group.size));
    put(sink, ratio(group.good, group.size));
    put(sink, group.blocks / group.count);
    put(sink, group.money / group.count);
    put(sink, group.years / group.count);
    put(sink, ratio(group.size, page.size));
    put(sink, ratio(group.first, blocks.length));
    // How much the sizes differ: teasers are cut to one length, paragraphs are not.
    put(sink, ratio(Math.sqrt(Math.max(0, group.squares / group.count - mean * mean)), mean));
  };
  return {
    put(sink, container) {
      const near = nearest[container] ?? 0;
      putItem(sink, container, near);
      putItem(sink, container, near === 0 ? 0 : (nearest[c.parents[near] ?? 0] ?? 0));
    },
  };
}

function addGroups({ containers: c, blocks }: PageContext): Map<number, Group> {
  const groups = new Map<number, Group>();
  const { sums } = c;
  for (let at = 1; at < c.count; at += 1) {
    if ((c.alike[at] ?? 1) < LEAST_ITEMS) continue;
    const id = c.groups[at] ?? 0;
    let group = groups.get(id);
    if (group === undefined) {
      group = {
        count: 0,
        size: 0,
        squares: 0,
        linked: 0,
        good: 0,
        blocks: 0,
        money: 0,
        years: 0,
        first: blocks.length,
      };
      groups.set(id, group);
    }
    const size = sums.size[at] ?? 0;
    group.count += 1;
    group.size += size;
    group.squares += size * size;
    group.linked += sums.linked[at] ?? 0;
    group.good += sums.good[at] ?? 0;
    group.blocks += sums.blocks[at] ?? 0;
    group.money += sums.money[at] ?? 0;
    group.years += sums.years[at] ?? 0;
    group.first = Math.min(group.first, sums.first[at] ?? 0);
  }
  return groups;
}
