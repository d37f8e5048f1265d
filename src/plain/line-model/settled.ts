/**
 * What a line is without asking the model, which most lines of ordinary prose are spared: what has a role by its form,
 * lines that hold several sentences, and what a hard wrap cut from the line before it:
 *
 *   Pitch is poured on the tool while it is warm and pressed against the    ← "lens" would not have fitted
 *   lens until it takes the same shape.
 */
import { brokenByPage } from '../lines/broken-by-page.ts';
import { SMALL } from '../lines/goes-on.ts';
import type { Line, Marker } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';
import { CLASSES, type LineClass } from './line-class.ts';
import { SENTENCES } from './measures.ts';

const NARROWEST = 50;
const WIDEST = 120;
/** Nearly all lines are within the width that a text was wrapped to. */
const WITHIN = 0.98;
/** A line over so many that go on from one another begins a paragraph. */
const PARAGRAPH_LINES = 3;
const HANGING = 5;

/** What the model takes a line for whose role form settled; all else is apart from prose, as rows are. */
const CLASS_BY_ROLE: Partial<Record<Role, LineClass>> = {
  prose: 'start',
  quote: 'start',
  continue: 'continue',
  item: 'item',
};

/** For each line the number of its class in CLASSES, or −1 where the model has to be asked. `roles` are those that form settled. */
export function settledClasses(lines: readonly Line[], roles: readonly (Role | undefined)[]): Int8Array {
  const count = lines.length;
  const settled = new Int8Array(count).fill(-1);
  const put = (at: number, is: LineClass): void => {
    settled[at] = CLASSES.indexOf(is);
  };
  const goesOn = new Uint8Array(count + 1);
  const width = widthOf(lines);
  const broken = brokenByPage(lines);
  for (let at = 0; at < count; at += 1) {
    const { raw, marker } = lines[at] as Line;
    const role = roles[at];
    if (role !== undefined) put(at, CLASS_BY_ROLE[role] ?? 'row');
    else if (raw.length > SENTENCES) put(at, marker === undefined ? 'start' : 'item');
    else if (broken?.[at] === 1 || (width > 0 && at > 0 && isWrapped(lines, at, width, goesOn[at - 1] === 1))) {
      put(at, 'continue');
      goesOn[at] = 1;
    }
  }
  for (let at = 0, run = 0; at <= count; at += 1) {
    if (goesOn[at] === 1) run += 1;
    else {
      const first = at - run - 1;
      const line = lines[first];
      const isParagraph = run >= PARAGRAPH_LINES && line?.blankBefore && line.marker === undefined && line.hashes === 0;
      if (isParagraph && settled[first] === -1) put(first, 'start');
      run = 0;
    }
  }
  return settled;
}

/** The width that the text was wrapped to, or 0. */
export function widthOf(lines: readonly Line[]): number {
  const counts = new Array<number>(WIDEST + 1).fill(0);
  let wider = 0;
  for (const { indent, raw } of lines) {
    const width = indent + raw.length;
    if (width > WIDEST) wider += 1;
    else counts[width] = (counts[width] as number) + 1;
  }
  const most = Math.floor(lines.length * (1 - WITHIN));
  if (wider > most) return 0;
  let width = WIDEST;
  for (let above = wider; width > 0 && above + (counts[width] as number) <= most; width -= 1)
    above += counts[width] as number;
  return width >= NARROWEST ? width : 0;
}

const OPEN_END = /[\p{Ll}\p{Lu},]$/u;
const STOPPED = /[.!?:;…]["'”’»)\]]*$/;

function isWrapped(lines: readonly Line[], at: number, width: number, wentOn: boolean): boolean {
  const line = lines[at] as Line;
  const before = lines[at - 1] as Line;
  if (line.blankBefore || line.hashes > 0 || before.hashes > 0) return false;
  if (line.marker !== undefined) return before.marker === undefined && isMarkedByWrap(lines, at, width);
  const space = line.raw.indexOf(' ');
  const word = space === -1 ? line.raw.length : space;
  if (before.indent + before.raw.length + 1 + word <= width || before.isQuoted !== line.isQuoted) return false;
  const step = line.indent - before.indent;
  if (before.marker === undefined ? step !== 0 : step < 0 || step > HANGING) return false;
  const end = before.raw.slice(-4);
  if (STOPPED.test(end)) return false;
  return SMALL.test(line.raw) ? true : wentOn && OPEN_END.test(end);
}

/**
 * A number or a dash of a sentence that a wrap put at the beginning of a line:
 *
 *   must lie between 0 and
 *   1. Values above that mean
 */
function isMarkedByWrap(lines: readonly Line[], at: number, width: number): boolean {
  const { marker, raw, text, indent } = lines[at] as Line;
  const before = lines[at - 1] as Line;
  const word = raw.search(marker?.ordered ? /\s/ : /(?<=\S\S)\s|$/);
  const isFull = before.indent + before.raw.length + 1 + word > width && before.indent === indent;
  if (!isFull || before.isQuoted || !OPEN_END.test(before.raw.slice(-4))) return false;
  const following = lines.slice(at + 1, at + SIBLINGS);
  if (marker?.ordered !== true)
    return /^[-–—]/.test(raw) && SMALL.test(text) && !following.some((other) => other.marker?.ordered === false);
  return !marker.isOwn && !following.some((other) => isSibling(other.marker, marker));
}

const SIBLINGS = 12;

const isSibling = (other: Marker | undefined, { kind, start }: Marker): boolean =>
  other?.kind === kind && other.start === start + 1;

/** The chances of the lines that are settled, 0 for all else. */
export function settledChances(settled: Int8Array): Float32Array {
  const chances = new Float32Array(settled.length * CLASSES.length);
  for (let at = 0; at < settled.length; at += 1) {
    const is = settled[at] as number;
    if (is >= 0) chances[at * CLASSES.length + is] = 1;
  }
  return chances;
}
