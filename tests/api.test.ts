import { expect, test } from 'vitest';
import * as api from '../src/index.ts';

test('the public API is the names that the README promises', () => {
  expect(Object.keys(api).sort()).toEqual(['ConvertError', 'REASONS', 'convert', 'loadParts', 'needs', 'writers']);
});

test('every reason of the closed list is documented', async () => {
  const { readFileSync } = await import('node:fs');
  const docs = readFileSync(new URL('../docs/json.md', import.meta.url), 'utf8');
  for (const reason of api.REASONS) expect(docs).toContain(`\`${reason}\``);
});
