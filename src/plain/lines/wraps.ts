/** Where one line ends and the next begins: whether a wrap parted them. */

import type { Role } from '../roles/role.ts';
import { goesOnFrom } from './goes-on.ts';
import { endsSentence, type Line } from './line.ts';

const HEADED = 60;
const SLACK = 4;

/** No wrap ends an item where the next word had room. */
export function mayWrap(lines: readonly Line[], at: number, before: Role | undefined, width: number): boolean {
  const above = lines[at - 1];
  if (width === 0 || above === undefined || (before !== 'item' && !endsSentence(above.raw))) return width > 0;
  const { raw, indent } = lines[at] as Line;
  return indent > above.indent || widthWithWordOf(above, raw) > width * ROOM;
}

/** How wide a line would be with the first word of the next one in it. */
const widthWithWordOf = ({ indent, raw }: Line, next: string): number =>
  indent + raw.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0);
const ROOM = 0.8;

/** A heading of two lines has them under each other. */
export const isSetInBelowHeading = (line: Line, above: Line | undefined, before: Role | undefined): boolean =>
  before === 'heading' && line.indent >= (above?.indent ?? 0) + SET_IN;
const SET_IN = 3;

/** Below a sentence that ended where the next word had room, over an item. */
export function isBelowEnd(lines: readonly Line[], at: number, width: number): boolean {
  const above = lines[at - 1];
  const { raw, marker } = lines[at] as Line;
  if (width === 0 || above === undefined || marker !== undefined || lines[at + 1]?.marker === undefined) return false;
  if (raw.length > HEADED || endsSentence(raw) || !endsSentence(above.raw)) return false;
  return widthWithWordOf(above, raw) < width - SLACK;
}

/** No title of two lines: the second one had room in the first, or begins no part of a sentence. */
export const isBelowTitle = (lines: readonly Line[], at: number, before: Role | undefined, width: number): boolean =>
  before === 'title' &&
  lines[at - 1]?.hashes === 0 &&
  !goesOnFrom(lines[at - 1], lines[at] as Line) &&
  (width === 0 || !mayWrap(lines, at, 'item', width));
