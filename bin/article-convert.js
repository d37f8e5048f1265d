#!/usr/bin/env node
import { main } from '../dist/cli.js';

// A reader that has seen enough closes the pipe: that is no failure.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2), process);
