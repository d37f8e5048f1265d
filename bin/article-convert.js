#!/usr/bin/env node
const INTERRUPTED = 130;
// As long as nobody else listens: before the work begins, and after its end.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (process.listenerCount(signal) > 1) return;
    process.stderr.on('error', () => {}).write('article-convert: interrupted\n');
    process.exit(INTERRUPTED);
  });
}

require('./load.js')
  .load('cli.cjs')
  .main(process.argv.slice(2))
  .then((code) => {
    // Who interrupts does not want to wait for an input that is still open.
    if (code === INTERRUPTED) process.exit(code);
    process.exitCode = code;
  });
