import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/** A part imports only what stands above it; parts on one line do not import each other. */
const LAYERS: readonly (readonly string[])[] = [
  ['code-unit'],
  ['document', 'resource', 'errors', 'once', 'words', 'model', 'tree'],
  ['options', 'sites'],
  ['decode', 'html', 'plain', 'metadata', 'mdast', 'writers'],
  ['parts'],
  ['convert', 'survey'],
  ['readers'],
  ['batch'],
  ['index', 'plugins'],
  ['cli'],
];
const IMPURE = new Set(['readers', 'batch', 'cli']);
const PACKAGES_OF_ONE_PART: Readonly<Record<string, string>> = {
  commander: 'cli',
  chalk: 'cli',
  'log-update': 'cli',
  undici: 'readers',
};
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
const NODE_OR_CLOCK =
  /(?<![.\w'"$])(?:Buffer|process|globalThis|performance)\s*[.([]|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|(?<![.\w])(?:setTimeout|setInterval|fetch)\s*\(/;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => ({
    name,
    part: partOf(name),
    code: readFileSync(`src/${name}`, 'utf8').replace(COMMENT, ''),
  }));

function partOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '');
}

function layerOf(part: string): number {
  return LAYERS.findIndex((layer) => layer.includes(part));
}

function importsOf(code: string): string[] {
  return [...code.matchAll(IMPORT)].map(([, target = '']) => target);
}

test('every part of src stands in the layer list', () => {
  expect(files.filter(({ part }) => layerOf(part) < 0).map(({ name }) => name)).toEqual([]);
});

test('the document on the architecture tells of the same layers', () => {
  const drawn = /holds it\):\n\n```\n([\s\S]*?)\n```/.exec(readFileSync('docs/architecture.md', 'utf8'))?.[1] ?? '';
  expect(drawn.split('\n').map((line) => line.split(/\s+/))).toEqual(LAYERS);
});

test('a part imports only what stands above it', () => {
  const wrong = files.flatMap(({ name, part, code }) =>
    importsOf(code)
      .filter((target) => target.startsWith('.'))
      .map((target) => posix.join(posix.dirname(name), target))
      .filter((target) => partOf(target) !== part && layerOf(partOf(target)) >= layerOf(part))
      .map((target) => `${name} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('relative imports carry their suffix', () => {
  const bare = files.flatMap(({ name, code }) =>
    importsOf(code)
      .filter((target) => target.startsWith('.') && !/\.(?:ts|json)$/.test(target))
      .map((target) => `${name} imports ${target}`),
  );
  expect(bare).toEqual([]);
});

test('only readers, batch and cli touch Node, the clock or chance', () => {
  const pure = files.filter(({ part }) => !IMPURE.has(part));
  const impure = pure.filter(
    ({ code }) => importsOf(code).some((target) => target.startsWith('node:')) || NODE_OR_CLOCK.test(code),
  );
  expect(impure.map(({ name }) => name)).toEqual([]);
});

test('commander, chalk and log-update are imported by cli alone, undici by readers alone', () => {
  const wrong = files.flatMap(({ name, part, code }) =>
    importsOf(code)
      .filter((target) => (PACKAGES_OF_ONE_PART[target] ?? part) !== part)
      .map((target) => `${name} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('a page alone does not load what only batches, files of settings and shells need', () => {
  const STATIC = /^(?:import|export)\s(?!type\b)(?:[^;]*?\bfrom\s*)?'([^']+)'/gm;
  const loaded = new Set(['cli/main.ts', 'cli/open-outlet.ts', 'batch/run.ts', 'batch/convert-page.ts']);
  for (const name of loaded) {
    const code = files.find((file) => file.name === name)?.code ?? '';
    for (const [, target = ''] of code.matchAll(STATIC)) {
      loaded.add(target.startsWith('.') ? posix.join(posix.dirname(name), target) : target);
    }
  }
  const LATE =
    /^(?:batch\/(?:html-report\/|progress|journal|pool|find-site-texts|filters\/(?:dedupe|min-hash|near|site-texts))|cli\/(?:completions\/|man|config|progress|count-inputs|dry-run|run-summary)|log-update|hyparquet)/;
  expect([...loaded].filter((name) => LATE.test(name))).toEqual([]);
});

test('exports have names', () => {
  expect(files.filter(({ code }) => /^export default\b/m.test(code)).map(({ name }) => name)).toEqual([]);
});

test('no file is longer than 400 lines', () => {
  const long = files.filter(({ name }) => !name.startsWith('model/'));
  expect(long.filter(({ name }) => lines(name) > 400).map(({ name }) => name)).toEqual([]);
});

function lines(name: string): number {
  return readFileSync(`src/${name}`, 'utf8').split('\n').length;
}

test('no module exports a variable that changes, for the bundle takes what a module exports once', () => {
  expect(files.filter(({ code }) => /^export (?:let|var)\b/m.test(code)).map(({ name }) => name)).toEqual([]);
});
