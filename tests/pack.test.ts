import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'article-convert-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the packed package installs into an empty folder and converts', { timeout: 240_000 }, () => {
  if (!existsSync('dist/cli/core.cjs')) throw new Error('dist is not built; run npm run build');
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { stdio: 'pipe' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const install = ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--prefix', folder];
  execFileSync('npm', [...install, join(folder, tarball)], { cwd: folder, stdio: 'pipe' });

  const command = join(folder, 'node_modules', '.bin', 'article-convert');
  const markdown = execFileSync(command, [resolve('fixtures/text/summit/input.txt')], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(markdown.split('\n')[0]).toMatch(/^# \S/);

  const script = "import * as api from 'article-convert'; console.log(Object.keys(api).sort().join())";
  const names = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(names.trim()).toBe('ConvertError,REASONS,convert,loadParts,needs,writers');
});
