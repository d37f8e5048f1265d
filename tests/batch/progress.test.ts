import { expect, test } from 'vitest';
import { describe, duration, Progress } from '../../src/batch/progress.ts';
import { barLine } from '../../src/cli/progress-display.ts';

const row = (id: string, status: 'converted' | 'skipped' | 'failed' = 'converted', offset?: number) => ({
  id,
  status,
  ...(offset === undefined ? {} : { offset }),
});

test('pages in files: a share, a rate, and the time left', () => {
  const progress = new Progress();
  progress.inputs = 100;
  for (let at = 0; at < 40; at += 1) progress.opened({ id: `${at}.html`, size: 10 });
  for (let at = 0; at < 26; at += 1)
    progress.finished(row(`${at}.html`, at === 3 ? 'failed' : at === 5 ? 'skipped' : 'converted'));
  const standing = progress.standing(5);
  expect(standing).toMatchObject({
    done: 26,
    failed: 1,
    skipped: 1,
    share: 0.25,
    left: 15,
    perSecond: 5.2,
    input: '25.html',
  });
  expect(describe(standing)).toBe('26 done (25%), 5.2/s, 15 s left, 1 failed, 1 skipped');
});

test('records of an archive: its part by their offsets', () => {
  const progress = new Progress();
  progress.inputs = 2;
  progress.opened({ id: 'a.warc.gz', size: 1000 });
  for (const offset of [0, 250, 500]) progress.finished(row(`a.warc.gz#${offset}`, 'converted', offset));
  expect(progress.standing(10)).toMatchObject({ share: 0.25, left: 30 });
  progress.opened({ id: 'b.warc.gz', size: 1000 });
  progress.finished(row('b.warc.gz#500', 'converted', 500));
  expect(progress.standing(20)).toMatchObject({ share: 0.75, left: 20 / 3 });
});

test('what a run before has read counts for the share and not for the speed', () => {
  const progress = new Progress();
  progress.inputs = 10;
  progress.resumed(500);
  for (let at = 0; at < 6; at += 1) progress.passed();
  for (const id of ['g.html', 'h.html', 'i.html']) progress.opened({ id });
  for (const id of ['g.html', 'h.html', 'i.html']) progress.finished(row(id));
  expect(progress.standing(2)).toMatchObject({ share: 0.8, left: 2, resumed: 500, done: 3 });
});

test('without a total there is neither share nor end, and what could not be opened is over', () => {
  const progress = new Progress('first reading');
  progress.finished(row('missing.html', 'failed'));
  expect(progress.standing(0)).toEqual({
    done: 1,
    skipped: 0,
    failed: 1,
    resumed: 0,
    perSecond: 0,
    input: '',
    phase: 'first reading',
  });
  expect(describe(progress.standing(2))).toBe('first reading: 1 done, 0.5/s, 1 failed');
});

test('the line fits the terminal', () => {
  const progress = new Progress();
  progress.inputs = 4;
  for (const id of ['a', 'b', 'c']) progress.opened({ id });
  for (const id of ['a', 'b', 'c']) progress.finished(row(id));
  const standing = progress.standing(1);
  expect(barLine(standing, 100)).toBe('[██████████░░░░░░░░░░] 3 done (50%), 3.0/s, 1 s left');
  expect(barLine(standing, 20)).toHaveLength(19);
  expect(barLine(standing, 10)).toHaveLength(9);
});

test('durations are read at a glance', () => {
  expect([0.4, 59, 60, 3599, 3600, 90_000].map(duration)).toEqual([
    '0 s',
    '59 s',
    '1 min 0 s',
    '59 min 59 s',
    '1 h 0 min',
    '25 h 0 min',
  ]);
});
