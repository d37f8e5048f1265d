/** The completions in the shells themselves. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completionsFor } from '../../src/cli/completions/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-convert-complete-'));
for (const shell of ['zsh', 'fish'] as const) writeFileSync(join(folder, `complete.${shell}`), completionsFor(shell));
const place = join(folder, 'place');
mkdirSync(join(place, 'a folder'), { recursive: true });
writeFileSync(join(place, 'a page.html'), '');

test('fish offers flags, values and folders', () => {
  const inFish = (line: string): string[] =>
    execFileSync('fish', ['--no-config', '-c', `source ${join(folder, 'complete.fish')}; complete -C '${line}'`], {
      cwd: place,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    })
      .split('\n')
      .map((offer) => offer.split('\t')[0] ?? '')
      .filter((offer) => offer !== '');
  expect(inFish('article-convert --ded')).toEqual(['--dedupe']);
  expect(inFish('article-convert --to js')).toEqual(['json', 'jsonl']);
  expect(inFish('article-convert --out-dir a')).toEqual(['a folder/']);
});

/** What a zsh on a terminal of its own shows when these keys are pressed, each after a moment. */
function inZsh(keys: string[]): string {
  const script = `zmodload zsh/zpty; zpty z "PS1='> ' zsh -f -i"
zpty -w z "autoload -Uz compinit && compinit -u -d ${join(folder, 'dump')}; source ${join(folder, 'complete.zsh')}"
sleep 3
${keys.map((key) => `zpty -w -n z $'${key}'; sleep 1`).join('\n')}
while zpty -r -t z line; do print -r -- "$line"; done`;
  const said = execFileSync('zsh', ['-f', '-c', script], { cwd: place, encoding: 'utf8' });
  return said.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '');
}

test('zsh offers flags with their help, values and folders', () => {
  const kill = '\\x15';
  const shown = inZsh([
    'article-convert --ded\\t',
    `${kill}article-convert --to js\\t\\t`,
    `${kill}article-convert --out-dir a\\t`,
    `${kill}article-convert -o x.md --min-w\\t`,
    `${kill}article-convert --min\\t\\t`,
  ]);
  expect(shown).toContain('article-convert --dedupe');
  expect(shown).toMatch(/json\s+jsonl/);
  expect(shown).toContain('--out-dir a\\ folder/');
  expect(shown).toContain('--min-words');
  expect(shown).toContain('-- leave out documents of fewer words');
});
