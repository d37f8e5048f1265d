/**
 * Web pages of the extraction set as training texts: their blocks as the product reads them from the HTML, what the
 * reference text holds as the article.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertPage } from '../../bench/convert-page.ts';
import { pagePath, readPage, webPages } from '../../bench/web-pages.ts';
import { lettersOf } from '../../src/words.ts';
import { cached } from './cached.ts';
import { articleRegions, flatten, pickTool } from './flatten.ts';
import { treeBlocks } from './markdown.ts';
import { print, styleOf } from './print.ts';
import { seeded } from './random.ts';
import type { Example, TruthBlock, TruthList } from './truth.ts';

const DATA = '../shared/bench/extraction';
/** Of how many pages the part that holds the article is printed by real tools. */
const REGIONS = 1500;
/** What the page shows around its article, outside: so many blocks on each side at most. */
const MARGIN = 4;
/** A menu teaches no more with all its items. */
const ITEMS = 6;
const FEWEST = 5;
/** How much a block teaches that the reference leaves out but that stands among the article's: it looks like one of them. */
const AMONG = 0.4;
const AROUND = 0;

/** `count` pages, each printed; none of a site in `hosts`, where a benchmark has it. */
export function webExamples(count: number, hosts: ReadonlySet<string>, seed: number): Example[] {
  const { folder, ids } = webPages(DATA, count);
  const random = seeded(seed);
  const read = (id: string): [string, TruthBlock[]] => {
    const truth = JSON.parse(readFileSync(join(folder, 'ground-truth', `${id}.json`), 'utf8')) as Truth;
    const host = hostOf(truth.url);
    const document = hosts.has(host) ? undefined : convertPage(readPage(DATA, id), { fullPage: true });
    return [host, document === undefined ? [] : told(treeBlocks(document.body), truth.ground_truth.main_content ?? '')];
  };
  return cached(`web-${count}`, () => ids.map(read)).flatMap(([host, blocks], page): Example[] => {
    if (blocks.length < FEWEST) return [];
    const inner = blocks.findIndex(({ boilerplate }) => !boilerplate);
    const outer = blocks.findLastIndex(({ boilerplate }) => !boilerplate);
    const part = blocks
      .slice(Math.max(0, inner - Math.floor(random() * MARGIN)), outer + 1 + Math.floor(random() * MARGIN))
      .map(shortened);
    const text = print(part, { ...styleOf(random), tight: random() < 0.5 ? 0.3 : 0 }, random);
    return [{ article: `web:${host}`, id: `${ids[page]}`, blocks: part, text, absent: new Set<string>() }];
  });
}

/**
 * The element that holds the article of each page, printed by real tools. All that is in it is kept, as the flat-text
 * benchmark keeps it, but what the reference leaves out teaches little.
 */
export function regionExamples(hosts: ReadonlySet<string>, seed: number): Example[] {
  const { folder, ids } = webPages(DATA, REGIONS);
  const random = seeded(seed);
  const pages = ids.flatMap((id) => {
    const truth = JSON.parse(readFileSync(join(folder, 'ground-truth', `${id}.json`), 'utf8')) as Truth;
    const host = hostOf(truth.url);
    const content = truth.ground_truth.main_content ?? '';
    return hosts.has(host) ? [] : [{ id, host, url: truth.url, content, path: pagePath(DATA, id) }];
  });
  const regions = articleRegions(
    'web',
    pages.map(({ path, content }) => ({ path, content })),
  );
  const found = pages.flatMap(({ id, host, url, content }, at) => {
    const html = regions[at];
    return html ? [{ id, host, url, content, html, tool: pickTool(random) }] : [];
  });
  const texts = flatten(
    'web',
    found.map(({ html, tool }) => ({ html, tool })),
  );
  return cached(`web-regions-${found.length}`, () =>
    found.map(({ id, url, html, content }) => {
      const document = convertPage({ id, body: html, url }, { from: 'html', fullPage: true });
      return document === undefined ? [] : kept(told(treeBlocks(document.body), content));
    }),
  ).flatMap((blocks, at): Example[] => {
    const { id, host } = found[at] as { id: string; host: string };
    const text = texts[at];
    if (blocks.length < FEWEST || !text || text.split('\n').length > LONGEST_PAGE) return [];
    return [{ article: `web:${host}`, id: `${id}#region`, blocks, text, absent: new Set<string>() }];
  });
}

/** Lines: longer pages are directories, and would be most of what is learnt. */
const LONGEST_PAGE = 260;
/** How much a block teaches that stands before or after the reference, in the same element. */
const BESIDE = 0.3;
const BARE_LINE = 80;
const STOPPED = /[.!?…。！？।]["'”’»)]*$/;

/** A short line without a stop over something longer reads as a heading, and a heading that is a sentence as none. */
function kept(blocks: readonly TruthBlock[]): TruthBlock[] {
  return blocks.map(({ boilerplate, ...block }, at) => {
    const weight = boilerplate ? BESIDE : (block.weight ?? 1);
    const next = blocks[at + 1];
    const isOver = next !== undefined && next.type !== 'heading' && textOf(next).length > textOf(block).length;
    const isSoft =
      block.type === 'heading'
        ? STOPPED.test(block.text) && block.text.length > BARE_LINE
        : block.type === 'paragraph' && block.text.length <= BARE_LINE && !STOPPED.test(block.text) && isOver;
    return { ...block, weight: isSoft ? 0 : weight };
  });
}

const shortened = (block: TruthBlock): TruthBlock =>
  block.type === 'list' && block.boilerplate ? { ...block, items: block.items.slice(0, ITEMS) } : block;

interface Truth {
  readonly url: string;
  readonly ground_truth: { readonly main_content?: string };
}

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url);

/** A block of the article is long enough to be found in its reference by its letters. */
const TELLING = 30;
const LONGEST = 1500;

function told(blocks: readonly TruthBlock[], content: string): TruthBlock[] {
  const reference = lettersOf(content);
  const keys = blocks.map((block) => lettersOf(textOf(block)));
  const isIn = keys.map((key) => key !== '' && reference.includes(key.slice(0, LONGEST)));
  const first = keys.findIndex((key, at) => isIn[at] && key.length >= TELLING);
  const last = keys.findLastIndex((key, at) => isIn[at] && key.length >= TELLING);
  if (first === -1) return [];
  // The title stands over the first sentence, and not every reference has it.
  const title = blocks.findIndex(({ type }, at) => at < first && at > first - 6 && type === 'heading');
  return blocks.map((block, at) => {
    if (at === title || (isIn[at] && at >= first && at <= last)) return block;
    if (isIn[at] || (at > first && at < last)) return { ...block, weight: AMONG };
    return { ...block, boilerplate: true, weight: block.type === 'heading' ? 0 : AROUND };
  });
}

function textOf(block: TruthBlock): string {
  if (block.type === 'list') return itemsOf(block);
  return block.type === 'table' ? [block.header ?? [], ...block.rows].flat().join('') : block.text;
}

/** The text of a list's own items: those of inner lists need not be in the reference. */
const itemsOf = ({ items }: TruthList): string =>
  items.map((item) => (typeof item === 'string' ? item : item.text)).join('');
