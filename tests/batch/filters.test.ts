import { expect, test } from 'vitest';
import { isInRange, isLanguageRange, refusal } from '../../src/batch/filters/accept.ts';
import { fingerprint, Seen } from '../../src/batch/filters/dedupe.ts';
import { likeness, minHash } from '../../src/batch/filters/min-hash.ts';
import { isInShard, readShard } from '../../src/batch/filters/shard.ts';
import type { Document } from '../../src/document.ts';

const documentOf = (text: string, { words = 100, confidence = 0.9, language = '' } = {}): Document => ({
  schemaVersion: 1,
  id: 'page',
  input: { kind: 'html', charset: { name: 'utf-8', from: 'utf-8' }, bytes: text.length },
  metadata: language === '' ? {} : { language: { value: language, from: 'html[lang]', confidence: 1 } },
  body: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] },
  quality: { confidence, warnings: [], facts: { words, headings: 0, lists: 0, tables: 0, recovered: 0, cut: {} } },
});

/** Words that no two seeds share in the same order. */
function prose(seed: number, count: number): string[] {
  let state = seed * 7919 + 13;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return `word${(state >>> 8) % 997}`;
  });
}

const checkAll = (how: 'exact' | 'near', texts: readonly string[]): (string | undefined)[] => {
  const seen = new Seen(how);
  return texts.map((text, at) => seen.check(String(at), fingerprint(documentOf(text), how))?.message);
};

test('a document is refused for what it lacks, with the reason and both figures', () => {
  const document = documentOf('', { words: 20, confidence: 0.4, language: 'pt-BR' });
  expect(refusal(document, {})).toBeUndefined();
  expect(refusal(document, { minWords: 20, languages: ['en', 'PT'], minConfidence: 0.4 })).toBeUndefined();
  expect(refusal(document, { minWords: 21 })).toEqual({ reason: 'too-short', message: '20 words, fewer than 21' });
  expect(refusal(document, { languages: ['p', 'pt-PT'] })).toMatchObject({ reason: 'other-language' });
  expect(refusal(document, { minConfidence: 0.5 })).toMatchObject({ reason: 'low-confidence' });
});

test('a page of unknown language is und, and not any', () => {
  expect(refusal(documentOf(''), { languages: ['und'] })).toBeUndefined();
  expect(refusal(documentOf(''), { languages: ['*'] })).toMatchObject({ reason: 'other-language' });
});

test('a language range matches whole subtags in any case', () => {
  expect(isInRange('zh-Hant-TW', 'zh')).toBe(true);
  expect(isInRange('zh-hant-tw', 'zh-Hant')).toBe(true);
  expect(isInRange('zha', 'zh')).toBe(false);
  expect(isInRange('en', 'en-GB')).toBe(false);
  expect(['en', 'zh-Hant', '*', 'e', 'en_GB', ''].map(isLanguageRange)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('exact duplicates differ in white space alone; the first stays and is named', () => {
  expect(checkAll('exact', ['One  text.', 'one text.', 'One\n text. ', 'One text'])).toEqual([
    undefined,
    undefined,
    'the same text as 0',
    undefined,
  ]);
});

test('near duplicates share most runs of words, in spaced and unspaced scripts', () => {
  const words = prose(1, 300);
  const changed = words.map((word, at) => (at % 60 === 30 ? 'other' : word));
  const rewritten = words.map((word, at) => (at % 4 === 0 ? 'other' : word));
  const texts = [words, changed, rewritten, prose(2, 300)].map((list) => list.join(' '));
  expect(checkAll('near', texts)).toEqual([undefined, 'nearly the same text as 0', undefined, undefined]);

  const chinese = prose(3, 400).map((word) => String.fromCodePoint(0x4e00 + Number(word.slice(4))));
  const edited = chinese.map((letter, at) => (at % 100 === 50 ? '龍' : letter));
  const other = prose(4, 400).map((word) => String.fromCodePoint(0x4e00 + Number(word.slice(4))));
  expect(
    checkAll(
      'near',
      [chinese, edited, other].map((letters) => letters.join('')),
    ),
  ).toEqual([undefined, 'nearly the same text as 0', undefined]);
});

test('likeness is near the share of runs that two texts have in common', () => {
  const words = prose(5, 1000);
  const half = [...words.slice(0, 667), ...prose(6, 333)];
  const estimate = likeness(minHash(words.join(' ')) as Uint8Array, minHash(half.join(' ')) as Uint8Array);
  expect(estimate).toBeGreaterThan(0.35);
  expect(estimate).toBeLessThan(0.65);
});

test('documents without words are never duplicates', () => {
  expect(checkAll('near', ['', '—', '…'])).toEqual([undefined, undefined, undefined]);
  expect(checkAll('exact', ['', ' '])).toEqual([undefined, undefined]);
});

test('thousands of pages are told apart, also when those of one template share much', () => {
  const frame = prose(7, 120).join(' ');
  const texts = Array.from({ length: 3000 }, (_, at) => `${frame} ${prose(100 + at, 80).join(' ')}`);
  const start = performance.now();
  expect(checkAll('near', [...texts, texts[2999] as string]).filter((message) => message !== undefined)).toHaveLength(
    1,
  );
  expect(performance.now() - start).toBeLessThan(20_000);
});

test.each(['exact', 'near'] as const)('only the latest are remembered (%s), so that memory has a bound', (how) => {
  const seen = new Seen(how, 10);
  const check = (seed: number) =>
    seen.check(String(seed), fingerprint(documentOf(prose(seed, 50).join(' ')), how)) !== undefined;
  for (let seed = 0; seed < 25; seed += 1) expect(check(seed)).toBe(false);
  expect([24, 15, 10].map(check)).toEqual([true, true, true]);
  expect(check(0)).toBe(false);
});

test('shards take every N-th and together all', () => {
  expect(['3/16', '1/1', '0/2', '3/2', '1', 'a/b', '01/2'].map(readShard)).toEqual([
    { part: 3, of: 16 },
    { part: 1, of: 1 },
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  const numbers = Array.from({ length: 20 }, (_, at) => at);
  const parts = [1, 2, 3].map((part) => numbers.filter((at) => isInShard(at, { part, of: 3 })));
  expect(parts[0]).toEqual([0, 3, 6, 9, 12, 15, 18]);
  expect(parts.flat().sort((a, b) => a - b)).toEqual(numbers);
});
