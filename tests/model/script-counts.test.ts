import { expect, test } from 'vitest';
import { scriptCounts } from '../../src/model/script-counts.ts';

test('half a pair of surrogates changes nothing for the pairs of other texts', () => {
  scriptCounts('\ud840 \udc00');
  const { letters, of } = scriptCounts('\ud840\udc00\ud840\udc01');
  expect([letters, of('Han')]).toEqual([4, 4]);
});
