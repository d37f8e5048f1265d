/** Bundles bench/NAME.ts with esbuild and runs it: `node bench/start.js NAME ARGS`. Run it from the root of the repository. */
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [name = 'run', ...rest] = process.argv.slice(2);
const outfile = `node_modules/.cache/bench/${name}.mjs`;
await build({
  entryPoints: [`bench/${name}.ts`],
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});
process.argv = [process.argv[0] ?? 'node', outfile, ...rest];
await import(pathToFileURL(outfile).href);
