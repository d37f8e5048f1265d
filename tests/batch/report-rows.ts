/** Rows of a made-up batch with all that a report must bear: hostile names, every status, right-to-left ids. */
import type { ReportRow } from '../../src/batch/report.ts';

export const HOSTILE = `"><script>document.title='owned'</script><img src=x onerror=alert(1)>'&amp;\u202egnp.\u0000`;

export function makeRows(count: number): ReportRow[] {
  return Array.from({ length: count }, (_, at): ReportRow => {
    const id = `crawl.warc.gz#${at * 1013}`;
    const common = { id, url: `https://example.org/${at}`, offset: at * 1013, bytes: 20_000 + ((at * 977) % 90_000) };
    if (at % 50 === 7) return { ...common, status: 'failed', reason: 'corrupt', message: 'damaged <bytes>', ms: 0.4 };
    if (at % 10 === 3)
      return { ...common, status: 'skipped', reason: at % 20 === 3 ? 'no-content' : 'duplicate', message: 'nothing' };
    return {
      ...common,
      status: 'converted',
      kind: at % 9 === 0 ? 'text' : 'html',
      language: ['en', 'ar', 'zh-Hant', 'de'][at % 4] as string,
      confidence: ((at * 37) % 100) / 100,
      words: (at * 131) % 3000,
      ms: Math.round(10 * 1.09 ** (at % 80)) / 10,
      output: `out/page-${at}.md`,
    };
  });
}

export const HOSTILE_ROWS: readonly ReportRow[] = [
  { id: HOSTILE, url: 'javascript:alert(1)', status: 'failed', reason: 'corrupt', message: HOSTILE },
  {
    id: 'صفحة/مقال عربي.html',
    url: `https://example.org/"onmouseover="alert(1)`,
    status: 'converted',
    language: HOSTILE,
    confidence: 1,
    words: 10,
    ms: 3,
    bytes: 10,
    output: HOSTILE,
  },
  { id: `a/${'long/'.repeat(1000)}\ud800.html`, status: 'skipped', reason: 'not-html', message: 'x'.repeat(10_000) },
];
