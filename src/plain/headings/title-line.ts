/** Which line is the title, and where it stands once more. */
import { lettersOf } from '../../words.ts';
import { isSentence } from '../forms/sentence.ts';
import type { ClassChance } from '../line-model/line-class.ts';
import { widthOf } from '../line-model/settled.ts';
import { STEP } from '../lines/glyphs.ts';
import { beginsParagraph } from '../lines/goes-on.ts';
import { endsSentence, type Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

const TITLE_CHANCE = 0.3;
export const TITLE_LINES = 40;
export const TITLE_LENGTH = 160;
const MORE_LIKELY = 1.6;
/** By so much the repeated title may be longer than twice the title: signs around it. */
const AROUND = 12;

/** The line of the head of the text that is most likely its title, or −1. */
export function titleLine(lines: readonly Line[], roles: readonly (Role | undefined)[], chance: ClassChance): number {
  if (lines[0]?.hashes === 1 && roles[0] === undefined) return 0;
  let found = centredLine(lines, roles);
  if (found !== -1) return found;
  for (let at = 0; at < Math.min(lines.length, TITLE_LINES); at += 1) {
    const line = lines[at] as Line;
    if (roles[at] !== undefined || isTrail(line) || endsInComma(line) || beginsParagraph(lines, at)) continue;
    // The title comes first: what stands lower has to be far more like one.
    if (chance(at, 'title') > (found === -1 ? TITLE_CHANCE : MORE_LIKELY * chance(found, 'title'))) found = at;
  }
  if (found !== -1) return found;
  const first = lines[0] !== undefined && isTrail(lines[0]) ? 1 : 0;
  return headsArticle(lines, roles, chance, first) ? first : -1;
}

const CENTRED_INDENT = 8;
const CENTRED_LINES = 12;

/** The first line that stands alone in the middle of the page, near the top of a text that is not set in so deep. */
function centredLine(lines: readonly Line[], roles: readonly (Role | undefined)[]): number {
  const width = widthOf(lines);
  if (width === 0) return -1;
  return lines.slice(0, CENTRED_LINES).findIndex(({ raw, indent, marker, blankBefore, blankAfter }, at) => {
    const isAlone = blankBefore && blankAfter && marker === undefined && roles[at] === undefined;
    const offset = Math.abs(2 * indent + raw.length - width);
    return (
      isAlone && indent >= CENTRED_INDENT && offset <= width / 4 && raw.length <= TITLE_LENGTH && !endsSentence(raw)
    );
  });
}

/** Letters greet so; no title does. */
export const endsInComma = ({ raw }: Line): boolean => /[,،，、]$/.test(raw);

//   Shop > Boats > Rowing boats      ホーム＞舟＞手漕ぎ舟
const BETWEEN_STEPS = /\s+[>›»→/]\s+|(?<=[^\s＞])＞(?=[^\s＞])/;
const FEWEST_STEPS = 3;

/** The way to the page through its site, which stands over the title. */
export const isTrail = ({ raw, kinds }: Line): boolean =>
  (kinds & STEP) !== 0 && raw.length <= TITLE_LENGTH && raw.split(BETWEEN_STEPS).length >= FEWEST_STEPS;

/** The first line, or the one below the trail, short and without a stop, right over what says more: it is the title before it is clutter. */
function headsArticle(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  chance: ClassChance,
  at: number,
): boolean {
  const first = lines[at];
  const second = lines[at + 1];
  if (first === undefined || second === undefined || roles[at] !== undefined || roles[at + 1] !== undefined)
    return false;
  if (first.marker !== undefined || second.marker !== undefined || first.raw.length > TITLE_LENGTH) return false;
  const isLikely = at > 0 || chance(at, 'cut') > TITLE_CHANCE;
  return isLikely && second.raw.length > first.raw.length && !endsSentence(first.raw) && !endsInComma(first);
}

/** The title once more, right under it: below a paragraph it heads something. */
export function cutRepeatedTitle(lines: readonly Line[], roles: Role[], title: number): void {
  if (title === -1) return;
  const { raw: said } = lines[title] as Line;
  const key = lettersOf(said);
  for (let at = title + 1; at < Math.min(lines.length, title + TITLE_LINES); at += 1) {
    const { raw } = lines[at] as Line;
    if (roles[at] !== 'cut' && roles[at] !== 'title' && isSentence(lines[at] as Line)) return;
    if (raw.length > 2 * said.length + AROUND) continue;
    if (roles[at] !== 'row' && roles[at] !== 'code' && lettersOf(raw) === key) roles[at] = 'cut';
  }
}
