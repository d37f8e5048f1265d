/** One self-contained page about a batch: totals, charts, and a table to search. It loads nothing and sends nothing. */
import { createHash } from 'node:crypto';
import { barChart, type Chart, histogram } from './charts.ts';
import { escapeHtml, formatBytes, formatCount, formatSeconds, formatShare, MAX_LENGTH } from './escape.ts';
import { CONFIDENCES, DURATIONS, type Figures, type ListedRow } from './figures.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

export interface RunFacts {
  /** Name and version of the tool. */
  readonly tool: string;
  /** From the first page to the last; with several workers less than the pages took together. */
  readonly seconds: number;
}

export function renderReport(figures: Figures, facts: RunFacts): string {
  const hash = createHash('sha256').update(SCRIPT).digest('base64');
  const { count, statuses } = figures;
  return `<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Batch report: ${formatCount(statuses.converted)} of ${formatCount(count)} converted</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Batch report</h1>
<p class="note">${count === 0 ? 'Nothing was read.' : `${formatCount(count)} pages, records and members read in ${formatSeconds(facts.seconds)}.`}</p>
</header>
<main>
${totals(figures, facts)}
${count === 0 ? '' : `${charts(figures)}\n${table(figures)}`}
</main>
<footer><p>Made by ${escapeHtml(facts.tool)}. The page is complete in itself: it loads nothing.</p></footer>
${count === 0 ? '' : `<script>${SCRIPT}</script>`}
</body>
</html>
`;
}

function totals({ count, statuses, words, bytes, milliseconds }: Figures, { seconds }: RunFacts): string {
  const share = (part: number): string => ` <small>${formatShare(part, count)}</small>`;
  const facts: [name: string, value: string, kind?: string][] = [
    ['Converted', formatCount(statuses.converted) + share(statuses.converted), 'converted'],
    ['Skipped', formatCount(statuses.skipped) + share(statuses.skipped), 'skipped'],
    ['Failed', formatCount(statuses.failed) + share(statuses.failed), 'failed'],
    ['Words kept', formatCount(words)],
    ['Bytes of pages', formatBytes(bytes)],
    ['Read a second', seconds > 0 ? (count / seconds).toPrecision(3).replace(/\.?0+(?=$|e)/, '') : '–'],
    ['Work on pages', formatSeconds(milliseconds / 1000)],
  ];
  const items = facts.map(
    ([name, value, kind]) => `<div><dt>${name}</dt><dd class="${kind ?? 'plain'}">${value}</dd></div>`,
  );
  return `<section aria-labelledby="totals"><h2 id="totals">Totals</h2>\n<dl>\n${items.join('\n')}\n</dl></section>`;
}

const TOP_LANGUAGES = 12;

function charts({ statuses, reasons, languages, confidences, durations }: Figures): string {
  const outcome: Chart = {
    id: 'chart-outcome',
    title: 'Outcome',
    axis: 'pages, records and members by what became of them',
    bars: (['converted', 'skipped', 'failed'] as const).map((kind) => ({ label: kind, value: statuses[kind], kind })),
  };
  const why: Chart = {
    id: 'chart-reasons',
    title: 'Reasons',
    axis: 'why there is no document',
    bars: [...reasons]
      .flatMap(([label, counts]) =>
        (['failed', 'skipped'] as const).map((kind) => ({ label, value: counts[kind], kind })),
      )
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1)),
  };
  const confidence: Chart = {
    id: 'chart-confidence',
    title: 'Confidence',
    axis: 'converted pages by confidence, in steps of a twentieth',
    bars: confidences.map((value, bin) => ({ label: (bin / CONFIDENCES).toFixed(2), value })),
  };
  const speed: Chart = {
    id: 'chart-speed',
    title: 'Speed',
    axis: 'pages by the time each took: less than so many milliseconds',
    bars: durations.map((value, bin) => ({ ...durationLabels(bin), value })),
  };
  const sorted = [...languages].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rest = sorted.slice(TOP_LANGUAGES).reduce((sum, [, value]) => sum + value, 0);
  const spoken: Chart = {
    id: 'chart-languages',
    title: 'Languages',
    axis: 'converted pages by language',
    bars: [
      ...sorted.slice(0, TOP_LANGUAGES).map(([label, value]) => ({ label: label === '' ? 'unknown' : label, value })),
      ...(rest > 0 ? [{ label: 'all others', value: rest }] : []),
    ],
  };
  const drawn = [
    barChart(outcome),
    ...(why.bars.length === 0 ? [] : [barChart(why)]),
    ...(statuses.converted === 0 ? [] : [histogram(confidence)]),
    ...(durations.every((value) => value === 0) ? [] : [histogram(speed)]),
    ...(spoken.bars.length === 0 ? [] : [barChart(spoken)]),
  ];
  return `<section aria-labelledby="charts"><h2 id="charts">Charts</h2>\n<div class="charts">\n${drawn.join('\n')}\n</div></section>`;
}

function durationLabels(bin: number): { label: string; tick: string } {
  const end = DURATIONS[bin];
  if (end !== undefined) return { label: `less than ${formatCount(end)} ms`, tick: formatCount(end) };
  return { label: `${formatCount(DURATIONS.at(-1) ?? 0)} ms and more`, tick: 'more' };
}

function table(figures: Figures): string {
  const rows = figures.rows();
  const reasons = [...figures.reasons.keys()].sort();
  const isPart = rows.length < figures.count;
  const note = isPart
    ? `${formatCount(rows.length)} of ${formatCount(figures.count)} rows are listed: the first that failed and were skipped, the least sure and the slowest. ${formatCount(figures.count - rows.length)} are left out; --report FILE has them all.`
    : `All ${formatCount(rows.length)} rows are listed.`;
  return `<section aria-labelledby="pages"><h2 id="pages">Pages</h2>
<p class="note">${note}</p>
<div class="filters" id="filters" role="search" aria-label="Filter the rows" hidden>
<label for="search">Search <input id="search" type="search" autocomplete="off"></label>
<label for="status">Status <select id="status"><option value="">all</option><option>converted</option><option>skipped</option><option>failed</option></select></label>
<label for="reason">Reason <select id="reason"><option value="">all</option>${reasons.map((reason) => `<option>${reason}</option>`).join('')}</select></label>
<output id="shown" for="search status reason"></output>
</div>
<div class="scroll" role="region" aria-label="Rows" tabindex="0">
<table id="rows">
<colgroup>${COLUMNS.map(({ width }) => `<col style="width:${width}rem">`).join('')}</colgroup>
<thead><tr>${COLUMNS.map(({ name, isNumber }) => `<th scope="col"${isNumber ? ' class="number"' : ''}>${name}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(tableRow).join('\n')}
</tbody>
</table>
</div></section>`;
}

interface Column {
  readonly name: string;
  /** In rem, where the window is narrow; a wide one is shared out by these. Columns of fixed width lay out thousands of rows at once. */
  readonly width: number;
  readonly isNumber?: boolean;
  cell(listed: ListedRow): string;
}

const number = (value: number | undefined, shown = value === undefined ? '' : formatCount(value)): string =>
  `<td class="number" data-value="${value ?? ''}">${shown}</td>`;
const textCell = (kind: string, value: string | undefined): string =>
  `<td class="${kind}"><bdi>${escapeHtml(value ?? '')}</bdi></td>`;

const COLUMNS: readonly Column[] = [
  { name: 'No.', width: 4, isNumber: true, cell: ({ number: at }) => number(at) },
  { name: 'Status', width: 7, cell: ({ row }) => `<td class="status ${row.status}">${row.status}</td>` },
  {
    name: 'Page',
    width: 16.5,
    cell: ({ row }) =>
      `<th scope="row" class="id"><bdi>${escapeHtml(row.id === '-' ? 'standard input' : row.id)}</bdi>${linkTo(row.url)}</th>`,
  },
  {
    name: 'Reason',
    width: 13,
    cell: ({ row }) => {
      const told = [row.message, ...(row.warnings ?? [])].filter((text) => text !== undefined).join('; ');
      return `<td class="why">${row.reason === undefined ? '' : `<b>${escapeHtml(row.reason)}</b> `}<bdi>${escapeHtml(told)}</bdi></td>`;
    },
  },
  { name: 'Kind', width: 3.5, cell: ({ row }) => textCell('kind', row.kind) },
  { name: 'Language', width: 5.5, cell: ({ row }) => textCell('language', row.language) },
  {
    name: 'Confidence',
    width: 6.5,
    isNumber: true,
    cell: ({ row }) => number(row.confidence, row.confidence === undefined ? '' : row.confidence.toFixed(2)),
  },
  { name: 'Words', width: 4.5, isNumber: true, cell: ({ row }) => number(row.words) },
  {
    name: 'Bytes',
    width: 5.5,
    isNumber: true,
    cell: ({ row }) => number(row.bytes, row.bytes === undefined ? '' : formatBytes(row.bytes)),
  },
  {
    name: 'ms',
    width: 4,
    isNumber: true,
    cell: ({ row }) => number(row.ms, row.ms === undefined ? '' : String(row.ms)),
  },
  { name: 'Output', width: 8, cell: ({ row }) => textCell('out', row.output) },
];

const tableRow = (listed: ListedRow): string =>
  `<tr data-status="${listed.row.status}" data-reason="${escapeHtml(listed.row.reason ?? '')}">${COLUMNS.map(({ cell }) => cell(listed)).join('')}</tr>`;

/** Only web addresses become links; others are shown, and so are those too long to be written whole. */
function linkTo(url: string | undefined): string {
  if (url === undefined) return '';
  const shown = `<bdi>${escapeHtml(url)}</bdi>`;
  const href = /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : undefined;
  if (href === undefined || href.length > MAX_LENGTH) return `<br>${shown}`;
  return `<br><a href="${escapeHtml(href)}" rel="noreferrer noopener">${shown}</a>`;
}
