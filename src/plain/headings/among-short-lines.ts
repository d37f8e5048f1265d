/**
 * Headings of texts made of short lines, of which the model finds too many: each entry may look like one. What has the
 * form of its neighbours is an entry, and of headings right below each other only the first one is none, or what stands over
 * entries of another form.
 *
 *   Volunteers
 *   Dot Hanley      ← entries
 *   The night shift
 *   Drinks
 *   Tea 1.20
 */
import { isName } from '../forms/name.ts';
import { signsOf } from '../forms/signs.ts';
import type { Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

/** Makes the others prose; `isHeading` tells what is one whatever stands around it. */
export function thinHeadings(lines: readonly Line[], roles: Role[], isHeading: (at: number) => boolean): void {
  let wasHeading = false;
  for (const [at, line] of lines.entries()) {
    const isOne = roles[at] === 'heading';
    if (
      isOne &&
      line.hashes === 0 &&
      !isHeading(at) &&
      ((wasHeading && !isOverEntries(lines, at)) || isEntry(lines, at))
    )
      roles[at] = 'prose';
    wasHeading = isOne;
  }
}

function isEntry(lines: readonly Line[], at: number): boolean {
  const [above, line, next] = [lines[at - 1], lines[at] as Line, lines[at + 1]];
  const signs = signsOf(line);
  if (signs !== '' && (signs === signsOf(above) || signs === signsOf(next))) return true;
  return LISTED.test(line.raw) || (isName(line.raw) && (isNamed(above) || isNamed(next)));
}
/** Over what has signs or figures that it has not. */
const isOverEntries = (lines: readonly Line[], at: number): boolean =>
  signsOf(lines[at]) === '' && signsOf(lines[at + 1]) !== '';

const isNamed = (line: Line | undefined): boolean => line !== undefined && isName(line.raw);
//   Hammer, French pattern      Large 45 €
const LISTED = /[,،、፣]\s?[\p{L}\p{Nd}]|\p{Sc}/u;
