/** What the engine is told before workers start. */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/**
 * V8 11 (Node 20) optimises a function early, from what few pages showed, and again when others differ: on a thousand pages a third of
 * all work was its compiler's. That goes unseen while a core is idle; where each has a worker, functions wait longer and take in less,
 * and no other thread helps to collect garbage. Later versions wait of themselves, and know no such budget.
 */
export function spareCompiler(jobs: number): void {
  if (!process.versions.v8.startsWith('11.') || jobs < availableParallelism()) return;
  for (const flag of FLAGS) setFlagsFromString(flag);
}

const FLAGS = ['--interrupt-budget=500000', '--max-inlined-bytecode-size-cumulative=400', '--no-parallel-scavenge'];
