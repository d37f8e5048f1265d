#!/usr/bin/env node
import { main } from '../dist/cli.js';

// A reader that has seen enough closes the pipe: that is no failure. What else goes wrong, main reports.
process.stdout.on('error', (error) => error.code === 'EPIPE' && process.exit(0));
process.stderr.on('error', () => {});
process.exitCode = await main(process.argv.slice(2), process);
