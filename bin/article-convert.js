#!/usr/bin/env node
import module from 'node:module';

const INTERRUPTED = 130;
// As long as nobody else listens: before the work begins, and after its end.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (process.listenerCount(signal) > 1) return;
    process.stderr.write('article-convert: interrupted\n');
    process.exit(INTERRUPTED);
  });
}

// Node 22 and later keep what they have compiled; Node 20 has no such cache.
module.enableCompileCache?.();
const { main } = await import('../dist/cli.js');

// A reader that has seen enough closes the pipe: that is no failure. What else goes wrong, main reports.
process.stdout.on('error', (error) => error.code === 'EPIPE' && process.exit(0));
process.stderr.on('error', () => {});
const code = await main(process.argv.slice(2), process);
// Who interrupts does not want to wait for an input that is still open.
if (code === INTERRUPTED) process.exit(code);
process.exitCode = code;
