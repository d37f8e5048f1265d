#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep what they have compiled; Node 20 has no such cache.
module.enableCompileCache?.();
const { main } = await import('../dist/cli.js');

// A reader that has seen enough closes the pipe: that is no failure. What else goes wrong, main reports.
process.stdout.on('error', (error) => error.code === 'EPIPE' && process.exit(0));
process.stderr.on('error', () => {});
process.exitCode = await main(process.argv.slice(2), process);
