/** Roles of lines → the same, with paragraphs cut that the site repeats on its pages. */
import type { Verdict } from '../../document.ts';
import { cutRepeated, REPEATED, type Unit } from '../../sites/repeated.ts';
import { textKey } from '../../sites/text-key.ts';
import type { Classified } from '../classify.ts';
import type { Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

const HEADINGS = new Set<Role>(['title', 'heading']);
/** What is laid out stays whole. */
const FIXED = new Set<Role>(['row', 'code', 'fence']);

export function cutSiteLines(
  lines: readonly Line[],
  classified: Classified,
  repeated: ReadonlySet<number>,
): Classified {
  const { roles } = classified;
  let head = 0;
  const units = lines.map(({ raw }, at): Unit => {
    const role = roles[at] as Role;
    if (role !== 'continue') head = at;
    return { text: raw, keep: role !== 'cut', isHeading: HEADINGS.has(role), group: head };
  });
  const loose = new Set([...repeated]);
  for (const [at, { raw }] of lines.entries()) if (FIXED.has(roles[at] as Role)) loose.delete(textKey(raw));
  const cut = cutRepeated(units, loose);
  const verdicts = new Map(classified.verdicts.map((verdict) => [verdict.path, verdict]));
  const all = lines.flatMap(({ number, raw }, at): Verdict[] => {
    const path = `line ${number}`;
    const before = verdicts.get(path);
    if (before !== undefined) return [before];
    return cut[at] === 1 ? [{ keep: false, by: REPEATED, path, text: raw }] : [];
  });
  return { ...classified, roles: roles.map((role, at) => (cut[at] === 1 ? 'cut' : role)), verdicts: all };
}
