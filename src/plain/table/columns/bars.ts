/** What no table looks like, however well its cells fit together: solutions that are left out whatever the judge says. */
import { mergedCells, type Solution } from './judge-features.ts';

/** In many languages the first word of a header alone begins large, and all its cuts look like those in names of code. */
const SURE_OF_CAMEL_CASE = 0.9;
/** A header printed with a blank between its cells has one: a line over the rows that has none is a caption, and seldom. */
const SURE_OF_CAPTION = 0.75;

/** Labels with their values are a list: few tables have a colon, or a dash, behind the first words of most of their rows. */
const SURE_OF_LABELS = 0.9;

/** @param forecast what the judge says of it */
export function isBarred(
  solution: Solution,
  forecast: number,
  joint: 'glued' | 'space',
  solutions: readonly Solution[],
): boolean {
  return (
    !hasRow(solution) ||
    partsEndings(solution) ||
    partsName(solution) ||
    (joint === 'glued' && partsSentences(solution)) ||
    (joint === 'space' && repeatsWord(solution)) ||
    (forecast < SURE_OF_LABELS && areLabelled(solution, joint)) ||
    (forecast < SURE_OF_CAMEL_CASE && isCamelCase(solution)) ||
    (joint === 'space' && forecast < SURE_OF_CAPTION && filled(solution.texts[0]) === 1) ||
    (isHollow(solution) && solutions.some((other) => other.columns === solution.columns && !isHollow(other)))
  );
}

const filled = (row: readonly string[] | undefined): number => row?.filter((cell) => cell !== '').length ?? 0;

/** Under the header a row at least has two cells. */
const hasRow = ({ texts: [, ...body] }: Solution): boolean => body.some((row) => filled(row) > 1);

/** A column has a name and nothing under it. */
function isHollow({ texts: [, ...body], columns }: Solution): boolean {
  for (let column = 0; column < columns; column += 1) if (body.every((row) => row[column] === '')) return true;
  return false;
}

const FEWEST_MERGED = 2;
const SHARE_MERGED = 0.08;

/**
 * Cells end in what is a whole cell of their column in other rows: the best of the ways that part them instead, with one column more
 * or in rows that fit better; none where the cells are sound, or nothing parts them.
 *
 *   Submit timeTime entry | Time        Submit time | Time entry | Time
 *   Time entry            | Time                    | Time entry | Time
 */
export function partedInstead(solution: Solution, solutions: readonly Solution[]): Solution | undefined {
  const count = mergedCells(solution);
  if (count < FEWEST_MERGED || count < solution.texts.length * SHARE_MERGED) return undefined;
  let best: Solution | undefined;
  for (const other of solutions) {
    const isBetter = other.columns === solution.columns + 1 || fitOf(other) > fitOf(solution);
    if (isBetter && mergedCells(other) * 2 < count && (best === undefined || fitOf(other) > fitOf(best))) best = other;
  }
  return best;
}

const fitOf = ({ values }: Solution): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Names such as `readingRoom` in prose: all cuts stand in words that begin small. In a table the header at least has a word
 * before a cut that begins large, or a cut of another kind.
 */
function isCamelCase({ texts }: Solution): boolean {
  return texts.every((row) => {
    const cells = row.filter((cell) => cell !== '');
    return cells.every(
      (cell, at) => at === 0 || (/(?<![\p{L}\p{M}])\p{Ll}+$/u.test(cells[at - 1] as string) && /^\p{Lu}/u.test(cell)),
    );
  });
}

/** A letter that ends a word in all rows was taken for a cell: `平|日`, `土曜|日`. */
function partsEndings({ texts: [, ...body] }: Solution): boolean {
  const first = body[0];
  return (
    first !== undefined &&
    body.length > 1 &&
    first.some(
      (cell, at) =>
        at > 0 &&
        /^\p{L}$/u.test(cell) &&
        body.every((row) => row[at] === cell && /[\p{L}\p{M}]$/u.test(row[at - 1] as string)),
    )
  );
}

/** A name that stands in each line, the header's place among them: `Wise|Hosting (4/5)`, `Wise|Hosting is a maker of`. */
function partsName({ texts }: Solution): boolean {
  const [first, ...others] = texts;
  return (
    first !== undefined &&
    others.length > 0 &&
    first.some((cell, at) => {
      const before = first[at - 1];
      if (at === 0 || !cell || !before) return false;
      const seam = seamOf(before, cell);
      return others.every((row) => row[at - 1] && row[at] && seamOf(row[at - 1] as string, row[at] as string) === seam);
    })
  );
}

/** Where words have no blanks between them sentences have none, either. */
const MOST_AFTER_STOPS = 0.7;
const SENTENCE = /.{12}[。！？]$/u;

/** Most cuts stand between sentences, and no column of labels before them. */
function partsSentences({ texts: [, ...body] }: Solution): boolean {
  if (body.filter(([cell]) => SENTENCE.test(cell as string)).length * 2 < body.length) return false;
  let cuts = 0;
  let afterStops = 0;
  for (const row of body) {
    const cells = row.filter((cell) => cell !== '');
    cuts += Math.max(0, cells.length - 1);
    afterStops += cells.slice(0, -1).filter((cell) => SENTENCE.test(cell)).length;
  }
  return afterStops > cuts * MOST_AFTER_STOPS;
}

/** A column says the same in each line, the header's place among them: `Compact|Cameras`, `Bridge|Cameras`. */
const repeatsWord = ({ texts: [first, ...others] }: Solution): boolean =>
  others.length > 1 && first?.some((cell, at) => cell !== '' && others.every((row) => row[at] === cell)) === true;

/** The words on both sides of a cut. */
const seamOf = (left: string, right: string): string =>
  `${left.slice(left.lastIndexOf(' ') + 1)}|${right.split(' ', 1)[0]}`;

const LABELLED = /^[^\s:：][^:：]{0,40}[:：]\s/;
//   Retail shop - a larger example
const DASHED = /^(?!\P{L}*$)[^\s–—-][^–—]{0,60}?\s[–—-]\s\p{L}/u;

/** In more than half of the rows, or in nearly all that are glued. */
const areLabelled = ({ texts }: Solution, joint: 'glued' | 'space'): boolean =>
  [LABELLED, DASHED].some((form) => {
    const labelled = texts.filter((row) => form.test(`${row.join(joint === 'space' ? ' ' : '')} `)).length;
    return labelled > texts.length * (joint === 'space' ? 0.5 : 0.8);
  });
