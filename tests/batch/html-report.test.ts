import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { escapeHtml, formatBytes, formatSeconds, formatShare } from '../../src/batch/html-report/escape.ts';
import { Figures, LISTED } from '../../src/batch/html-report/figures.ts';
import { renderReport } from '../../src/batch/html-report/page.ts';
import type { ReportRow } from '../../src/batch/report.ts';
import { HOSTILE_ROWS, makeRows } from './report-rows.ts';

function render(rows: readonly ReportRow[]): { html: string; figures: Figures } {
  const figures = new Figures();
  for (const row of rows) figures.add(row);
  return { html: renderReport(figures, { tool: 'article-convert 1.2.3', seconds: 12.5 }), figures };
}

function faultsOf(html: string): string[] {
  const faults: string[] = [];
  parse(html, { onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`) });
  return faults;
}

test('the page counts what the rows say', () => {
  const { html, figures } = render(makeRows(200));
  expect(figures.statuses).toEqual({ converted: 176, skipped: 20, failed: 4 });
  expect(Object.fromEntries(figures.reasons)).toEqual({
    corrupt: { skipped: 0, failed: 4 },
    'no-content': { skipped: 10, failed: 0 },
    duplicate: { skipped: 10, failed: 0 },
  });
  expect(figures.confidences.reduce((sum, count) => sum + count)).toBe(176);
  expect(figures.durations.reduce((sum, count) => sum + count)).toBe(180);
  expect(html).toContain('<title>Batch report: 176 of 200 converted</title>');
  expect(html).toContain('All 200 rows are listed.');
  expect(html).toContain('200 pages, records and members read in 12.5 s.');
});

test.each([
  ['ordinary', makeRows(60)],
  ['hostile', HOSTILE_ROWS],
  ['no', []],
])('the page of %s rows is valid, loads nothing, and no text of theirs is markup', (_, rows) => {
  const { html } = render(rows);
  expect(faultsOf(html)).toEqual([]);
  expect(html.match(/<script/g)?.length ?? 0).toBe(rows.length === 0 ? 0 : 1);
  expect(html).not.toMatch(
    /<(?:img|link|iframe|object|embed|base|form)\b|\s(?:src|srcset|on\w+)=[^&]*?>|url\(|@import/,
  );
  expect([...html.matchAll(/href="([^"]*)"/g)].every(([, href]) => /^https?:\/\//.test(href ?? ''))).toBe(true);
  expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0]/);
});

test('a report of a huge batch has a bounded size, and says what it leaves out', () => {
  const { html, figures } = render(makeRows(60_000));
  const numbers = figures.rows().map(({ number }) => number);
  expect(numbers.length).toBeLessThanOrEqual(LISTED);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(figures.rows().filter(({ row }) => row.status === 'failed')).toHaveLength(1000);
  expect(figures.rows().filter(({ row }) => row.confidence === 0).length).toBeGreaterThan(400);
  expect(html.length).toBeLessThan(2_500_000);
  expect(html).toContain(`${numbers.length.toLocaleString('en-US')} of 60,000 rows are listed`);
  expect(html).toContain('--report FILE has them all');
});

test('many languages and long texts have a bound, too', () => {
  const rows = makeRows(5000).map((row, at) => ({ ...row, language: `x-${at}`, message: 'y'.repeat(50_000) }));
  const { html, figures } = render(rows);
  expect(figures.languages.size).toBeLessThanOrEqual(501);
  expect(html).toContain('all others');
  expect(html.length).toBeLessThan(5_000_000);
});

test('texts are shown, not obeyed, and figures are readable', () => {
  expect(escapeHtml(`<a href="x">'&`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;');
  expect(escapeHtml(`${'a'.repeat(300)}😀${'b'.repeat(300)}`).length).toBeLessThan(410);
  expect([0, 999, 1234, 5.6e9].map(formatBytes)).toEqual(['0 B', '999 B', '1.23 kB', '5.60 GB']);
  expect([0.25, 12.34, 61, 3725].map(formatSeconds)).toEqual(['250 ms', '12.3 s', '1 min 1 s', '1 h 2 min']);
  expect([formatShare(0, 0), formatShare(1, 3), formatShare(3, 3)]).toEqual(['0%', '33.3%', '100%']);
});
