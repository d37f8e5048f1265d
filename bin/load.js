/**
 * Loads a module of the bundle in dist/cli. A start is short where little is read and compiled: what every run needs lies
 * in one file, core.cjs, what many need in others, such as texts.cjs, and core.cache and the like hold these compiled, for
 * the Node that built them.
 */
const { readFileSync } = require('node:fs');
const { basename, join, sep } = require('node:path');
const vm = require('node:vm');

/** Ends in a slash. */
const folder = join(__dirname, '..', 'dist', 'cli', sep);
exports.load = load;
/** For the build, which keeps them compiled. */
const scripts = new Map();
exports.scripts = scripts;
const loaded = new Map();
/** Each module is a function of `module`, `exports`, `require` and the folder that it lies in. */
const core = loadTogether('core');
const others = new Map();

function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const made = { exports: {} };
  loaded.set(name, made);
  definitionOf(name)(made, made.exports, requireFromBundle, folder);
  return made.exports;
}

function definitionOf(name) {
  const file = core.places[name];
  if (file === undefined) return core[name] ?? require(folder + name);
  if (!others.has(file)) others.set(file, loadTogether(file));
  return others.get(file)[name];
}

/** Modules of Node that are themselves a class to extend, or a function to call. */
const CALLABLE = new Set(['node:assert', 'node:events', 'node:stream']);

function requireFromBundle(name) {
  if (CALLABLE.has(name)) return require(name);
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

function loadTogether(name) {
  const filename = `${folder}${name}.cjs`;
  // Node 22 and later keep what they have compiled; Node 20 has no such cache.
  if (Number.parseInt(process.versions.node, 10) >= 22) {
    require('node:module').enableCompileCache?.();
    return require(filename);
  }
  const script = new vm.Script(readFileSync(filename, 'latin1'), { filename, cachedData: compiled(name) });
  scripts.set(name, script);
  return script.runInThisContext();
}

/** What another Node has compiled is refused by V8, which then compiles anew. */
function compiled(name) {
  try {
    return readFileSync(`${folder}${name}.cache`);
  } catch {
    return undefined;
  }
}
