import { expect, test } from 'vitest';
import { haveAlikePhrase } from '../../src/plain/table/rows/alike-phrases.ts';

test('rows have the same words behind different ones', () => {
  const rows = [
    'Field Where Meaning',
    'Account General tab of the form. Lists all accounts.',
    'Name General tab of the form. How it is called.',
    'Share of the costs General tab of the form. What each pays.',
    'Rounded Other tab. Whether sums are rounded.',
  ];
  expect(haveAlikePhrase(rows)).toBe(true);
});

test('items that begin alike, and those with small words in common, are no rows', () => {
  const items = ['Tasks', 'Open the general tab', 'Open the general list', 'Open the general form', 'Open the gate'];
  expect(haveAlikePhrase(items)).toBe(false);
  expect(
    haveAlikePhrase(['Parts', 'Hull of the boat', 'Oars of the crew', 'Lamp of the mate', 'Bell of the port']),
  ).toBe(false);
});
