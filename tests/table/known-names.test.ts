import { expect, test } from 'vitest';
import { readLines } from '../../src/plain/lines/line.ts';
import { withoutCutNames } from '../../src/plain/table/rows/known-names.ts';

const glued = (start: number, rows: string[][]) => ({
  start,
  end: start + rows.length,
  rows,
  header: true,
  by: 'table:glued',
  confidence: 0.8,
});

test('names that other lines have whole are no cells side by side', () => {
  const lines = readLines('Sub ThrowErrors\nOn Error GoTo AlertAndExecNext\nResume\nAlertAndExecNext:\n');
  const table = glued(0, [
    ['Sub Throw', 'Errors'],
    ['On Error GoTo AlertAnd', 'ExecNext'],
  ]);
  expect(withoutCutNames([table], lines)).toEqual([]);
});

test('cells that run together stay cells beside a name', () => {
  const lines = readLines('The town uses OpenStreetMap.\nTownMayorVotes\nOsloAnne Lae120\nBergenMarit War98\n');
  const table = glued(1, [
    ['Town', 'Mayor', 'Votes'],
    ['Oslo', 'Anne Lae', '120'],
    ['Bergen', 'Marit War', '98'],
  ]);
  expect(withoutCutNames([table], lines)).toEqual([table]);
});
