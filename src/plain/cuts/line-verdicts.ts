/** Why lines were cut. */
import type { Verdict } from '../../document.ts';
import { countWords, lettersOf } from '../../words.ts';
import { SENTENCE_WORDS } from '../forms/sentence.ts';
import { COUNT } from '../line-model/counts.ts';
import { SENTENCES } from '../line-model/measures.ts';
import type { Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

export function verdictsOf(lines: readonly Line[], roles: readonly Role[], title: number): Verdict[] {
  if (!roles.includes('cut')) return [];
  const key = title === -1 ? undefined : lettersOf((lines[title] as Line).raw);
  const isBody = (line: Line, at: number) =>
    (roles[at] === 'prose' || roles[at] === 'item') && countWords(line.raw.slice(0, SENTENCES)) > SENTENCE_WORDS;
  const first = lines.findIndex(isBody);
  return lines.flatMap((line, at): Verdict[] => {
    if (roles[at] !== 'cut') return [];
    const by =
      lettersOf(line.raw) === key
        ? 'line:repeated-title'
        : COUNT.test(line.raw)
          ? 'line:count'
          : at < first
            ? 'line:before-article'
            : 'line:after-article';
    return [{ keep: false, by, path: `line ${line.number}`, text: line.raw }];
  });
}
