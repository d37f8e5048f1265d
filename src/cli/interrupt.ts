/** Ctrl-C and a polite kill: half-written files go, and the exit code says so. */
import { removeUnfinished } from '../batch/put-file.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const INTERRUPTED = 130;

/**
 * Listens until the function it gives back is called.
 * @param finish ends the run in order, where that can be done; who asks twice does not want to wait for it
 */
export function onInterrupt(
  { stderr }: { readonly stderr: { write(text: string): unknown } },
  finish?: () => void,
): () => void {
  let isAsked = false;
  const stop = (): void => {
    if (finish !== undefined && !isAsked) {
      isAsked = true;
      finish();
      return;
    }
    removeUnfinished();
    stderr.write('article-convert: interrupted\n');
    process.exit(INTERRUPTED);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
}
