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

const cli = loadCli();
cli?.main(process.argv.slice(2)).then((code) => {
  // Who interrupts does not want to wait for an input that is still open.
  if (code === INTERRUPTED) process.exit(code);
  process.exitCode = code;
});

/** Undefined where the files of the program are not all there: a copy that was cut short, a checkout that was not built. */
function loadCli() {
  try {
    return require('./load.js').load('cli.cjs');
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'MODULE_NOT_FOUND') throw error;
    process.stderr.write(
      `article-convert: the program is not complete: ${error.path ?? error.message.split('\n')[0]} is missing; install it again, or build it with 'npm run build'\n`,
    );
    process.exitCode = 1;
    return undefined;
  }
}
