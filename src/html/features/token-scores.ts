/** What blocks under the same class, id and role tokens were in training: mean labels, summed up by how far up they stand. */
import type { TokenTable } from '../../model/token-table.ts';
import type { Columns } from './columns.ts';
import type { PageContext } from './context.ts';
import type { Names } from './names.ts';
import type { Room } from './room.ts';

export const TOKEN_NAMES: readonly string[] = ['own', 'parent', 'near', 'far'].flatMap((level) =>
  'max min mean count'.split(' ').map((name) => `token.${level}.${name}`),
);

/** By container: most, least, sum and number of the scores of tokens. */
interface Scores {
  readonly most: Float64Array;
  readonly least: Float64Array;
  readonly sum: Float64Array;
  readonly count: Float64Array;
}

const emptyScores = (room: Room, count: number): Scores => ({
  most: room.floats(count),
  least: room.floats(count).fill(1),
  sum: room.floats(count),
  count: room.floats(count),
});

/** Own element, parent, the two above it, and all above those. Without a token: -1. */
export function putTokenScores(columns: Columns, page: PageContext, table: TokenTable): void {
  const { count, parents, above: levels } = page.containers;
  const own = ownScores(page, table);
  const near = emptyScores(page.room, count);
  const up = emptyScores(page.room, count);
  for (let at = 0; at < count; at += 1) {
    const above = parents[at] as number;
    merge(near, at, own, at);
    if (above !== at) merge(near, at, own, above);
    merge(up, at, own, at);
    if (at > 0) merge(up, at, up, above);
  }
  putScores(columns, own, levels[0] as Int32Array);
  putScores(columns, own, levels[1] as Int32Array);
  putScores(columns, near, levels[2] as Int32Array);
  putScores(columns, up, levels[4] as Int32Array);
}

function ownScores({ containers: { count, names }, room }: PageContext, table: TokenTable): Scores {
  const own = emptyScores(room, count);
  /** By number of names the first container that has them, plus one. */
  const known = room.ints(count + 1);
  for (let at = 0; at < count; at += 1) {
    const { number, tokens } = names[at] as Names;
    if (number === 0) continue;
    const same = known[number] as number;
    if (same !== 0) {
      merge(own, at, own, same - 1);
      continue;
    }
    known[number] = at + 1;
    for (const token of tokens) {
      const score = table.find(token);
      if (score === undefined) continue;
      own.most[at] = Math.max(own.most[at] as number, score);
      own.least[at] = Math.min(own.least[at] as number, score);
      own.sum[at] = (own.sum[at] as number) + score;
      own.count[at] = (own.count[at] as number) + 1;
    }
  }
  return own;
}

function merge(to: Scores, at: number, from: Scores, other: number): void {
  to.most[at] = Math.max(to.most[at] as number, from.most[other] as number);
  to.least[at] = Math.min(to.least[at] as number, from.least[other] as number);
  to.sum[at] = (to.sum[at] as number) + (from.sum[other] as number);
  to.count[at] = (to.count[at] as number) + (from.count[other] as number);
}

function putScores(columns: Columns, { most, least, sum, count }: Scores, index: Int32Array): void {
  const [highest, lowest, mean] = [columns.column(), columns.column(), columns.column()];
  for (let block = 0; block < index.length; block += 1) {
    const at = index[block] as number;
    const tokens = count[at] as number;
    highest[block] = tokens === 0 ? -1 : (most[at] as number);
    lowest[block] = tokens === 0 ? -1 : (least[at] as number);
    mean[block] = tokens === 0 ? -1 : (sum[at] as number) / tokens;
  }
  columns.gather(count, index);
}
