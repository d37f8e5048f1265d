/** Bundles bench/NAME.ts with esbuild, as the program is bundled, and runs it: `node bench/start.js NAME ARGS`. Run it from the root of the repository. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BUNDLING } from '../bundling.js';
import { keepConstants } from '../keep-constants.js';

const [name = 'run', ...rest] = process.argv.slice(2);
const outdir = join('node_modules/.cache/bench/bundles', name);
const { outputFiles } = await build({
  entryPoints: { bench: `bench/${name}.ts` },
  outdir,
  write: false,
  ...BUNDLING,
  packages: 'external',
  outExtension: { '.js': '.mjs' },
});
rmSync(outdir, { recursive: true, force: true });
for (const { path, text } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await keepConstants(text));
}
const outfile = resolve(outdir, 'bench.mjs');
process.argv = [process.argv[0] ?? 'node', outfile, ...rest];
await import(pathToFileURL(outfile).href);
