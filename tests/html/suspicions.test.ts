import { expect, test } from 'vitest';
import {
  AFTERWORD,
  ASIDE,
  CALLOUT,
  CLIPPED,
  COMMENTED,
  CONSENT,
  INTERRUPTION,
  OFFER,
  QUOTED,
  suspicionsOf,
} from '../../src/html/suspicions.ts';

test('letters that a rule looks for are found wherever they stand in a name, in either case', () => {
  expect(suspicionsOf('')).toBe(0);
  expect(suspicionsOf('story-text')).toBe(0);
  expect(suspicionsOf('comments')).toBe(COMMENTED);
  expect(suspicionsOf('page__COOKIEwall x')).toBe(CONSENT | OFFER);
  expect(suspicionsOf('sr-only')).toBe(CLIPPED);
  expect(suspicionsOf('bd-callout')).toBe(CALLOUT);
  expect(suspicionsOf('pullQuote')).toBe(QUOTED);
});

test('what one name begins and another ends is found in both', () => {
  // "social" ends in "al", with which "also" begins; "read" holds "ad"; "subscri" is looked for by two.
  expect(suspicionsOf('socialso')).toBe(ASIDE | AFTERWORD);
  expect(suspicionsOf('read')).toBe(ASIDE | INTERRUPTION);
  expect(suspicionsOf('subscribe')).toBe(OFFER | ASIDE);
  expect(suspicionsOf('commcomment')).toBe(COMMENTED);
  expect(suspicionsOf('gdgdpr')).toBe(CONSENT);
});

test('other characters part letters', () => {
  expect(suspicionsOf('com ment')).toBe(0);
  expect(suspicionsOf('com4ment')).toBe(0);
  expect(suspicionsOf('comément')).toBe(0);
});
