/** What the user names → resources: files, folders, globs, addresses, standard input, and lists of them. */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { access, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { ConvertError } from '../errors.ts';
import type { Resource } from '../resource.ts';
import { inMemory } from './containers/container.ts';
import { globToRegExp } from './glob.ts';
import { failed, type Skip, skip } from './skip.ts';

export interface Sourced {
  readonly resource: Resource;
  /** Found in a folder or by a glob, among others. */
  readonly isMember: boolean;
  /** The beginning of its name that says where the user's tree of files stands, not what is in it. */
  readonly root: string;
}

export interface SourceSettings {
  /** Asked for when it is read: to open it costs time. */
  stdin(): Readable;
  readonly maxBytes: number;
  /** How the tool names itself to servers. */
  readonly agent: string;
  /** Globs of files in folders to leave out. */
  readonly ignore: readonly string[];
}

export async function* sources(name: string, settings: SourceSettings): AsyncGenerator<Sourced | Skip> {
  if (name === '-') {
    yield { resource: { id: '-', open: () => settings.stdin() }, isMember: false, root: '' };
  } else if (/^https?:\/\//i.test(name)) {
    yield* fetched(name, settings);
  } else {
    try {
      const found = statSync(name);
      if (found.isDirectory()) yield* inFolder(name, settings.ignore);
      else {
        const root = name.slice(0, name.length - basename(name).length);
        yield { resource: fileResource(name, found.isFile() ? found.size : undefined), isMember: false, root };
      }
    } catch (error) {
      if (isPattern(name)) yield* byPattern(name, settings);
      else yield failed(fileError(error as NodeJS.ErrnoException), { id: name });
    }
  }
}

async function* fetched(name: string, { maxBytes, agent }: SourceSettings): AsyncGenerator<Sourced | Skip> {
  try {
    const { body, ...page } = await (await import('./address.ts')).readAddress(name, maxBytes, agent);
    const { open: opened } = inMemory(name, body);
    yield { resource: { ...page, open: opened }, isMember: false, root: '' };
  } catch (error) {
    if (!(error instanceof ConvertError)) throw error;
    yield failed(error, { id: name });
  }
}

/** Files of a folder and of those in it, by name; what is a link is not followed out of the folder. */
async function* inFolder(root: string, ignore: readonly string[]): AsyncGenerator<Sourced | Skip> {
  const home = await realpath(root);
  const prefix = join(root, '_').slice(0, -1);
  let isBare = true;
  for (const pending = [root]; pending.length > 0; ) {
    const path = pending.pop() as string;
    const inside = path.slice(root.length).replace(/^[/\\]+/, '');
    if (ignore.some((glob) => isIgnored(inside, glob))) continue;
    try {
      const real = await realpath(path);
      if (real !== home && !real.startsWith(home + sep)) {
        yield skip('skipped', 'link', 'a link that leads out of the folder is not followed', { id: path });
        continue;
      }
      const found = await stat(path);
      if (found.isDirectory()) {
        if (path !== root && real !== (await realpath(join(path, '..'))) + sep + path.split(/[/\\]/).at(-1)) continue;
        const names = (await readdir(path)).sort().reverse();
        for (const name of names) pending.push(join(path, name));
      } else if (found.isFile()) {
        isBare = false;
        yield { resource: { ...fileResource(path, found.size), isFile: true }, isMember: true, root: prefix };
      }
    } catch (error) {
      yield failed(fileError(error as NodeJS.ErrnoException), { id: path });
    }
  }
  if (isBare)
    yield failed(new ConvertError('not-found', 'there is no file in this folder; check the name'), { id: root });
}

/** `*.css` leaves out files of that name at any depth; a pattern with a slash is one of paths. */
function isIgnored(path: string, glob: string): boolean {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  return name !== '' && globToRegExp(glob).test(glob.includes('/') ? path.replaceAll('\\', '/') : name);
}

const isPattern = (name: string): boolean => /[*?[{]/.test(name);

async function* byPattern(pattern: string, settings: SourceSettings): AsyncGenerator<Sourced | Skip> {
  const parts = pattern.split('/');
  const fixed = parts.slice(0, Math.max(parts.findIndex(isPattern), 0)).join('/');
  const root = fixed === '' ? (pattern.startsWith('/') ? '/' : '.') : fixed;
  const matcher = globToRegExp(pattern.replace(/^\.\//, ''));
  let isFound = false;
  const exists = await access(root).then(
    () => true,
    () => false,
  );
  if (exists) {
    for await (const entry of inFolder(root, settings.ignore)) {
      const id = 'resource' in entry ? entry.resource.id : entry.id;
      if (!matcher.test(id.replaceAll('\\', '/').replace(/^\.\//, ''))) continue;
      isFound = true;
      yield entry;
    }
  }
  if (!isFound) yield failed(new ConvertError('not-found', 'no file matches this pattern'), { id: pattern });
}

/** Bytes a read; large, so that few records lie across two. */
const CHUNK = 2 ** 20;
/** Some files say that they are empty, and are not: those under /proc. */
const LEAST_CHUNK = 2 ** 16;

function fileResource(path: string, size: number | undefined): Resource {
  return {
    id: path,
    open: () => (size === undefined ? streamBytes(path) : fileBytes(path, size)),
    ...(size === undefined ? {} : { size, slice: (start, end) => sliceFile(path, start, end) }),
  };
}

/** Read at once: a stream costs a small file more than all the rest of its reading. */
async function* fileBytes(path: string, size: number): AsyncGenerator<Uint8Array> {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const length = Math.min(Math.max(size, LEAST_CHUNK), CHUNK);
    for (;;) {
      const bytes = Buffer.allocUnsafe(length);
      const count = readSync(file, bytes);
      if (count === 0) return;
      yield bytes.subarray(0, count);
    }
  } catch (error) {
    throw fileError(error as NodeJS.ErrnoException);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** What may wait for another program: a pipe or a device. */
async function* streamBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK });
  } catch (error) {
    throw fileError(error as NodeJS.ErrnoException);
  }
}

async function sliceFile(path: string, start: number, end: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(Math.max(end - start, 0));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  } catch (error) {
    throw fileError(error as NodeJS.ErrnoException);
  } finally {
    await file.close();
  }
}

function fileError({ code, message }: NodeJS.ErrnoException): ConvertError {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new ConvertError('not-found', 'there is no such file; check the name');
  if (code === 'EACCES' || code === 'EPERM')
    return new ConvertError('unreadable', 'permission denied; check its owner and mode');
  return new ConvertError('unreadable', `cannot be read (${code ?? message})`);
}
