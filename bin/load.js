/**
 * Loads a module of the bundle in dist/cli. A start is short where little is read and compiled: what every run needs lies
 * in one file, core.cjs, and core.cache beside it holds that file compiled, for the Node that built it.
 */
const { readFileSync } = require('node:fs');
const { basename, join, sep } = require('node:path');
const vm = require('node:vm');

/** Ends in a slash. */
const folder = join(__dirname, '..', 'dist', 'cli', sep);
exports.load = load;
const loaded = new Map();
/** Each module is a function of `module`, `exports`, `require` and the folder that it lies in. */
const core = loadCore();

function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const made = { exports: {} };
  loaded.set(name, made);
  const define = core[name] ?? require(folder + name);
  define(made, made.exports, requireFromBundle, folder);
  return made.exports;
}

function requireFromBundle(name) {
  if (name.startsWith('node:')) return whenAsked(() => require(name));
  if (!name.startsWith('.')) return require(name);
  const file = basename(name);
  return file.startsWith('rare-') ? whenAsked(() => load(file)) : load(file);
}

/** A module that is loaded when something of it is used: many a run never does. */
function whenAsked(loadIt) {
  let asked;
  return new Proxy({}, { get: (_, key) => (asked ??= loadIt())[key] });
}

function loadCore() {
  const filename = `${folder}core.cjs`;
  // Node 22 and later keep what they have compiled; Node 20 has no such cache.
  if (Number.parseInt(process.versions.node, 10) >= 22) {
    require('node:module').enableCompileCache?.();
    return require(filename);
  }
  const script = new vm.Script(readFileSync(filename, 'latin1'), { filename, cachedData: compiled() });
  exports.script = script;
  return script.runInThisContext();
}

/** What another Node has compiled is refused by V8, which then compiles anew. */
function compiled() {
  try {
    return readFileSync(`${folder}core.cache`);
  } catch {
    return undefined;
  }
}
