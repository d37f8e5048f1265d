/**
 * Pages → feature tables: `dump SET_FOLDER OUT_FOLDER`. What the product computes for each block goes out as numbers,
 * with labels and with word numbers to score by; Python never sees a page.
 *
 *   rows.f32     features by block, without token scores and page features (WIDTH columns)
 *   blocks.i32   by block: page, element, words, flags (1 heading of first level, 2 like the title, 4 caption, 8 hidden), class path
 *   labels.f32   by block
 *   elements.i32 by element: page, parent, depth; parents come first
 *   tokens.u32   pairs: element, token hash
 *   pages.f32    page features
 *   words.i32    by block its word numbers; offsets in word-ends.i32. truth.i32, truth-ends.i32 the same by page
 *   pages.json   by page: id, domain, kind, source, first block; and the names of all columns
 */
import { createWriteStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../src/decode/decode.ts';
import { segment } from '../../src/html/block.ts';
import { tagCode } from '../../src/html/features/containers.ts';
import { TOKEN_NAMES } from '../../src/html/features/token-scores.ts';
import { computeFeatures, FEATURES, PAGE_FEATURES } from '../../src/html/features.ts';
import { tokenTable } from '../../src/model/token-table.ts';
import { parseHtml } from '../../src/tree/parse.ts';
import { alignBlocks, wordsOf } from './align.ts';
import { domainNamedIn, domainOf } from './domain.ts';

const [folder = '', out = ''] = process.argv.slice(2);
const NO_TABLE = tokenTable(new Uint32Array(), new Uint8Array());
const WIDTH = FEATURES.length - TOKEN_NAMES.length - PAGE_FEATURES.length;
const LIKENESS = FEATURES.indexOf('place.is_title');
const LEVEL = FEATURES.indexOf('own.level');
const HIDDEN = FEATURES.indexOf('around.is_hidden');
const FIGCAPTION = FEATURES.indexOf('word.caption.depth');
const FIGCAPTION_TAG = tagCode('figcaption');

mkdirSync(out, { recursive: true });
const names =
  'rows.f32 blocks.i32 labels.f32 elements.i32 tokens.u32 pages.f32 words.i32 word-ends.i32 truth.i32 truth-ends.i32';
const files = new Map(names.split(' ').map((name) => [name, createWriteStream(join(out, name))]));
const write = (name: string, values: Float32Array | Int32Array | Uint32Array) =>
  files.get(name)?.write(Buffer.from(values.buffer.slice(values.byteOffset, values.byteOffset + values.byteLength)));

const pages: object[] = [];
let blockCount = 0;
let elementCount = 0;
let wordCount = 0;
let truthCount = 0;
for (const name of readdirSync(join(folder, 'ground-truth')).sort()) {
  const id = name.replace(/\.json$/, '');
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth', name), 'utf8'));
  const body = readFileSync(join(folder, 'html', `${id}.html`));
  const kind = truth._internal?.page_type?.primary ?? 'article';
  pages.push({
    id,
    domain: truth.url ? domainOf(truth.url) : (domainNamedIn(body.toString('utf8')) ?? id),
    kind: kind === 'category' ? 'collection' : kind,
    source: /^(?:dn|ps|ce)-/.exec(id)?.[0].slice(0, 2) ?? 'wcxb',
    first: blockCount,
    elements: elementCount,
  });
  dumpPage(pages.length - 1, body, truth.ground_truth?.main_content ?? '');
  if (pages.length % 200 === 0) {
    console.log(`${pages.length} pages, ${blockCount} blocks`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
for (const file of files.values()) await new Promise((resolve) => file.end(resolve));
const columns = [...FEATURES.slice(0, WIDTH), ...TOKEN_NAMES, ...PAGE_FEATURES];
writeFileSync(
  join(out, 'pages.json'),
  JSON.stringify({ width: WIDTH, tokens: TOKEN_NAMES.length, pageWidth: PAGE_FEATURES.length, columns, pages }),
);
console.log(`${pages.length} pages, ${blockCount} blocks, ${elementCount} elements`);

function dumpPage(page: number, body: Uint8Array, reference: string): void {
  const tree = parseHtml(decode({ id: 'x', body }, { from: 'html' }).text);
  const blocks = segment(tree).filter(({ text, isUnseen }) => text !== '' && !isUnseen);
  const table = computeFeatures(tree, blocks, NO_TABLE);
  const { containers } = table.context;
  const rows = new Float32Array(blocks.length * WIDTH);
  const about = new Int32Array(blocks.length * 5);
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const ends = new Int32Array(blocks.length);
  const blockWords = blocks.map(({ text }) => wordsOf(text));
  for (let at = 0; at < blocks.length; at += 1) {
    const row = rows.subarray(at * WIDTH, (at + 1) * WIDTH);
    for (let column = 0; column < WIDTH; column += 1) row[column] = table.columns[column * blocks.length + at] ?? 0;
    const own = containers.of[at] ?? 0;
    const isCaption = containers.tags[own] === FIGCAPTION_TAG || (row[FIGCAPTION] ?? 99) < 2;
    const flags =
      (row[LEVEL] === 1 ? 1 : 0) +
      ((row[LIKENESS] ?? 0) > 0.5 ? 2 : 0) +
      (isCaption ? 4 : 0) +
      (row[HIDDEN] === 1 ? 8 : 0);
    about.set(
      [page, elementCount + own, table.context.measures.words[at] ?? 0, flags, containers.classPaths[own] ?? 0],
      at * 5,
    );
    wordCount += blockWords[at]?.length ?? 0;
    ends[at] = wordCount;
  }
  write('rows.f32', rows);
  write('blocks.i32', about);
  write('labels.f32', alignBlocks(blockWords, reference));
  write('words.i32', Int32Array.from(blockWords.flat(), numberOf));
  write('word-ends.i32', ends);
  const truthWords = wordsOf(reference);
  truthCount += truthWords.length;
  write('truth.i32', Int32Array.from(truthWords, numberOf));
  write('truth-ends.i32', Int32Array.of(truthCount));
  write('pages.f32', table.page);
  const elements = new Int32Array(containers.count * 3);
  const tokens: number[] = [];
  for (let at = 0; at < containers.count; at += 1) {
    elements.set([page, elementCount + (containers.parents[at] ?? 0), containers.depths[at] ?? 0], at * 3);
    for (const token of containers.names[at]?.tokens ?? []) tokens.push(elementCount + at, token);
  }
  write('elements.i32', elements);
  write('tokens.u32', Uint32Array.from(tokens));
  blockCount += blocks.length;
  elementCount += containers.count;
}
