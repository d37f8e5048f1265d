/** `npm run fixture -- PAGE NAME`: makes `fixtures/KIND/NAME/` with the page and what comes out of it, to be read and mended. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { convert, loadParts, writers } from '../src/index.ts';

const [page, name] = process.argv.slice(2);
process.exitCode = page === undefined || name === undefined ? usage() : await make(page, name);

function usage(): number {
  console.error(
    'usage: npm run fixture -- PAGE NAME (PAGE: a file; NAME: says what the fixture tests, as in list-in-cell)',
  );
  return 2;
}

async function make(file: string, name: string): Promise<number> {
  const input = `input${extname(file) || '.html'}`;
  const document = convert({ id: basename(file), body: readFileSync(file) }, {}, await loadParts());
  const folder = join('fixtures', document.input.kind, name);
  if (existsSync(folder)) {
    console.error(`${folder} exists; choose another name`);
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  copyFileSync(file, join(folder, input));
  writeFileSync(join(folder, 'expected.md'), writers.markdown.write(document));
  console.log(`made ${folder}; read and mend ${join(folder, 'expected.md')}`);
  return 0;
}
