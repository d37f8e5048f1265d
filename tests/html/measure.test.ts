import { expect, test } from 'vitest';
import { measure } from '../../src/html/features/measure.ts';

test('words and sentences are counted in any script', () => {
  expect(measure('The river rose, and fell.')).toMatchObject({ words: 5, commas: 1, stops: 1, end: 1, start: 1 });
  expect(measure('渡船停航三天，螺旋桨缠了网。')).toMatchObject({ words: 6, commas: 1, stops: 1, end: 1 });
  expect(measure('ما هذا؟ نعم، هو.')).toMatchObject({ words: 4, commas: 1, questions: 1, end: 1 });
  expect(measure('नाव वाला पुस्तकालय।').stops).toBe(1);
  expect(measure('เรือข้ามฟากหยุดเดินสามวัน').words).toBe(5);
  expect(measure('나룻배가 사흘 동안 멈췄다.')).toMatchObject({ words: 4, size: 26 });
});

test('a Han text is as long as what it says', () => {
  const han = measure('是螺旋桨缠了网').size;
  expect(han).toBe(21);
});

test('numbers, prices and years are told by their form', () => {
  expect(measure('2019: 45 € (was $50)')).toMatchObject({ digits: 8, years: 1, money: 2, start: 2 });
  expect(measure('Ends in dots...').end).toBe(4);
  expect(measure('He said “yes.”').end).toBe(1);
});
