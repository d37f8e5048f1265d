import { expect, test } from 'vitest';
import { readLines } from '../../src/plain/lines/line.ts';
import { apartFromTables } from '../../src/plain/roles/roles-by-form.ts';

test('what stands right below a prompt is the output of a command, up to a blank line or a sentence', () => {
  const text = [
    'pi@bell:~/tower $ python3 ring.py',
    'Rope   26 °C',
    'Bell   28 °C',
    'The bell is warmer than the rope and that is well.',
    'Rope   12',
    '',
    'Town   Votes',
    'It costs $ 12 a day.',
  ].join('\n');
  expect(apartFromTables(readLines(text)).map((role) => role === 'code')).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
