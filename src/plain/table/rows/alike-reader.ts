/** Runs by what all runs of the document with the same header show together. */
import { evaluate } from '../../../model/trees.ts';
import { once } from '../../../once.ts';
import type { Judged } from '../columns/judge.ts';
import type { Joint } from '../seams/row.ts';
import { type Alike, runsAlike } from './alike.ts';
import { sizeOf } from './effort.ts';
import { HIGHEST_FORECAST, LEAST_ODDS, type LeastForecast, sureOfSpaced } from './how-sure.ts';
import { MOST_ROWS, type Reading } from './reading.ts';
import { asRows, lookOf } from './run-features.ts';
import { mayBeSpaced } from './worth-a-look.ts';

/** So many rows under the same names tell how one more is cut. */
const FEWEST_ELSEWHERE = 3;

/** Judges runs of one document; `at` is the index of the header, which is the first line of a run. */
export interface AlikeReader {
  /** A run of `count` lines, where all rows under its header are sure to be rows. */
  readonly judgeRun: (at: number, count: number, joint: Joint, least: LeastForecast) => Judged | undefined;
  /** One row under names that stand over more rows elsewhere. */
  readonly judgeOneRow: (at: number) => Judged | undefined;
}

export function alikeReader({ held, models, hasBareRuns, effort, judgeRows }: Reading): AlikeReader {
  const alikes = once(() => runsAlike(held, MOST_ROWS));
  const together = { glued: new Map<Alike, Judged | undefined>(), space: new Map<Alike, Judged | undefined>() };

  function judgeTogether(alike: Alike, joint: Joint): Judged | undefined {
    if (!together[joint].has(alike)) {
      effort.look(sizeOf(alike.rows));
      together[joint].set(alike, judgeRows(alike.rows, joint));
    }
    return together[joint].get(alike);
  }

  function judgeRun(at: number, count: number, joint: Joint, least: LeastForecast): Judged | undefined {
    const alike = alikes().get(at);
    if (alike === undefined || least(alike.rows.length) > HIGHEST_FORECAST[joint]) return undefined;
    const judged = judgeTogether(alike, joint);
    if (judged === undefined || judged.forecast < least(alike.rows.length)) return undefined;
    const from = alike.bodies.get(at) as number;
    const [header] = judged.solution.texts;
    const texts = [header as readonly string[], ...judged.solution.texts.slice(from, from + count - 1)];
    return { ...judged, solution: { ...judged.solution, texts } };
  }

  const looks = new Map<Alike, boolean>();
  function lookSpaced(alike: Alike): boolean {
    let look = looks.get(alike);
    if (look === undefined) {
      const odds = () => evaluate(models.runs, asRows(lookOf(alike.rows), 'space'));
      look = mayBeSpaced(alike.rows, false, false) && odds() >= LEAST_ODDS.space;
      looks.set(alike, look);
    }
    return look;
  }

  function judgeOneRow(at: number): Judged | undefined {
    const alike = alikes().get(at);
    if (alike === undefined || alike.rows.length <= FEWEST_ELSEWHERE || !lookSpaced(alike)) return undefined;
    return judgeRun(at, 2, 'space', (count) => sureOfSpaced(count, hasBareRuns, false));
  }

  return { judgeRun, judgeOneRow };
}
