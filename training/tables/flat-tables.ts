/** The tables of the flat benchmark's texts whose rows stand one a line, and runs of its lines that are no table. */
import { isInRun, proseOf } from '../../src/plain/table/seams/habits.ts';
import { withoutInvisible } from '../../src/plain/table/seams/row.ts';
import type { TrainingTable } from './tables.ts';

interface Item {
  readonly id: string;
  readonly doc: string;
  readonly lang: string;
  readonly variant: string;
  readonly text: string;
  readonly table_sep?: Readonly<Record<string, string>>;
}
interface Truth {
  readonly doc: string;
  readonly path: string;
  readonly blocks: readonly {
    readonly type: string;
    readonly header?: readonly string[] | null;
    readonly rows?: readonly (readonly string[])[];
  }[];
}

const MOST_ROWS = 40;
const MARKED = /^\s*(?:[•◦▪*·–-]|\d{1,2}[.)])\s/;
const squash = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '').toLowerCase();

export function* flatTables(itemLines: readonly string[], truthLines: readonly string[]): Generator<TrainingTable> {
  const truths = new Map(truthLines.map((line) => JSON.parse(line) as Truth).map((truth) => [truth.doc, truth]));
  for (const line of itemLines) {
    const item = JSON.parse(line) as Item;
    const truth = truths.get(item.doc) as Truth;
    if (item.variant !== 'rsp014_glued' && item.variant !== 'rsp014_space') continue;
    // A marked line is an item: as in the product it ends a run.
    const lines = item.text.split('\n').map((row) => (MARKED.test(row) ? '' : withoutInvisible(row).trim()));
    const keys = lines.map(squash);
    const used = new Set<number>();
    const inTables = truth.blocks
      .filter(({ type }) => type === 'table')
      .map(({ header, rows = [] }) => squash([...(header ?? []), ...rows.flat()].join('')))
      .join('\n');
    const group = `flat:${truth.path.replace(/^.*\//, '')}`;
    for (const [number, sep] of Object.entries(item.table_sep ?? {})) {
      const { header, rows = [] } = truth.blocks[Number(number)] as Truth['blocks'][number];
      if (sep !== 'glued' && sep !== 'space') continue;
      const cells = [...(header ? [header] : []), ...rows]
        .map((row) => row.map((cell) => withoutInvisible(cell).trim()))
        .filter((row) => row.some((cell) => squash(cell) !== ''));
      const wanted = cells.map((row) => squash(row.join('')));
      const start = keys.findIndex((_, at) => !used.has(at) && wanted.every((key, step) => keys[at + step] === key));
      if (start === -1) continue;
      for (let step = 0; step < cells.length; step += 1) used.add(start + step);
      const block = lines.slice(start, start + Math.min(MOST_ROWS, cells.length));
      const around = proseOf(lines, (at) => isInRun(lines, at));
      yield {
        id: `${item.id}#${number}`,
        group,
        language: item.lang,
        words: 'all',
        joint: sep,
        around,
        lines: block.map((row) => row.trim()),
        cells: cells.slice(0, MOST_ROWS),
      };
    }
    for (let at = 0; at < lines.length; at += 1) {
      let end = at;
      while (end < lines.length && lines[end]?.trim() !== '' && !used.has(end)) end += 1;
      // Rows torn over several lines are no rows to learn from, but no prose either.
      const isTorn =
        keys.slice(at, end).filter((key) => key.length > 3 && inTables.includes(key)).length * 2 > end - at;
      if (end - at >= 2 && !isTorn)
        yield {
          id: `${item.id}-${at}`,
          group,
          language: item.lang,
          words: 'all',
          joint: item.variant === 'rsp014_glued' ? 'glued' : 'space',
          around: proseOf(lines, (index) => isInRun(lines, index)),
          lines: lines.slice(at, Math.min(end, at + MOST_ROWS)).map((row) => row.trim()),
        };
      at = end;
    }
  }
}
