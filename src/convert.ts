/**
 * Page → document: the whole pipeline. Pure and synchronous: what is large and not always wanted comes in as
 * `parts`, which `needs` names and `loadParts` loads.
 */
import type { Root } from 'mdast';
import { decode, type Source } from './decode/decode.ts';
import { detectKind } from './decode/kind.ts';
import type { Document, Metadata, Quality, Verdict, Warning } from './document.ts';
import { ConvertError } from './errors.ts';
import { extract } from './html/extract.ts';
import { toMdast } from './html/to-mdast/to-mdast.ts';
import { countFacts } from './mdast/facts.ts';
import { tidy } from './mdast/tidy.ts';
import { directionOf, languageOf } from './metadata/language.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { languageOfWords } from './model/language-of-words.ts';
import { readTrees } from './model/trees.ts';
import { wordModels } from './model/word-models.ts';
import { readWordModel, type WordModel } from './model/words.ts';
import type { ConvertOptions } from './options.ts';
import { readPlain } from './plain/read-plain.ts';
import type { TableModels } from './plain/table/glued.ts';
import type { Page } from './resource.ts';
import { flattened, type Tree } from './tree/node.ts';

/** What a conversion needs beyond this module, loaded only when a page asks for it. */
export interface Parts {
  readonly parseHtml?: (source: string) => Tree;
  /** Without it, rows of a flat text whose cells run together stay lines. */
  readonly tables?: TableModels;
  /** How the words of languages begin and end; a text in another language does with its own words. */
  readonly words?: ReadonlyMap<string, WordModel>;
}

export type PartName = 'parseHtml' | 'tables' | `words:${string}`;

/** Every part there is, for programs that convert pages of all kinds. */
export const ALL_PARTS: readonly PartName[] = [
  'parseHtml',
  'tables',
  ...Object.keys(wordModels).map((language): PartName => `words:${language}`),
];

/** The parts that converting this page takes. */
export function needs(page: Page, options: ConvertOptions = {}): PartName[] {
  if (detectKind(page.body, page, options.from) === 'html') return ['parseHtml'];
  const language = languageOfWords(beginningOf(page, options));
  return language === undefined ? ['tables'] : ['tables', `words:${language}`];
}

const BEGINNING = 24_000;

/** The beginning of a text page, cut at a line's end so that no character is torn. */
function beginningOf(page: Page, options: ConvertOptions): string {
  const { body } = page;
  if (typeof body === 'string') return body.slice(0, BEGINNING);
  const end = body.length <= BEGINNING ? body.length : body.lastIndexOf(10, BEGINNING);
  try {
    return decode({ ...page, body: body.subarray(0, end <= 0 ? BEGINNING : end) }, options).text;
  } catch (error) {
    // What cannot be decoded is said when the page is converted.
    if (error instanceof ConvertError) return '';
    throw error;
  }
}

/** Loads parts by name; the same parts serve any number of pages. */
export async function loadParts(names: readonly PartName[]): Promise<Parts> {
  const words = new Map<string, WordModel>();
  for (const name of names) {
    const language = name.startsWith('words:') ? name.slice(6) : '';
    const load = wordModels[language];
    if (load !== undefined) words.set(language, readWordModel((await load()).packed));
  }
  return {
    ...(names.includes('parseHtml') ? { parseHtml: (await import('./tree/parse.ts')).parseHtml } : {}),
    ...(names.includes('tables') ? { tables: await loadTables() } : {}),
    ...(words.size > 0 ? { words } : {}),
  };
}

async function loadTables(): Promise<TableModels> {
  const { seams, second, judge } = await import('./model/table-trees.ts');
  return { seams: readTrees(seams), second: readTrees(second), judge: readTrees(judge) };
}

/** What a stage found, before titles and headings are put in order. */
interface Reading {
  readonly body: Root;
  readonly metadata: Metadata;
  readonly verdicts: readonly Verdict[];
  readonly confidence: number;
  readonly warnings: readonly Warning[];
}

/**
 * Converts one page. Throws a ConvertError with reason `empty`, `binary`, `unsupported`, `bad-charset` or
 * `no-content`; anything else thrown is a bug or a missing part.
 */
export function convert(page: Page, options: ConvertOptions = {}, parts: Parts = {}): Document {
  const source = decode(page, options);
  const url = options.url ?? page.url;
  const reading = source.kind === 'html' ? readHtml(source, url, options, parts) : readText(source, parts);
  const { body, warnings } = tidy(reading.body, titleOf(reading.metadata));
  const facts = countFacts(body, reading.verdicts);
  if (facts.words === 0) {
    const cut = Object.values(facts.cut).reduce((sum, count) => sum + count, 0);
    const why =
      cut > 0
        ? `all ${cut} blocks were cut; see them with --explain, or keep all with --full-page`
        : 'nothing in it is text';
    throw new ConvertError('no-content', `no content found: ${why}`);
  }
  const quality: Quality = {
    confidence: reading.confidence,
    warnings: [...reading.warnings, ...warnings],
    facts,
  };
  const input = { kind: source.kind, charset: source.charset, bytes: source.bytes };
  return {
    schemaVersion: 1,
    id: page.id,
    ...(url === undefined ? {} : { url }),
    input: page.fetched === undefined ? input : { ...input, fetched: page.fetched },
    metadata: reading.metadata,
    body,
    quality,
    ...(options.explain ? { trace: reading.verdicts } : {}),
  };
}

function readHtml(source: Source, url: string | undefined, options: ConvertOptions, parts: Parts): Reading {
  if (parts.parseHtml === undefined) throw new Error("convert: an HTML page takes the part 'parseHtml'; see needs()");
  const tree = parts.parseHtml(source.text);
  const { keep, verdicts, confidence } = extract(tree, options);
  const metadata = readMetadata(tree, url);
  const body = toMdast(tree, keep, {
    links: options.links ?? true,
    images: options.images ?? true,
    ...(url === undefined ? {} : { base: url }),
  });
  const warnings: Warning[] =
    flattened(tree) > 0
      ? [
          {
            code: 'nesting-flattened',
            message: `${flattened(tree)} elements nested too deeply were joined to their parents`,
          },
        ]
      : [];
  return { body, metadata, verdicts, confidence, warnings };
}

function readText(source: Source, { tables, words }: Parts): Reading {
  const spoken = tables === undefined ? undefined : languageOfWords(source.text);
  const known = spoken === undefined ? undefined : words?.get(spoken);
  const knowledge = tables === undefined ? undefined : { models: tables, words: known };
  const { body, title, verdicts, confidence } = readPlain(source.text, knowledge);
  const language = languageOf(source.text);
  const metadata: Metadata = {
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    direction: { value: directionOf(source.text), from: 'text', confidence: 1 },
  };
  return { body, metadata, verdicts, confidence, warnings: [] };
}

function titleOf(metadata: Metadata): { title?: string } {
  return metadata.title === undefined ? {} : { title: metadata.title.value };
}
