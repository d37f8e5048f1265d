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
import { extractEmbedded, isBare } from './html/extract-embedded.ts';
import { toMdast } from './html/to-mdast/to-mdast.ts';
import { countFacts } from './mdast/facts.ts';
import { tidy } from './mdast/tidy.ts';
import { directionOf, languageOf } from './metadata/language.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import type { ExtractionModel } from './model/extraction-model.ts';
import type { ConvertOptions } from './options.ts';
import { readPlain } from './plain/read-plain.ts';
import type { Page } from './resource.ts';
import { flattened, type Tree } from './tree/node.ts';

/** What a conversion needs beyond this module, loaded only when a page asks for it. */
export interface Parts {
  readonly parseHtml?: (source: string) => Tree;
  /** Finds the main content of HTML pages; without it rules do, less well. */
  readonly model?: ExtractionModel;
}

export type PartName = keyof Parts;

/** The parts that converting this page takes. */
export function needs(page: Page, options: ConvertOptions = {}): PartName[] {
  if (detectKind(page.body, page, options.from) !== 'html') return [];
  return options.fullPage ? ['parseHtml'] : ['parseHtml', 'model'];
}

/** Loads parts by name; the same parts serve any number of pages. */
export async function loadParts(names: readonly PartName[]): Promise<Parts> {
  const [parser, weights] = await Promise.all([
    names.includes('parseHtml') ? import('./tree/parse.ts') : undefined,
    names.includes('model') ? import('./model/load-extraction-model.ts') : undefined,
  ]);
  return {
    ...(parser === undefined ? {} : { parseHtml: parser.parseHtml }),
    ...(weights === undefined ? {} : { model: weights.loadExtractionModel() }),
  };
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
  const reading = source.kind === 'html' ? readHtml(source, url, options, parts) : readText(source);
  const { body, warnings } = tidy(reading.body, titleOf(reading.metadata));
  const facts = countFacts(body, reading.verdicts);
  const isEmpty = source.kind === 'html' && !reading.verdicts.some(({ keep }) => keep);
  if (facts.words === 0 || isEmpty) {
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
  const page = parts.parseHtml(source.text);
  const metadata = readMetadata(page, url);
  const visible = extract(page, options, parts.model);
  const embedded = options.fullPage || !isBare(visible.verdicts) ? undefined : extractEmbedded(page);
  const tree = embedded === undefined ? page : parts.parseHtml(embedded);
  const { keep, verdicts, confidence } =
    embedded === undefined ? visible : extract(tree, { ...options, fullPage: true }, parts.model);
  const body = toMdast(tree, keep, {
    links: options.links ?? true,
    images: options.images ?? true,
    ...(url === undefined ? {} : { base: url }),
  });
  const warnings: Warning[] = [];
  if (flattened(page) > 0) {
    const message = `${flattened(page)} elements nested too deeply were joined to their parents`;
    warnings.push({ code: 'nesting-flattened', message });
  }
  if (embedded === undefined) return { body, metadata, verdicts, confidence, warnings };
  const message = 'the visible page has no content; the text was taken from data that a script would show';
  warnings.push({ code: 'embedded-content', message });
  return {
    body,
    metadata,
    verdicts: [...visible.verdicts.map((verdict) => ({ ...verdict, keep: false })), ...verdicts],
    confidence: confidence * EMBEDDED_TRUST,
    warnings,
  };
}

/** Nobody sees this text, so that less speaks for it. */
const EMBEDDED_TRUST = 0.6;

function readText(source: Source): Reading {
  const { body, title, verdicts, confidence } = readPlain(source.text);
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
