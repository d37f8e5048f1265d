import { expect, test } from 'vitest';
import { emptyTally } from '../../src/batch/tally.ts';
import { exitCode, howToResume } from '../../src/cli/outcome.ts';

const SOME = { ...emptyTally(), inputs: 3, converted: 8, failed: 2, hadMany: true };

test('--fail-on says how many may fail', () => {
  expect((['any', 'none', 19, 20] as const).map((when) => exitCode(SOME, when))).toEqual([4, 0, 4, 0]);
});

test('a run in which nothing could be opened has failed, whatever may fail', () => {
  const none = { ...emptyTally(), inputs: 2, unopened: 2, failed: 2 };
  expect(exitCode(none, 'none')).toBe(1);
  expect(exitCode({ ...SOME, isInterrupted: true }, 'any')).toBe(130);
});

test('the command to go on with is one that a shell takes', () => {
  expect(howToResume(['a b.warc', '--out-dir', 'out', '--force', '--name', "{slug}'s"])).toBe(
    `; to resume: article-convert 'a b.warc' --out-dir out --name '{slug}'\\''s' --resume`,
  );
});
