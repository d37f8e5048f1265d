/**
 * Rows that stand on several lines, because cells of theirs hold lists or the page was too narrow:
 *
 *   FieldTabMeaning                     Role General tab Choose the role that the
 *   KindGeneralOne of these:            rate is for.
 *   - a                                 Unit General tab Hours unless the
 *   - b                                                                   ^ "price" would have fitted: the row ends
 *   NameGeneralWhat it is called.       price list says days.
 */
import { joint } from '../../lines/joint.ts';
import type { FoundTable } from '../find-tables.ts';
import type { GluedReader } from './glued-reader.ts';
import { isFull, type Wrapping } from './unwrap.ts';

const STOP = /[.!?:。！？：।؟]$/;
const FEWEST_ROWS = 3;
const BEGINS = /^[^\p{Ll}\p{Nd}]/u;

interface Torn {
  readonly rows: readonly string[];
  /** The index of the first line of each row. */
  readonly starts: readonly number[];
}

/** Lines have their indents; `first` is the index of the first of them in the text, for the table's. */
export function readTorn(
  lines: readonly string[],
  isItem: (at: number) => boolean,
  reader: GluedReader,
  wrapping: Wrapping | undefined,
  first: number,
): FoundTable[] {
  const found: FoundTable[] = [];
  let count = 0;
  // The two ways of putting lines together ask the same of each.
  const full = lines.map(
    (line, at) => at > 0 && wrapping !== undefined && isFull(lines[at - 1] as string, line, wrapping),
  );
  // Where the first row shows its seams the others do: a line without one goes on.
  const isGlued = wrapping === undefined && reader.showsSeam(lines[0] ?? '');
  const goesOn = lines.map((line) => isGlued && !reader.showsSeam(line.trim()));
  for (const stops of wrapping === undefined ? [false] : [false, true]) {
    const isNext = lines.map(
      (line, at) =>
        at > 0 &&
        (isItem(at) ||
          goesOn[at] === true ||
          (full[at] === true && !(stops && endsRow((lines[at - 1] as string).trimEnd(), line.trim())))),
    );
    if (isNext.filter((is) => !is).length < FEWEST_ROWS) continue;
    const { rows, starts } = withoutProse(
      putTogether(lines, isNext, (at) => goesOn[at] === true && !isItem(at) && isItem(at - 1)),
    );
    if (rows.length < FEWEST_ROWS || rows.length === count) continue;
    count = rows.length;
    for (const table of reader.readRun(rows, { isUnwrapped: wrapping !== undefined })) {
      const end = starts[table.end] ?? lines.length;
      found.push({ ...table, start: first + (starts[table.start] as number), end: first + end });
    }
  }
  return found;
}

/** A line that ends a sentence ends a row where the next one begins another, however full it is. */
const endsRow = (above: string, line: string): boolean => STOP.test(above.slice(-1)) && BEGINS.test(line);

/** `isNext` tells the lines that go on with the one above, `beginsCell` those of them that begin a cell there. */
function putTogether(lines: readonly string[], isNext: readonly boolean[], beginsCell: (at: number) => boolean): Torn {
  const rows: string[] = [];
  const starts: number[] = [];
  for (const [at, line] of lines.entries()) {
    const text = line.trim();
    if (isNext[at] === true) {
      const before = rows.pop() as string;
      // After a list the next cell begins.
      rows.push(before + (beginsCell(at) ? '' : joint((lines[at - 1] as string).trimEnd(), text)) + text);
    } else {
      rows.push(text);
      starts.push(at);
    }
  }
  return { rows, starts };
}

/** No name of a column ends as a sentence does: such lines over a table say what it shows. */
function withoutProse({ rows, starts }: Torn): Torn {
  const header = rows.findIndex((row) => !STOP.test(row.slice(-1)));
  return header === -1 ? { rows: [], starts: [] } : { rows: rows.slice(header), starts: starts.slice(header) };
}
