import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderCliDocs } from '../../src/cli/docs.ts';

test('docs/cli.md says what the flag table says (UPDATE_FIXTURES=1 remakes it)', () => {
  if (process.env.UPDATE_FIXTURES === '1') writeFileSync('docs/cli.md', renderCliDocs());
  expect(readFileSync('docs/cli.md', 'utf8')).toBe(renderCliDocs());
});
