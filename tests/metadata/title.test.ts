import { expect, test } from 'vitest';
import { titleOf } from '../../src/metadata/title.ts';

const none = { headings: [] };

test('blogs name themselves and the kind of page before the title', () => {
  const page = 'Weir notes » Blog Archiv » How ropes are made of hemp';
  const subheadings = () => ['Kategorien', 'How ropes are made of hemp'];
  expect(titleOf({ ...none, page, site: 'Weir notes', subheadings })?.value).toBe('How ropes are made of hemp');
  expect(titleOf({ page, headings: ['Weir notes'], subheadings })?.value).toBe('How ropes are made of hemp');
});

test('between two parts of a title a heading tells nothing where the book is named so, too', () => {
  const page = 'Ropes - The old book of bells';
  expect(titleOf({ page, headings: ['Ropes'], subheadings: () => ['Search', 'The old book of bells'] })?.value).toBe(
    'Ropes',
  );
});

test('what cards show the page as is no name of the whole', () => {
  const page = 'Ferry talk - Why boats must rest';
  const og = 'Why boats must rest';
  expect(titleOf({ page, og, headings: [og], subheadings: () => ['Ferry talk'] })?.value).toBe(og);
  expect(titleOf({ ...none, page, og, subheadings: () => ['Ferry talk'] })?.value).toBe(og);
});

test('the last part of a title is its own where it is much longer than all before', () => {
  const long = 'New rules for boats on all canals of the hills';
  expect(titleOf({ ...none, og: `FTM - ${long}`, subheadings: () => [long] })?.value).toBe(long);
});

test('signs before the only heading are no part of the title', () => {
  expect(titleOf({ ...none, page: 'weir.example » Mika Lorenz', subheadings: () => ['[> Mika Lorenz'] })?.value).toBe(
    'Mika Lorenz',
  );
});
