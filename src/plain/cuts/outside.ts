/**
 * What stands outside the article by its form and place: a menu of short lines above the title, what begins with a notice of
 * copyright below the last sentence, and headings there whose lines are gone.
 */
import { countWords } from '../../words.ts';
import { DIGIT, HALF } from '../lines/glyphs.ts';
import { endsQuestion, endsSentence, isUnparted, type Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

const MENU_WORDS = 3;
const MENU_LENGTH = 30;
const FEWEST_MENU = 4;
const MOST_MENU = 60;
const TAIL_LINES = 12;
const SENTENCE = 60;

//   © 2023 Wexby Courier     Copyright (c) 2019–2024 …
export const NOTICE = /^(?:\p{L}+ ?)?(?:©|\([cC]\))\s*(?:\p{L}[\p{L}.]*\s){0,3}?\p{Nd}{4}/u;

/** Cuts the menu and the notice from `roles`; nothing above `from` is clutter below the text. */
export function cutOutside(lines: readonly Line[], roles: Role[], title: number, from: number): void {
  const isDense = isUnparted(lines);
  const head = title >= FEWEST_MENU ? title : headOverText(lines, roles, isDense);
  const isParted = isDense || lines[head]?.blankBefore;
  const above = lines.slice(0, Math.max(0, head)).filter((_, at) => roles[at] !== 'cut');
  // The last line of a menu may be the title itself.
  const isOver = title === -1 || title !== head - 1;
  if (head >= FEWEST_MENU && head <= MOST_MENU && isParted && isOver && isMenu(above)) {
    roles.fill('cut', 0, head);
    if (title < head) roles[head] = 'title';
  }
  cutSurvey(lines, roles);
  const tail = Math.max(0, lines.length - TAIL_LINES);
  const start =
    tail +
    lines
      .slice(tail)
      .findLastIndex(
        ({ raw, kinds, isQuoted }) => (kinds & (DIGIT | HALF)) !== 0 && !isQuoted && NOTICE.test(raw.slice(0, 60)),
      );
  if (start < Math.max(1, tail)) return;
  const isShort = (line: Line): boolean => countWords(line.raw) <= MENU_WORDS + 3 && !endsSentence(line.raw);
  if (!lines.slice(start + 1).every(isShort)) return;
  roles.fill('cut', start);
  cutMenuAbove(lines, roles, start, from);
}

//   About
//   Careers
//   Press
//   Legal
//   © 2023 Wexby Courier     ← a menu right above it, that begins below a sentence
function cutMenuAbove(lines: readonly Line[], roles: Role[], notice: number, from: number): void {
  let start = notice;
  const isLoose = (role: Role | undefined): boolean => role === 'prose' || role === 'heading' || role === 'cut';
  while (start > Math.max(1, from) && isLoose(roles[start - 1]) && isMenu([lines[start - 1] as Line])) start -= 1;
  if (notice - start >= FEWEST_MENU && endsSentence((lines[start - 1] as Line).raw)) roles.fill('cut', start, notice);
}

//   Was this page useful?
//   Yes
//   No      ← and nothing below but what is cut
function cutSurvey(lines: readonly Line[], roles: Role[]): void {
  const from = Math.max(1, lines.length - TAIL_LINES);
  const at = lines.findIndex(
    (line, n) => n >= from && endsQuestion(line.raw) && line.raw.length <= SENTENCE && line.marker === undefined,
  );
  if (at === -1) return;
  const isAnswer = (line: Line | undefined): boolean =>
    line !== undefined && line.marker === undefined && ANSWER.test(line.raw);
  if (!isAnswer(lines[at + 1]) || !isAnswer(lines[at + 2])) return;
  const rest = roles.slice(at + 3);
  if (rest.every((role, n) => role === 'cut' || isAnswer(lines[at + 3 + n]))) roles.fill('cut', at);
}
const ANSWER = /^[^\p{L}\p{N}]{0,4}\p{L}[\p{L}\p{M}]{1,5}$/u;

/** The first heading that stands alone over a sentence. */
const headOverText = (lines: readonly Line[], roles: readonly Role[], isDense: boolean): number =>
  lines.findIndex(({ blankBefore, blankAfter }, at) => {
    const next = lines[at + 1]?.raw ?? '';
    return (
      roles[at] === 'heading' &&
      (isDense || (blankBefore && blankAfter)) &&
      next.length > SENTENCE &&
      endsSentence(next)
    );
  });

/** Short lines without a marker, a number, a stop or a colon. */
const isMenu = (lines: readonly Line[]): boolean =>
  lines.every(
    ({ raw, hashes, isQuoted, marker }) =>
      hashes === 0 &&
      marker === undefined &&
      !isQuoted &&
      raw.length <= MENU_LENGTH &&
      countWords(raw) <= MENU_WORDS &&
      !/[\p{Nd}:：,，;；]/u.test(raw) &&
      !endsSentence(raw),
  );

/** After the last sentence, a heading whose lines were all cut heads nothing of the article's. */
export function cutHeadingsOverNothing(roles: Role[], last: number): void {
  for (let at = roles.length - 2; at > last; at -= 1) {
    if (roles[at] !== 'heading' || roles[at + 1] !== 'cut') continue;
    let end = at + 1;
    while (roles[end] === 'cut') end += 1;
    if (end === roles.length || roles[end] === 'heading') roles[at] = 'cut';
  }
}
