/**
 * Rows of cells (RFC 4180): a quoted cell may hold separators, line ends and doubled quotes. A closing quote that is lost
 * would swallow the rows that follow: where a quote then closes within a cell's text in a later line, that line begins a row.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from '@exodus/bytes/encoding-lite.js';
import type { ConvertError } from '../../errors.ts';
import type { ByteReader } from '../streams/byte-reader.ts';
import { nextLine, STRING_LIMIT, withoutMark } from '../streams/next-line.ts';

export type CsvRow = { readonly offset: number } & (
  | { readonly kind: 'cells'; readonly cells: readonly string[]; readonly isTail: boolean }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'damaged'; readonly why: string }
  | { readonly kind: 'fault'; readonly fault: ConvertError }
);

/** A row that is being read, line by line. */
interface Open {
  readonly offset: number;
  readonly cells: string[];
  /** Pieces of the cell that goes on in the next line. */
  readonly cell: string[];
  size: number;
  isInQuotes: boolean;
}

const newRow = (offset: number): Open => ({ offset, cells: [], cell: [], size: 0, isInQuotes: false });

/** @param separatorOf says of the first line what parts its cells */
export async function* csvRows(
  reader: ByteReader,
  separatorOf: (line: string) => string,
  maxBytes: number,
): AsyncGenerator<CsvRow> {
  const limit = Math.min(maxBytes, STRING_LIMIT);
  let separator: string | undefined;
  let open: Open | undefined;
  let isTail = false;
  const toText = decoder();
  for (;;) {
    const offset = reader.offset;
    const line = await nextLine(reader, limit);
    if (line === undefined) {
      if (open !== undefined && reader.fault === undefined)
        yield { kind: 'damaged', offset: open.offset, why: 'its last quote is not closed' };
      open = undefined;
      if (reader.fault !== undefined) yield { kind: 'fault', offset, fault: reader.fault };
      if (!(await reader.resume())) return;
      isTail = true;
      continue;
    }
    if (line === 'too-long') {
      yield { kind: 'too-long', offset: open?.offset ?? offset };
      open = undefined;
      continue;
    }
    const text = toText(offset === 0 ? withoutMark(line) : line);
    separator ??= separatorOf(text);
    let row: Open = open ?? newRow(offset);
    if (!feed(row, text, separator)) {
      yield { kind: 'damaged', offset: row.offset, why: 'one of its quotes is not closed' };
      row = newRow(offset);
      feed(row, text, separator);
    }
    open = undefined;
    if (row.size > limit) yield { kind: 'too-long', offset: row.offset };
    else if (row.isInQuotes) open = row;
    else if (row.cells.length > 1 || row.cells[0] !== '') {
      yield { kind: 'cells', offset: row.offset, cells: row.cells, isTail };
      isTail = false;
    }
  }
}

/** Reads a line into the row; false where a cell that began in an earlier line ends as none does. */
function feed(row: Open, line: string, separator: string): boolean {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  row.size += line.length + 1;
  let goesOn = row.isInQuotes;
  for (let at = 0; ; ) {
    if (row.isInQuotes) {
      const end = text.indexOf('"', at);
      if (end < 0) {
        row.cell.push(line.slice(at), '\n');
        return true;
      }
      row.cell.push(text.slice(at, end));
      at = end + 1;
      if (text[at] === '"') {
        row.cell.push('"');
        at += 1;
        continue;
      }
      row.isInQuotes = false;
      if (goesOn && at < text.length && text[at] !== separator) return false;
      goesOn = false;
    } else if (text[at] === '"' && row.cell.length === 0) {
      row.isInQuotes = true;
      at += 1;
      continue;
    }
    // Outside of quotes, or behind them: all up to the separator belongs to the cell.
    const end = text.indexOf(separator, at);
    row.cell.push(text.slice(at, end < 0 ? undefined : end));
    row.cells.push(row.cell.join(''));
    row.cell.length = 0;
    if (end < 0) return true;
    at = end + 1;
  }
}

/** Lines before any that shows UTF-8, and that are not in it, are in Windows-1252, as spreadsheets write it. */
function decoder(): (line: Buffer) => string {
  const legacy = new TextDecoder('windows-1252');
  let isUnicode = false;
  return (line) => {
    if (isAscii(line)) return line.toString('latin1');
    const isValid = isUtf8(line);
    isUnicode ||= isValid;
    return isUnicode ? line.toString('utf8') : legacy.decode(line);
  };
}
