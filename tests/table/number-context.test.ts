import { expect, test } from 'vitest';
import { NUMBER_FEATURES, numberForm, putNumberContext } from '../../src/plain/table/seams/number-context.ts';
import { readRow } from '../../src/plain/table/seams/row.ts';

/** What is told of the place before the mark. */
function contextAt(marked: string): Record<string, number> {
  const place = marked.indexOf('^');
  const out = new Float32Array(NUMBER_FEATURES.length);
  putNumberContext(readRow(marked.replace('^', ''), 'glued'), place, place, out, 0);
  return Object.fromEntries(NUMBER_FEATURES.map((name, at) => [name, out[at] as number]));
}

test('a number says how many digits it would have before and behind its separator', () => {
  expect(contextAt('60,612^44,8 %')).toMatchObject({
    separatorLeft: 2,
    digitsBeforeSeparator: 2,
    separatorRight: 2,
    digitsAfterSeparator: 1,
  });
  expect(contextAt('Port1966^3.1 t')).toMatchObject({ separatorLeft: 0, separatorRight: 1, digitsAfterSeparator: 1 });
  expect(contextAt('54 990^18:35')).toMatchObject({ separatorLeft: 6, digitsBeforeSeparator: 2, separatorRight: 3 });
});

test('a place that no digit touches has no number', () => {
  expect(Object.values(contextAt('Port^Share'))).toEqual(NUMBER_FEATURES.map(() => 0));
});

test('figures have one form whatever their values, and whole numbers whatever their length', () => {
  const formAt = (marked: string): number => {
    const place = marked.indexOf('^');
    return numberForm(readRow(marked.replace('^', ''), 'glued'), place, place);
  };
  expect(formAt('60,612^44,8')).toBe(formAt('19,256^88,3'));
  expect(formAt('60,612^44,8')).not.toBe(formAt('60,6124^4,8'));
  expect(formAt('141^4,9')).toBe(formAt('8^8,5'));
  expect(formAt('Port^4,9')).toBe(0);
});
