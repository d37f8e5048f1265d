/** Insertion modes (13.2.4.1), and what each of them is: how it takes a start tag, an end tag, text and the end. */
import { KNOWN_COUNT, tagId } from './names.ts';
import type { Parser } from './state.ts';

export const INITIAL = 0;
export const BEFORE_HTML = 1;
export const BEFORE_HEAD = 2;
export const IN_HEAD = 3;
export const IN_HEAD_NOSCRIPT = 4;
export const AFTER_HEAD = 5;
export const IN_BODY = 6;
export const TEXT = 7;
export const IN_TABLE = 8;
export const IN_TABLE_TEXT = 9;
export const IN_CAPTION = 10;
export const IN_COLUMN_GROUP = 11;
export const IN_TABLE_BODY = 12;
export const IN_ROW = 13;
export const IN_CELL = 14;
export const IN_SELECT = 15;
export const IN_SELECT_IN_TABLE = 16;
export const IN_TEMPLATE = 17;
export const AFTER_BODY = 18;
export const IN_FRAMESET = 19;
export const AFTER_FRAMESET = 20;
export const AFTER_AFTER_BODY = 21;
export const AFTER_AFTER_FRAMESET = 22;

/** Processes the tag that the parser has just read. */
export type TagHandler = (p: Parser) => void;

export interface Rules {
  readonly startTag: TagHandler;
  readonly endTag: TagHandler;
  /** Text from `start` to `end` of the source, never empty. */
  readonly text: (p: Parser, start: number, end: number) => void;
  readonly end: (p: Parser) => void;
}

/** Handlers by number of the name; that of 0, which is no element's, stands for all that are not known. */
export type TagTable = readonly TagHandler[];

/** Handlers by the names of elements, parted by blanks, and one for all others. */
export function tagTable(handlers: Readonly<Record<string, TagHandler>>, other: TagHandler): TagTable {
  const table: TagHandler[] = new Array(KNOWN_COUNT).fill(other);
  for (const names of Object.keys(handlers)) {
    const listed = names.split(' ');
    for (let at = 0; at < listed.length; at += 1) table[tagId(listed[at] as string)] = handlers[names] as TagHandler;
  }
  return table;
}

export const runByTag = (table: TagTable, p: Parser): void => (table[p.tag < KNOWN_COUNT ? p.tag : 0] as TagHandler)(p);

/** The same as one handler. */
export function byTag(handlers: Readonly<Record<string, TagHandler>>, other: TagHandler): TagHandler {
  const table = tagTable(handlers, other);
  return (p) => runByTag(table, p);
}

export const ignore: TagHandler = () => {};
