/** Every fixture of a packing, damaged by seeds: nothing crashes, and what is told is told in the words there are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutate } from '../../bench/archives-fuzz/mutate.ts';
import { REASONS } from '../../src/errors.ts';
import { inMemory } from '../../src/readers/containers/container.ts';
import { unpack } from '../../src/readers/unpack.ts';

const ROOT = 'fixtures/containers';
/** Damages a fixture. */
const SEEDS = 12;

for (const [at, name] of readdirSync(ROOT).sort().entries()) {
  const folder = join(ROOT, name);
  const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? '';
  const sound = readFileSync(join(folder, input));
  if (sound.length === 0) continue;
  test(`${name} is read to its end, however it is damaged`, async () => {
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const { bytes, what } = mutate(sound, at * SEEDS + seed);
      const { body: _body, ...resource } = inMemory(input, bytes, { isFile: true, size: bytes.length });
      for await (const entry of unpack(resource, { maxBytes: 1e6, truncated: 'skip' })) {
        if ('page' in entry) continue;
        expect(REASONS, what).toContain(entry.reason);
        expect(entry.message, what).toMatch(/\S/);
        expect(entry.message, what).not.toMatch(/undefined|NaN|\[object/);
        if (/#\d+$/.test(entry.id)) expect(entry.offset, `${what}: ${entry.id}`).toBeTypeOf('number');
      }
    }
  });
}
