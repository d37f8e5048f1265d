import { defineConfig } from 'vitest/config';

/** Tests that need more than Node (Chromium, zsh, fish): `npm run test:tools`, apart from `npm test`. */
export default defineConfig({
  test: { include: ['tests/**/*.tools.ts'], globalSetup: 'tests/scratch.ts', testTimeout: 120_000 },
});
