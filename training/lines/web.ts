/**
 * Web pages of the extraction set as training texts: their blocks as the product reads them from the HTML, what the
 * reference text holds as the article.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertPage } from '../../bench/convert-page.ts';
import { readPage, webPages } from '../../bench/web-pages.ts';
import { lettersOf } from '../../src/words.ts';
import { cached } from './cached.ts';
import { treeBlocks } from './markdown.ts';
import { print, styleOf } from './print.ts';
import { seeded } from './random.ts';
import type { Example, TruthBlock, TruthList } from './truth.ts';

const DATA = '../shared/bench/extraction';
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
