/**
 * Rows whose cells were printed with nothing between them. All rows are cut together: for each number of
 * columns the best cuts of every row are found, rows with the same shape in the same place support each other,
 * and the number that explains the rows best wins.
 */
import { hasHeader } from './delimited.ts';
import type { FoundTable } from './find-tables.ts';
import { type Seam, seamsOf } from './seams.ts';
import type { Vocabulary } from './vocabulary.ts';

const LONGEST_ROW = 1500;
const MOST_ROWS = 400;
const MOST_COLUMNS = 7;
/** A cut must be likelier than not; and a table needs rows that ask for being cut on their own. */
const COST_OF_A_CUT = 1;
const SURE = 1.35;

export function readGlued(run: readonly string[], vocabulary: Vocabulary): FoundTable | undefined {
  if (run.length > MOST_ROWS || run.some((line) => line.length > LONGEST_ROW || /^\s*[•*▪·–-]\s/.test(line)))
    return undefined;
  const rows = run.map((line) => ({ line, seams: withRepeats(line, seamsOf(line, vocabulary)) }));
  const asking = rows.filter(({ seams }) => seams.some(({ score }) => score >= SURE)).length;
  if (asking < 2 || asking < rows.length * 0.7) return undefined;
  let best: { columns: number; value: number } | undefined;
  for (let columns = 2; columns <= MOST_COLUMNS; columns += 1) {
    const value = rows.reduce((sum, { seams }) => sum + worth(seams, columns), 0);
    if (best === undefined || value > best.value) best = { columns, value };
  }
  if (best === undefined || best.value < rows.length * 0.4) return undefined;
  const { columns } = best;
  const first = rows.map(({ line, seams }) => cut(line, strongest(seams, columns - 1), columns));
  const cells = rows.map(({ line, seams }, at) =>
    cut(line, strongest(likeOthers(line, seams, first, at), columns - 1), columns),
  );
  const confidence = Math.min(0.9, 0.45 + best.value / rows.length / 6);
  return { start: 0, end: run.length, rows: cells, header: hasHeader(cells), by: 'table:glued', confidence };
}

/** A whole string that stands twice in a row, end to end or with one cell between, is two equal cells. */
function withRepeats(line: string, seams: readonly Seam[]): readonly Seam[] {
  return seams.map((seam) => {
    for (let length = 3; length <= Math.min(60, line.length - seam.at); length += 1) {
      if (line.slice(seam.at - length, seam.at) === line.slice(seam.at, seam.at + length))
        return { at: seam.at, score: seam.score + 1 };
    }
    return seam;
  });
}

/** How much a cell that begins as cells of other rows do speaks for its cut. */
const LIKENESS = 0.3;

/** Second look: rows explain each other, so a cut gains where its right cell begins as cells of other rows do. */
function likeOthers(line: string, seams: readonly Seam[], rows: readonly (readonly string[])[], own: number): Seam[] {
  const beginnings = new Set(
    rows
      .slice(Math.max(0, own - 20), own + 20)
      .flatMap((row, at) => (at === Math.min(own, 20) ? [] : row.slice(1).map((cell) => cell.slice(0, 2)))),
  );
  return seams.map(({ at, score }) => ({ at, score: score + (beginnings.has(line.slice(at, at + 2)) ? LIKENESS : 0) }));
}

const strongest = (seams: readonly Seam[], count: number): readonly Seam[] =>
  [...seams]
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, count)
    .sort((a, b) => a.at - b.at);

function worth(seams: readonly Seam[], columns: number): number {
  const chosen = strongest(seams, columns - 1);
  const missing = columns - 1 - chosen.length;
  const left = strongest(seams, seams.length).filter((seam) => !chosen.includes(seam) && seam.score > 2).length;
  return chosen.reduce((sum, { score }) => sum + score - COST_OF_A_CUT, 0) - missing - left * 0.5;
}

function cut(line: string, seams: readonly Seam[], columns: number): string[] {
  const cells: string[] = [];
  let from = 0;
  for (const { at } of seams) {
    cells.push(line.slice(from, at).trim());
    from = at;
  }
  cells.push(line.slice(from).trim());
  while (cells.length < columns) cells.push('');
  return cells;
}
