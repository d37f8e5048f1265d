/**
 * Reports set the signs of an amount in columns of their own, so that its digits stand under each other: they are put
 * together, and the columns that are left empty go.
 *
 *   | Net sales | $ | 1,204 |   |        | Net sales | $1,204 |
 *   | Loss      |   | (35   | ) |   →    | Loss      | (35)   |
 */
import type { AlignType, PhrasingContent, TableCell } from 'mdast';
import { wordsOf } from './line-words.ts';

const OPENS = /^(?:\p{Sc}|[A-Z]{0,2}\$)?\s?\(?$/u;
const CLOSES = /^\)?\s?[%‰]?$/;
const AMOUNT = /\p{Nd}|^[-–—]$/u;

export interface Columns {
  readonly cells: TableCell[][];
  readonly align: readonly AlignType[];
}

export function joinAmounts({ cells, align }: Columns): Columns {
  const said = cells.map((row) => row.map((cell) => wordsOf(cell.children).trim()));
  const width = align.length;
  /** By column the one it goes into: itself, for most. */
  const into = Array.from({ length: width }, (_, x) => x);
  for (let x = 0; x < width; x += 1) {
    if (x > 0 && areSigns(said, x, x - 1, CLOSES)) into[x] = into[x - 1] as number;
    else if (x + 1 < width && areSigns(said, x, x + 1, OPENS)) into[x + 1] = x;
  }
  if (into.every((to, x) => to === x)) return { cells, align };
  const isFilled = (x: number): boolean =>
    said.some((row) => row.some((cell, other) => into[other] === x && cell !== ''));
  const kept = into.filter((to, x) => to === x && isFilled(x));
  return {
    cells: cells.map((row) => kept.map((x) => joined(row.filter((_, other) => into[other] === x)))),
    align: kept.map((x) => alignOf(align.filter((_, other) => into[other] === x))),
  };
}

/** Whether a column holds nothing but signs of the amounts in another, and what stands over both. */
function areSigns(said: readonly string[][], own: number, other: number, sign: RegExp): boolean {
  let found = false;
  for (const row of said) {
    const cell = row[own] as string;
    const amount = row[other] as string;
    if (cell === '') continue;
    if (!sign.test(cell)) {
      if (sign === OPENS && amount === '') continue;
      return false;
    }
    if (!AMOUNT.test(amount)) return false;
    found = true;
  }
  return found;
}

function joined(cells: readonly TableCell[]): TableCell {
  const filled = cells.filter(({ children }) => children.length > 0);
  const [first = cells[0] as TableCell, ...more] = filled;
  if (more.length === 0) return { type: 'tableCell', children: first.children };
  return { type: 'tableCell', children: more.reduce((line, { children }) => touching(line, children), first.children) };
}

/** Texts that touch are one, and so are marks of a kind. */
function touching(left: readonly PhrasingContent[], right: readonly PhrasingContent[]): PhrasingContent[] {
  const last = left.at(-1) as PhrasingContent;
  const [first, ...rest] = right as [PhrasingContent, ...PhrasingContent[]];
  if (last.type === 'text' && first.type === 'text')
    return [...left.slice(0, -1), { type: 'text', value: last.value + first.value }, ...rest];
  if ((last.type === 'strong' || last.type === 'emphasis') && first.type === last.type)
    return [...left.slice(0, -1), { ...last, children: touching(last.children, first.children) }, ...rest];
  return [...left, ...right];
}

/** Digits stand on the right, whatever is said of the signs and of what stands over them. */
const alignOf = ([first, ...more]: readonly AlignType[]): AlignType =>
  more.length === 0 ? (first ?? null) : [first, ...more].includes('right') ? 'right' : null;
