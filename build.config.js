/** Builds dist/: the CLI as one bundle for a quick start, the library with its packages outside, and the types. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });

const shared = { bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning' };

await build({
  ...shared,
  entryPoints: { cli: 'src/cli/main.ts', 'batch-worker': 'src/batch/worker.ts' },
  // Finds its WASM beside its own file.
  external: ['@bokuweb/zstd-wasm'],
  outdir: 'dist',
  splitting: true,
  minify: true,
  legalComments: 'linked',
  chunkNames: 'chunks/[name]-[hash]',
  // commander and undici are CommonJS and ask for node: modules with require.
  banner: {
    js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);",
  },
});

await build({
  ...shared,
  entryPoints: { index: 'src/index.ts', plugins: 'src/plugins.ts' },
  outdir: 'dist',
  splitting: true,
  packages: 'external',
  chunkNames: 'lib/[name]-[hash]',
});

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace(/package\.json$/, 'bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
