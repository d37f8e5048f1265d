/**
 * Items whose markers a tool dropped: short lines right below each other. None of them is a heading, be it the last one over
 * a paragraph.
 *
 *   Take with you
 *   a torch
 *   a warm jacket
 *   cash for the hut        ← no heading
 *   How to get there
 */
import { endsSentence, type Line } from './line.ts';
import type { ClassChance } from './line-class.ts';

const FEWEST = 2;
const LIKELY = 0.3;
const SHARE = 0.8;

/** The index of each line that goes with the items above it rather than heading what comes below. */
export function endsItems(lines: readonly Line[], chance: ClassChance, at: number): boolean {
  const line = lines[at] as Line;
  if (line.blankBefore || line.marker !== undefined || line.hashes > 0) return false;
  for (let above = at - 1; above >= at - FEWEST; above -= 1) {
    const other = lines[above];
    if (other === undefined || other.marker !== undefined || chance(above, 'item') < LIKELY) return false;
    if (above > at - FEWEST && other.blankBefore) return false;
  }
  if (endsSentence(line.raw) && endsSentence((lines[at - 1] as Line).raw)) return true;
  return chance(at, 'item') >= SHARE * chance(at, 'heading');
}
