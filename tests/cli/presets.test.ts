import { expect, test } from 'vitest';
import { makeCommand } from '../../src/cli/command.ts';
import { presets } from '../../src/cli/presets.ts';

test('without flags they are what the parser gives for no arguments', () => {
  expect(presets()).toEqual(makeCommand('0.0.0').parse([], { from: 'user' }).opts());
});
