import { defineConfig } from 'vitest/config';

/** Tests that need Chromium: `npm run test:browser`, apart from `npm test`, which needs Node alone. */
export default defineConfig({ test: { include: ['tests/**/*.browser.ts'], testTimeout: 120_000 } });
