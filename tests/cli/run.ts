/** The command line in this process: arguments in, exit code and what was said out. */
import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';

/** @param input piped standard input; without it standard input is a terminal */
export async function run(args: readonly string[], input?: string) {
  const said = { out: '', err: '' };
  const sink = (key: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        said[key] += chunk;
        done();
      },
    });
  const stdin = Object.assign(Readable.from(input === undefined ? [] : [Buffer.from(input)]), {
    isTTY: input === undefined,
  });
  const code = await main(args, { stdin, stdout: sink('out'), stderr: sink('err') });
  return { code, ...said };
}
