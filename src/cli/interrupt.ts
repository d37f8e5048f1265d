/** Ctrl-C and a polite kill: half-written files go, and the exit code says so. */
import { removeUnfinished } from '../batch/put-file.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const INTERRUPTED = 130;

/** Listens until the function it gives back is called. */
export function onInterrupt({ stderr }: { readonly stderr: { write(text: string): unknown } }): () => void {
  const stop = (): never => {
    removeUnfinished();
    stderr.write('article-convert: interrupted\n');
    process.exit(INTERRUPTED);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
}
