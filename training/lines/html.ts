/** Blocks of a training text → HTML, for the tools that print it. */

import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { pick, type Random } from './random.ts';
import type { TruthBlock, TruthList } from './truth.ts';

/** With its links and emphasis, which some tools print. */
export const nodeHtml = (node: RootContent): string => toHtml(toHast({ type: 'root', children: [node] }));

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const lines = (text: string): string => escaped(text).replace(/\n/g, '<br>');

function blockHtml(block: TruthBlock): string {
  if (block.type === 'heading') return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
  if (block.type === 'list') return listHtml(block);
  if (block.type === 'table') {
    const rows = [block.header ?? [], ...block.rows].map((row, at) => {
      const cell = at === 0 && block.header ? 'th' : 'td';
      return `<tr>${row.map((text) => `<${cell}>${lines(text)}</${cell}>`).join('')}</tr>`;
    });
    return `<table>${rows.join('')}</table>`;
  }
  if (block.type === 'code') return `<pre><code>${escaped(block.text)}</code></pre>`;
  return block.type === 'quote'
    ? `<blockquote><p>${lines(block.text)}</p></blockquote>`
    : `<p>${lines(block.text)}</p>`;
}

function listHtml({ ordered, items }: TruthList): string {
  const tag = ordered ? 'ol' : 'ul';
  const inner = items.map((item) =>
    typeof item === 'string'
      ? `<li>${escaped(item)}</li>`
      : `<li>${lines(item.text)}${(item.more ?? []).map((text) => `<p>${lines(text)}</p>`).join('')}${(item.children ?? []).map(listHtml).join('')}</li>`,
  );
  return `<${tag}>\n${inner.join('\n')}\n</${tag}>`;
}

/** How many pages have tables with paragraphs and lists in their cells. */
const BROKEN = 0.15;

/** The same cells, with several lines in those that hold several sentences or words between commas. */
function brokenTable({ header, rows }: TruthBlock & { type: 'table' }, random: Random): string {
  const broken = (text: string): string => {
    const isList = random() < 0.5;
    const pieces = escaped(text).split(isList ? /(?<=[,;،、，]) ?/ : /(?<=[.!?]) |(?<=[。।])/);
    if (pieces.length < 2) return escaped(text);
    if (!isList) return pieces.map((piece) => `<p>${piece}</p>`).join('');
    const mark = random() < 0.5 ? '- ' : '';
    return random() < 0.5
      ? `<ul>${pieces.map((piece) => `<li>${piece}</li>`).join('')}</ul>`
      : pieces.map((piece) => mark + piece).join('<br>');
  };
  const lined = [header ?? [], ...rows].map((row, at) => {
    const cell = at === 0 && header ? 'th' : 'td';
    return `<tr>${row.map((text) => `<${cell}>${broken(text)}</${cell}>`).join('')}</tr>`;
  });
  return `<table>${lined.join('')}</table>`;
}

/** One page: what stands between its blocks, in its tables and around it differs from site to site. */
export function pageHtml(blocks: readonly TruthBlock[], random: Random): string {
  const tag = pick(random, ['div', 'article', 'main', 'section']);
  const cells = random() < 0.12 ? '\n' : '';
  const isLong = random() < BROKEN;
  const parts = blocks
    .map((block) => (isLong && block.type === 'table' ? brokenTable(block, random) : (block.html ?? blockHtml(block))))
    .filter((html) => html !== '')
    .map((html) => (html.startsWith('<table') ? html.replace(/>\s*(?=<\/?(?:t|table))/g, `>${cells}`) : html));
  const depth = Math.floor(random() * 4);
  const around = random() < 0.8 ? '\n' : '';
  return `${'<div>'.repeat(depth)}<${tag}>${parts.join(around)}</${tag}>${'</div>'.repeat(depth)}`;
}
