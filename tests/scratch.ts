import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders that tests and the programs they start make under `os.tmpdir()` lie in one, which goes when all tests have run. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'article-convert-tests-'));
  process.env.TMPDIR = folder;
  process.env.TEMP = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
