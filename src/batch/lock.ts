/** One run at a time in a folder: a file that names its process, and is taken over from one that is no more. */
import { open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConvertError } from '../errors.ts';
import { now } from './clock.ts';
import { unwritable } from './put-file.ts';

/** A run says this often that it lives; only other machines, which cannot ask for its process, look at that. */
const BEAT_MS = 10_000;
const DEAD_MS = 6 * BEAT_MS;
/** A run that was killed a moment ago may need some time to be gone: its lock is asked for this often, this long. */
const ASK_MS = 100;
const WAIT_MS = 3000;

interface Owner {
  readonly pid: number;
  readonly host: string;
}

export class Lock {
  readonly #path: string;
  readonly #beat: NodeJS.Timeout;

  private constructor(path: string) {
    this.#path = path;
    this.#beat = setInterval(() => {
      utimes(path, new Date(), new Date()).catch(() => undefined);
    }, BEAT_MS).unref();
  }

  /** Throws a ConvertError `exists` where another run holds it. */
  static async take(path: string): Promise<Lock> {
    for (const until = now() + WAIT_MS; now() < until; ) {
      if (await create(path)) return new Lock(path);
      const written = await readFile(path, 'utf8').catch(() => undefined);
      if (written === undefined) continue;
      if (await isAlive(ownerOf(written), path)) await sleep(ASK_MS);
      else await takeAway(path, written);
    }
    const owner = ownerOf(await readFile(path, 'utf8').catch(() => ''));
    const who = owner === undefined ? 'another run' : `another run (process ${owner.pid} on ${owner.host})`;
    throw new ConvertError(
      'exists',
      `${who} is writing there; wait for it, or take another folder (if it is none, remove ${path})`,
    );
  }

  async release(): Promise<void> {
    clearInterval(this.#beat);
    await rm(this.#path, { force: true }).catch(() => undefined);
  }
}

async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(JSON.stringify({ pid: process.pid, host: hostname() } satisfies Owner));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(path, error);
  }
}

/** A file half written is of a run that has just begun, or died as it began. */
async function isAlive(owner: Owner | undefined, path: string): Promise<boolean> {
  if (owner === undefined || owner.host !== hostname()) {
    const found = await stat(path).catch(() => undefined);
    return found !== undefined && Date.now() - found.mtimeMs < (owner === undefined ? BEAT_MS / 10 : DEAD_MS);
  }
  // In a container the process of before and this one may bear the same number.
  if (owner.pid === process.pid) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // Dead, and nobody has asked for its exit code: Linux keeps its number.
  const status = await readFile(`/proc/${owner.pid}/stat`, 'latin1').catch(() => '');
  return !/\) [ZX]/.test(status);
}

/** By renaming, which one of several wins; who got another's new lock gives it back. */
async function takeAway(path: string, written: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) === written) await rm(aside);
    else await rename(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unwritable(path, error);
  }
}

function ownerOf(written: string): Owner | undefined {
  try {
    const { pid, host } = JSON.parse(written) as Partial<Owner>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}
