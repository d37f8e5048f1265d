/**
 * Menus of links and rows of tags: short names, which can be parted into columns of any number, and these are alike.
 *
 *   BlogCareersSupportContact        Blog | Careers
 *                                    Support | Contact
 */

const FEWEST_ROWS = 2;
/** Longer cells are no names. */
const LONGEST = 48;
const MOST_WITH_FIGURES = 0.1;
const SENTENCE = /[.!?。！？।]$/;
const FIGURE = /\p{Nd}/u;
/** In so many of the rows a cell of one column is as much longer than that of the other. */
const SHARE_OF_ROWS = 0.75;
const LONGER = 1.8;
/** How far apart the shares of cells with figures, or with signs, are. */
const APART = 0.6;
/** Each name stands in a menu once. */
const SHARE_OF_NAMES = 0.9;

/** @param texts rows that may be a table, the first of which may be its header */
export function isMenu(texts: readonly (readonly string[])[]): boolean {
  const cells = texts.flat().filter((cell) => cell !== '');
  return (
    cells.every((cell) => cell.length <= LONGEST && !SENTENCE.test(cell)) &&
    shareOf(cells, (cell) => FIGURE.test(cell)) <= MOST_WITH_FIGURES &&
    new Set(cells).size > cells.length * SHARE_OF_NAMES &&
    !columnsDiffer(texts)
  );
}

function columnsDiffer([, ...body]: readonly (readonly string[])[]): boolean {
  const columns = Array.from({ length: body[0]?.length ?? 0 }, (_, at) => body.map((row) => row[at] as string));
  if (body.length < FEWEST_ROWS) return false;
  const isApart = (test: RegExp): boolean => {
    const shares = columns.map((cells) => shareOf(cells, (cell) => test.test(cell)));
    return Math.max(...shares) - Math.min(...shares) >= APART;
  };
  if (isApart(/[^\p{L}\p{M}\s]/u) || isApart(/^\p{Lu}/u) || isApart(/^[A-Za-z]/)) return true;
  return columns.some((one, at) =>
    columns.slice(at + 1).some((other) => areLonger(one, other) || areLonger(other, one)),
  );
}

const shareOf = (cells: readonly string[], test: (cell: string) => boolean): number => {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
};

function areLonger(one: readonly string[], other: readonly string[]): boolean {
  const longer = one.filter((cell, at) => cell.length >= LONGER * (other[at] as string).length).length;
  return one.length > FEWEST_ROWS && longer >= one.length * SHARE_OF_ROWS;
}
