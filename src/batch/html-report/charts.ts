/** Charts as inline SVG: each has a name, each bar says its figure, and a table below holds the same. */
import { escapeHtml, formatCount } from './escape.ts';

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Under a standing bar, where the label is too long. */
  readonly tick?: string;
  /** A class that colours it. */
  readonly kind?: 'converted' | 'skipped' | 'failed';
}

export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What the bars count, and by what. */
  readonly axis: string;
  readonly bars: readonly Bar[];
}

const WIDTH = 480;

/** Bars that lie, for names. */
export function barChart(chart: Chart): string {
  const { bars } = chart;
  const step = 26;
  const left = 150;
  const room = WIDTH - left - 80;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const drawn = bars.map(({ label, value, kind }, at) => {
    const y = at * step + 4;
    const width = Math.max(value > 0 ? 2 : 0, (room * value) / most);
    return (
      `<g><title>${escapeHtml(label)}: ${formatCount(value)}</title>` +
      `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${escapeHtml(clip(label))}</text>` +
      `<rect class="bar ${kind ?? ''}" x="${left}" y="${y}" width="${width.toFixed(1)}" height="18" rx="2"/>` +
      `<text x="${(left + width + 6).toFixed(1)}" y="${y + 14}">${formatCount(value)}</text></g>`
    );
  });
  return figure(chart, bars.length * step + 8, drawn.join('\n'));
}

/** Bars that stand, for a scale. */
export function histogram(chart: Chart): string {
  const { bars } = chart;
  const height = 150;
  const top = 18;
  const step = WIDTH / bars.length;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const every = Math.ceil((bars.length * 40) / WIDTH);
  const drawn = bars.map(({ label, value, tick = label }, at) => {
    const tall = Math.max(value > 0 ? 2 : 0, (height * value) / most);
    const x = at * step;
    const middle = (x + step / 2).toFixed(1);
    const bar = `<rect class="bar" x="${(x + 1).toFixed(1)}" y="${(top + height - tall).toFixed(1)}" width="${(step - 2).toFixed(1)}" height="${tall.toFixed(1)}" rx="1"/>`;
    const isMost = value === most && bars.findIndex((other) => other.value === most) === at;
    const figureText = isMost
      ? `<text x="${middle}" y="${(top + height - tall - 5).toFixed(1)}" text-anchor="middle">${formatCount(value)}</text>`
      : '';
    const mark =
      at % every === 0
        ? `<text class="tick" x="${middle}" y="${top + height + 15}" text-anchor="middle">${escapeHtml(tick)}</text>`
        : '';
    return `<g><title>${escapeHtml(label)}: ${formatCount(value)}</title>${bar}${figureText}${mark}</g>`;
  });
  const line = `<line x1="0" y1="${top + height}" x2="${WIDTH}" y2="${top + height}"/>`;
  return figure(chart, top + height + 22, `${drawn.join('\n')}\n${line}`);
}

function figure({ id, title, axis, bars }: Chart, height: number, drawn: string): string {
  const rows = bars
    .map(
      ({ label, value }) =>
        `<tr><th scope="row"><bdi>${escapeHtml(label)}</bdi></th><td>${formatCount(value)}</td></tr>`,
    )
    .join('\n');
  return `<figure>
<h3 id="${id}">${escapeHtml(title)}</h3>
<p class="note">${escapeHtml(axis)}</p>
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}" direction="ltr">
${drawn}
</svg>
<details><summary>As a table</summary>
<table><caption>${escapeHtml(title)}</caption><tbody>
${rows}
</tbody></table></details>
</figure>`;
}

const clip = (label: string): string => (label.length > 20 ? `${label.slice(0, 19)}…` : label);
