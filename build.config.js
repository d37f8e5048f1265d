/** Builds dist/: the program as a bundle made for a quick start, the library with its packages outside, and the types. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { build, transform } from 'esbuild';
import { BUNDLING } from './bundling.js';
import { keepConstants } from './keep-constants.js';

rmSync('dist', { recursive: true, force: true });

/** What nearly every run loads on demand: the rest of the bundle waits in files of its own. */
const ALWAYS_WANTED = [
  'src/batch/run.ts',
  'src/cli/open-outlet.ts',
  'src/batch/convert-page.ts',
  'src/tree/parse.ts',
  'src/model/load-extraction-model.ts',
];

/** The library holds its models as text, to load anywhere; the program reads their bytes from files, which costs no decoding and no heap. */
const modelsByNode = {
  name: 'models-by-node',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]model[\\/]base64\.ts$/ }, () => ({ contents: 'export const bytesOf = (model) => model;' }));
    const models = /[\\/](?:extraction-weights|table-trees|line-trees|languages[\\/][\w-]+)\.ts$/;
    onLoad({ filter: models }, ({ path }) => {
      const name = `${basename(path, '.ts')}.bin`;
      const pieces = [];
      let length = 0;
      const code = readFileSync(path, 'utf8').replace(/'([\w+/]{40,}=*)'/g, (_, base64) => {
        const piece = Buffer.from(base64, 'base64');
        pieces.push(piece);
        length += piece.length;
        return `piece(${length - piece.length}, ${length})`;
      });
      writeFileSync(join('dist/cli', name), Buffer.concat(pieces));
      return {
        loader: 'ts',
        contents: `import { readFileSync } from 'node:fs';
          const bytes = readFileSync(import.meta.url + '${name}');
          const piece = (start, end) => bytes.subarray(start, end);
          ${code}`,
      };
    });
  },
};

/**
 * A package that `require`s an ES module has it wrapped into a function that assigns its exports when called, and an export
 * taken before that is undefined: this one becomes an ES module itself.
 */
const snifferAsModule = {
  name: 'sniffer-as-module',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]html-encoding-sniffer\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/const (\{[^}]+\}) = require\(("[^"]+")\);/, 'import $1 from $2;')
        .replace('module.exports =', 'export default'),
    }));
  },
};

/** What few runs take, written as ES modules of which named exports are imported: bin/load.js runs such a module when one is used. */
const RARE = {
  'hast-util-to-html': 'hast-util-to-html',
  'mdast-util-to-hast': 'mdast-util-to-hast',
  'read-plain': 'src/plain/read-plain.ts',
  'line-model': 'src/plain/line-model/line-model.ts',
  'language-of-words': 'src/model/language-of-words.ts',
  guess: 'src/decode/guess.ts',
  'multi-byte-text': 'src/decode/multi-byte-text.ts',
  'character-entities': 'character-entities',
};
/** Of those, what pages take that do not name their language. */
const FOR_ALL = ['cli.cjs', 'rare-language-of-words.cjs'];
/** What many runs take and many do not lies together, too, in files of these names, by entry point. */
const TOGETHER = {
  texts: ['src/plain/read-plain.ts', 'src/plain/line-model/line-model.ts'],
  writers: ['src/writers/index.ts'],
  arguments: ['src/cli/arguments.ts'],
};

const rareApart = {
  name: 'rare-apart',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`(?:^|/)(?:${Object.keys(RARE).join('|')})(?:\\.ts)?$`) }, ({ path, kind }) =>
      kind === 'import-statement' ? { path: `./rare-${basename(path, '.ts')}.cjs`, external: true } : undefined,
    );
  },
};

async function buildProgram() {
  mkdirSync('dist/cli', { recursive: true });
  const { outputFiles, metafile } = await build({
    ...BUNDLING,
    entryPoints: {
      cli: 'src/cli/main.ts',
      'batch-worker': 'src/batch/worker.ts',
      ...Object.fromEntries(Object.entries(RARE).map(([name, path]) => [`rare-${name}`, path])),
    },
    // Finds its WASM beside its own file.
    external: ['@bokuweb/zstd-wasm'],
    outdir: 'dist/cli',
    outExtension: { '.js': '.cjs' },
    minifySyntax: true,
    legalComments: 'linked',
    chunkNames: '[name]-[hash]',
    define: {
      'import.meta.url': 'folderOfBundle',
      VERSION_OF_PACKAGE: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version),
    },
    plugins: [modelsByNode, rareApart, snifferAsModule],
    metafile: true,
    write: false,
  });
  const { outputs } = metafile;
  const wanted = startingFrom(
    outputs,
    (name, { entryPoint }) => FOR_ALL.includes(name) || ALWAYS_WANTED.includes(entryPoint),
  );
  /** By name of a chunk the file that it lies in. */
  const places = new Map([...wanted].map((name) => [name, 'core']));
  for (const [file, entryPoints] of Object.entries(TOGETHER))
    for (const name of startingFrom(outputs, (_, { entryPoint }) => entryPoints.includes(entryPoint)))
      if (!places.has(name)) places.set(name, file);
  const files = new Map([['core', []], ...Object.keys(TOGETHER).map((file) => [file, []])]);
  for (const { path, text } of outputFiles) {
    const name = basename(path);
    if (!name.endsWith('.cjs')) {
      writeFileSync(join('dist/cli', name), text);
      continue;
    }
    const made = await asFunction(text);
    const file = files.get(places.get(name));
    if (file === undefined) writeFileSync(join('dist/cli', name), `module.exports=${made}`);
    else file.push(`${JSON.stringify(name)}:${made}`);
  }
  const elsewhere = [...places].filter(([, file]) => file !== 'core');
  files.get('core').push(`places:${JSON.stringify(Object.fromEntries(elsewhere))}`);
  for (const [file, modules] of files) writeTogether(file, modules);
  execFileSync(process.execPath, ['-e', KEEP_COMPILED], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** A module to `require`, and a script whose value is the same. */
function writeTogether(name, modules) {
  const text = `(module=>module.exports={\n${modules.join(',\n')}})(typeof module==='object'?module:{})`;
  writeFileSync(`dist/cli/${name}.cjs`, text);
}

/** After runs, so that the functions which they called are among what is kept: the second takes flags and the writers' library. */
const KEEP_COMPILED = `
  const { setFlagsFromString } = require('node:v8');
  setFlagsFromString('--no-sparkplug');
  const loader = require('./bin/load.js');
  const main = loader.load('cli.cjs').main;
  const [page, text] = ['fixtures/html/summit/input.html', 'fixtures/text/summit/input.txt'];
  main([page]).then(() => main([page, '--json'])).then(() => main([text])).then(() => {
    setFlagsFromString('--sparkplug');
    for (const [name, script] of loader.scripts)
      require('node:fs').writeFileSync('dist/cli/' + name + '.cache', script.createCachedData());
  });
`;

/** Some chunks and those that they load at once, by name. */
function startingFrom(outputs, isStart) {
  const starts = Object.entries(outputs).filter(([path, output]) => isStart(basename(path), output));
  const waiting = starts.map(([path]) => path);
  const names = new Set();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (names.has(basename(path))) continue;
    names.add(basename(path));
    for (const { path: next, kind, external } of outputs[path].imports)
      if (kind === 'import-statement' && !external) waiting.push(next);
  }
  return names;
}

/** A chunk as a function of what CommonJS hands a module, for bin/load.js. */
async function asFunction(text) {
  const options = {
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    supported: BUNDLING.supported,
  };
  const short = await transform(await keepConstants(text), { ...options, format: 'esm' });
  const { code } = await transform(withPlainExports(withOwnNames(short.code)), {
    ...options,
    format: 'cjs',
    supported: { ...BUNDLING.supported, 'dynamic-import': false },
  });
  // Regular expressions keep their letters; a file of ASCII alone is read faster.
  const ascii = code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `function(module,exports,require,folderOfBundle){${ascii}}`;
}

/**
 * A chunk takes what it needs of other chunks once, by names of its own: each use would else pass through two getters of
 * the other's exports, a fifth of the time of a batch. No chunk exports what it assigns anew, and none waits for one that
 * waits for it.
 */
const withOwnNames = (text) =>
  text.replace(/^(?:import(?:\{[^}]*\}from)?"[^"]+";)+/, (imports) =>
    imports.replace(/import\{([^}]*)\}from("\.\/chunk-[^"]+");/g, (_, names, from) => {
      const taken = names.replace(/([\w$]+) as /g, '$1:');
      return `const{${taken}}=require(${from});`;
    }),
  );

/** What a chunk exports as plain values, for the same reason; the ends of all chunks are written so. */
const withPlainExports = (text) =>
  text.replace(/export\{([^}]*)\};\s*$/, (_, names) => {
    const given = names
      .split(',')
      .map((name) => name.split(' as '))
      .map(([own, known = own]) => `${known}:${own}`);
    return `module.exports={__esModule:true,${given.join(',')}};`;
  });

await buildProgram();

async function buildLibrary() {
  const { outputFiles } = await build({
    ...BUNDLING,
    entryPoints: { index: 'src/index.ts', plugins: 'src/plugins.ts' },
    outdir: 'dist',
    packages: 'external',
    chunkNames: 'lib/[name]-[hash]',
    write: false,
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await keepConstants(text));
  }
}

await buildLibrary();

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace(/package\.json$/, 'bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
