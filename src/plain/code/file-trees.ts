/**
 * Drawn trees of files, which mean something as they stand alone:
 *
 *   tower/
 *   ├── bell.py
 *   │   └── rope.py
 */
import type { Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

const BRANCH = /^(?:[│┃|]\s+)*[├└┣┗][─━]{1,4}\s*[^\s─━┼┴┤┘]/;
/** The folder that a tree begins with, or the bar of a branch. */
const ROOT = /^\S+$|^[│┃|]$/;

/** Marks the lines of trees as code. */
export function markTrees(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (const [at, { raw }] of lines.entries()) {
    if (roles[at] !== undefined || !BRANCH.test(raw)) continue;
    roles[at] = 'code';
    for (let above = at; above > 0 && lines[above]?.blankBefore === false; above -= 1) {
      if (roles[above - 1] !== undefined || !ROOT.test(lines[above - 1]?.raw ?? '')) break;
      roles[above - 1] = 'code';
    }
  }
}
