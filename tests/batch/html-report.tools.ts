/** The report in headless Chromium. CHROMIUM names the browser where it is not `chromium` in /usr/bin. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Figures } from '../../src/batch/html-report/figures.ts';
import { renderReport } from '../../src/batch/html-report/page.ts';
import type { ReportRow } from '../../src/batch/report.ts';
import { HOSTILE_ROWS, makeRows } from './report-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-convert-report-'));
let browser: Browser;

beforeAll(async () => {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
}, 120_000);
afterAll(() => browser?.close());

interface Shown {
  readonly page: Page;
  /** What the page asked the network for, and what it complained of. */
  readonly asked: string[];
  readonly complaints: string[];
}

async function show(name: string, rows: readonly ReportRow[], colorScheme: 'light' | 'dark' = 'light'): Promise<Shown> {
  const figures = new Figures();
  for (const row of rows) figures.add(row);
  const path = join(folder, `${name}.html`);
  writeFileSync(path, renderReport(figures, { tool: 'article-convert 1.2.3', seconds: 12.5 }));
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 } });
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(pathToFileURL(path).href);
  return { page, asked: asked.filter((url) => !url.startsWith('file:')), complaints };
}

const screenshot = async (page: Page, name: string): Promise<void> => {
  const target = process.env.SCREENSHOTS;
  if (target !== undefined) await page.screenshot({ path: join(target, `${name}.png`), fullPage: true });
};

const visibleRows = (page: Page) => page.locator('#rows tbody tr:visible');

test('rows are filtered by words, status and reason, and counted', async () => {
  const { page, asked, complaints } = await show('filter', makeRows(300));
  expect(await page.locator('#shown').textContent()).toBe('300 of 300 rows shown');
  await page.selectOption('#status', 'failed');
  expect(await visibleRows(page).count()).toBe(6);
  expect(await page.locator('#shown').textContent()).toBe('6 of 300 rows shown');
  await page.selectOption('#status', '');
  await page.selectOption('#reason', 'duplicate');
  expect(await visibleRows(page).count()).toBe(15);
  await page.selectOption('#reason', '');
  await page.fill('#search', 'CORRUPT #7091');
  expect(await visibleRows(page).count()).toBe(1);
  expect({ asked, complaints }).toEqual({ asked: [], complaints: [] });
  await page.close();
});

test('a column is sorted by its head, by keyboard too, with empty cells last either way', async () => {
  const { page } = await show('sort', makeRows(300));
  const head = page.locator('#rows thead th', { hasText: 'Words' });
  const words = async () => {
    const cells = await page
      .locator('#rows tbody tr td:nth-child(8)')
      .evaluateAll((list) => list.map((cell) => cell.getAttribute('data-value') ?? ''));
    return { filled: cells.filter((cell) => cell !== '').map(Number), tail: cells.slice(-36) };
  };
  await head.locator('button').click();
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  const up = await words();
  expect(up.filled).toEqual([...up.filled].sort((a, b) => a - b));
  await head.locator('button').focus();
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  const down = await words();
  expect(down.filled).toEqual([...down.filled].sort((a, b) => b - a));
  expect(new Set([...up.tail, ...down.tail])).toEqual(new Set(['']));
  await page.close();
});

test('hostile rows run nothing and ask for nothing', async () => {
  const { page, asked, complaints } = await show('hostile', HOSTILE_ROWS);
  expect(await page.title()).toBe('Batch report: 1 of 3 converted');
  expect(await page.locator('img, iframe, script[src]').count()).toBe(0);
  expect({ asked, complaints }).toEqual({ asked: [], complaints: [] });
  await screenshot(page, 'hostile');
  await page.close();
});

test('both colour schemes have contrast, and narrow screens do not scroll sideways', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const { page } = await show(`scheme-${scheme}`, makeRows(400), scheme);
    expect(await lowContrast(page)).toEqual([]);
    await screenshot(page, scheme);
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await screenshot(page, `${scheme}-narrow`);
    await page.close();
  }
});

test('without scripts all rows are there, and no dead controls', async () => {
  const { page } = await show('plain', makeRows(30));
  const still = await browser.newPage({ javaScriptEnabled: false });
  await still.goto(page.url());
  expect(await visibleRows(still).count()).toBe(30);
  expect(await still.locator('#filters').isVisible()).toBe(false);
  await Promise.all([page.close(), still.close()]);
});

test('three thousand rows are sorted and filtered in a moment', async () => {
  const { page } = await show('huge', makeRows(60_000));
  const start = performance.now();
  await page.locator('#rows thead th button', { hasText: 'ms' }).click();
  await page.fill('#search', 'corrupt');
  expect(await page.locator('#shown').textContent()).toMatch(/^1,000 of /);
  expect(performance.now() - start).toBeLessThan(15_000);
  await screenshot(page, 'huge');
  await page.close();
});

/** Visible texts with less than 4.5 : 1 against what is behind them (WCAG 2, level AA). */
function lowContrast(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const channels = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
    const luminance = (color) =>
      channels(color)
        .slice(0, 3)
        .map((value) => value / 255)
        .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
        .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
    const behind = (element) => {
      for (let at = element; at !== null; at = at.parentElement) {
        const color = getComputedStyle(at).backgroundColor;
        if (channels(color)[3] !== 0) return color;
      }
      return 'rgb(255, 255, 255)';
    };
    return [...document.querySelectorAll('h1, h2, h3, p, dt, dd, small, td, th, button, label, a, summary, svg text')]
      .filter((element) => element.textContent.trim() !== '' && element.getClientRects().length > 0)
      .filter((element) => {
        const style = getComputedStyle(element);
        const ink = luminance(element.namespaceURI.endsWith('svg') ? style.fill : style.color);
        const paper = luminance(behind(element));
        return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) < 4.5;
      })
      .map((element) => element.tagName + ': ' + element.textContent.slice(0, 40));
  })()`);
}
