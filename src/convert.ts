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
import { countFacts, leadingText } from './mdast/facts.ts';
import { tidy } from './mdast/tidy.ts';
import { directionOf, languageOf } from './metadata/language.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import type { ConvertOptions } from './options.ts';
import { type LineModel, readLineModel } from './plain/line-model.ts';
import { readPlain } from './plain/read-plain.ts';
import type { Page } from './resource.ts';
import { flattened, type Tree } from './tree/node.ts';
import type { ParseHtml } from './tree/parse.ts';

/** What a conversion needs beyond this module, loaded only when a page asks for it. */
export interface Parts {
  readonly parseHtml?: ParseHtml;
  readonly lineModel?: LineModel;
}

export type PartName = keyof Parts;

/** The parts that converting this page takes. */
export function needs(page: Page, options: ConvertOptions = {}): PartName[] {
  return detectKind(page.body, page, options.from) === 'html' ? ['parseHtml'] : ['lineModel'];
}

const EVERY_PART: readonly PartName[] = ['parseHtml', 'lineModel'];

/** Loads parts by name, by default all; the same parts serve any number of pages, one after another. */
export async function loadParts(names: readonly PartName[] = EVERY_PART): Promise<Parts> {
  const parts: { -readonly [Name in PartName]?: NonNullable<Parts[Name]> } = {};
  if (names.includes('parseHtml')) parts.parseHtml = (await import('./tree/parse.ts')).createParseHtml();
  if (names.includes('lineModel')) {
    parts.lineModel = readLineModel((await import('./plain/line-trees.ts')).LINE_TREES);
  }
  return parts;
}

/** Characters: more does not change which language is told. */
const LANGUAGE_SAMPLE = 4000;

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
  const reading = source.kind === 'html' ? readHtml(source, url, options, parts) : readText(source, options, parts);
  const isWhole = options.fullPage === true && source.kind === 'html';
  const { body, warnings } = tidy(reading.body, isWhole ? { isWhole } : titleOf(reading.metadata));
  const facts = countFacts(body, reading.verdicts);
  if (isWhole ? body.children.length === 0 : facts.words === 0) {
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
  const tree = parts.parseHtml(source.utf8 ?? source.text);
  const { keep, verdicts, confidence } = extract(tree, options);
  const said = readMetadata(tree, url);
  const { body, warnings } = toMdast(tree, keep, {
    links: options.links ?? true,
    images: options.images ?? true,
    tables: options.tables ?? 'auto',
    allowHtml: options.allowHtml ?? false,
    ...baseOf(url ?? said.canonical?.value),
  });
  const language = said.language ?? languageOf(leadingText(body, LANGUAGE_SAMPLE));
  const metadata: Metadata = language === undefined ? said : { ...said, language };
  return { body, metadata, verdicts, confidence, warnings: [...warnings, ...warningsOf(tree)] };
}

function warningsOf(tree: Tree): Warning[] {
  const count = flattened(tree);
  if (count === 0) return [];
  return [{ code: 'nesting-flattened', message: `${count} elements nested too deeply were joined to their parents` }];
}

/** Where the page's address is not given, the one it names itself is the base of its links. */
const baseOf = (address: string | undefined): { base?: string } =>
  address !== undefined && URL.canParse(address) ? { base: address } : {};

function readText(source: Source, options: ConvertOptions, parts: Parts): Reading {
  if (parts.lineModel === undefined) throw new Error("convert: a text takes the part 'lineModel'; see needs()");
  const { body, title, verdicts, confidence } = readPlain(
    source.text,
    parts.lineModel,
    options.fullPage ? { fullPage: true } : {},
  );
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
