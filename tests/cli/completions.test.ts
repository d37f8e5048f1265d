import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completionsFor } from '../../src/cli/completions/index.ts';
import { partsOf } from '../../src/cli/flag-parts.ts';
import { SHELLS } from '../../src/cli/flags/shell.ts';
import { FLAGS } from '../../src/cli/flags.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-convert-complete-'));
for (const shell of SHELLS) writeFileSync(join(folder, `complete.${shell}`), completionsFor(shell));
const place = join(folder, 'place');
mkdirSync(join(place, 'a folder'), { recursive: true });
writeFileSync(join(place, 'a page.html'), '');

test.each(SHELLS)('the script for %s names each flag and each value', (shell) => {
  const script = completionsFor(shell);
  for (const { long, choices } of FLAGS.map(partsOf)) {
    expect(script).toContain(shell === 'fish' ? ` -l ${long.slice(2)} ` : long);
    for (const choice of choices) expect(script).toContain(choice);
  }
});

/** What bash offers for a line, the cursor behind its last word. */
function inBash(words: string[]): string[] {
  const script = `source ${join(folder, 'complete.bash')}
COMP_WORDS=(article-convert ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}
_article_convert; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const said = execFileSync('bash', ['--norc', '-c', script], {
    cwd: place,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return said.split('\n').filter((line) => line !== '');
}

test.runIf(process.platform !== 'win32')('bash offers flags, values and folders, also behind an equals sign', () => {
  expect(inBash(['--ded'])).toEqual(['--dedupe']);
  expect(inBash(['--to', 'js'])).toEqual(['json', 'jsonl']);
  expect(inBash(['--to', '=', 'ma'])).toEqual(['markdown']);
  expect(inBash(['--to', '='])).toContain('text');
  expect(inBash(['--out-dir', 'a'])).toEqual(['a folder']);
  expect(inBash(['--report', ''])).toEqual([]);
  expect(inBash(['--', '--ded'])).toEqual([]);
  expect(inBash(['-'])).toEqual(expect.arrayContaining(['-o', '--output']));
});
