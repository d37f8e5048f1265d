import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderConfigSchema } from '../../src/cli/config-schema.ts';
import { renderCliDocs } from '../../src/cli/docs.ts';
import { partsOf } from '../../src/cli/flag-parts.ts';
import { FLAGS } from '../../src/cli/flags.ts';
import { renderMan } from '../../src/cli/man.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

test.each([
  ['docs/cli.md', renderCliDocs()],
  ['man/article-convert.1', renderMan(version)],
  ['schema/config.schema.json', renderConfigSchema()],
])('%s says what the flag table says (UPDATE_FIXTURES=1 remakes it)', (path, rendered) => {
  if (process.env.UPDATE_FIXTURES === '1') writeFileSync(path, rendered);
  expect(readFileSync(path, 'utf8')).toBe(rendered);
});

test('the man page has each flag, and no line of its text is a request by chance', () => {
  const man = renderMan(version);
  for (const { long } of FLAGS.map(partsOf)) expect(man).toContain(`\\fB${long.replaceAll('-', '\\-')}\\fR`);
  const requests = man.split('\n').filter((line) => /^[.']/.test(line));
  expect(requests.filter((line) => !/^\.(?:TH|SH|SS|TP|PP|B) ?/.test(line))).toEqual([]);
  expect(man).not.toMatch(/\\(?![-&e(]|f[BIR])/);
});

test('flags have one name each, and stand together by group', () => {
  const names = FLAGS.map(partsOf).flatMap(({ short = '', long }) => (short === '' ? [long] : [short, long]));
  expect(new Set(names).size).toBe(names.length);
  const groups = FLAGS.map(({ group }) => group);
  expect(groups.filter((group, at) => group !== groups[at - 1])).toEqual([...new Set(groups)]);
});
