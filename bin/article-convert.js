#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep what they have compiled; Node 20 has no such cache.
module.enableCompileCache?.();
const { main } = await import('../dist/cli.js');

// A reader that has seen enough closes the pipe: that is no failure.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2), process);
