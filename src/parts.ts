/** What converting a page takes beyond the pipeline: the parser, the models. Which ones, and how they are loaded. */
import { decode } from './decode/decode.ts';
import { detectKind } from './decode/kind.ts';
import { ConvertError } from './errors.ts';
import type { ExtractionModel } from './model/extraction-model.ts';
import { languageOfWords } from './model/language-of-words.ts';
import { readTrees } from './model/packed-trees.ts';
import { wordModels } from './model/word-models.ts';
import { readWordModel, type WordModel } from './model/words.ts';
import type { ConvertOptions } from './options.ts';
import { type LineModel, readLineModel } from './plain/line-model/line-model.ts';
import type { TableModels } from './plain/table/columns/judge.ts';
import type { Page } from './resource.ts';
import type { ParseHtml } from './tree/parse.ts';

export interface Parts {
  /** HTML takes it. */
  readonly parseHtml?: ParseHtml;
  /** Finds the main content of HTML pages; without it rules do, less well. */
  readonly model?: ExtractionModel;
  /** Text takes it. */
  readonly lineModel?: LineModel;
  /** Without it, rows of a flat text whose cells run together stay lines. */
  readonly tables?: TableModels;
  /** How the words of languages begin and end; a text in another language does with its own words. */
  readonly words?: ReadonlyMap<string, WordModel>;
  /** Keys of texts that the page's site repeats: they are cut. Not loaded but found, by `survey` over the site's pages. */
  readonly siteTexts?: ReadonlySet<number>;
}

export type PartName = 'parseHtml' | 'model' | 'lineModel' | 'tables' | `words:${string}`;

/** Every part there is, for programs that convert pages of all kinds. */
const ALL_PARTS: readonly PartName[] = [
  'parseHtml',
  'model',
  'lineModel',
  'tables',
  ...Object.keys(wordModels).map((language): PartName => `words:${language}`),
];

/** The parts that converting this page takes. */
export function needs(page: Page, options: ConvertOptions = {}): PartName[] {
  if (detectKind(page.body, page, options.from) === 'html') {
    return options.fullPage ? ['parseHtml'] : ['parseHtml', 'model'];
  }
  const language = languageOfWords(beginningOf(page, options));
  return language === undefined ? ['lineModel', 'tables'] : ['lineModel', 'tables', `words:${language}`];
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

/** Loads parts by name, by default all; the same parts serve any number of pages, one after another. */
export async function loadParts(names: readonly PartName[] = ALL_PARTS): Promise<Parts> {
  const parts: { -readonly [Name in keyof Parts]: Parts[Name] } = {};
  const words = new Map<string, WordModel>();
  for (const name of names) {
    if (name === 'parseHtml') parts.parseHtml = (await import('./tree/parse.ts')).createParseHtml();
    else if (name === 'model') {
      parts.model = (await import('./model/load-extraction-model.ts')).loadExtractionModel();
    } else if (name === 'lineModel') {
      parts.lineModel = readLineModel((await import('./plain/line-model/line-trees.ts')).LINE_TREES);
    } else if (name === 'tables') parts.tables = await loadTables();
    else {
      const language = name.slice('words:'.length);
      const load = wordModels[language];
      if (load !== undefined) words.set(language, readWordModel((await load()).packed));
    }
  }
  if (words.size > 0) parts.words = words;
  return parts;
}

async function loadTables(): Promise<TableModels> {
  const { seams, second, judge, runs } = await import('./model/table-trees.ts');
  return { seams: readTrees(seams), second: readTrees(second), judge: readTrees(judge), runs: readTrees(runs) };
}
