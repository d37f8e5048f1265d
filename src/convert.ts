/** Page → document: the whole pipeline. Pure and synchronous: what is large and not always wanted comes in as `parts`. */
import type { Root } from 'mdast';
import { decode, type Source } from './decode/decode.ts';
import type { Document, Metadata, Quality, Verdict, Warning } from './document.ts';
import { ConvertError } from './errors.ts';
import { extract } from './html/extract.ts';
import { extractEmbedded, isBare } from './html/extract-embedded.ts';
import { isScriptShell } from './html/is-script-shell.ts';
import { toMdast } from './html/to-mdast/to-mdast.ts';
import { countFacts, leadingText } from './mdast/facts.ts';
import { tidy } from './mdast/tidy.ts';
import { saidInData } from './metadata/data.ts';
import { isoDate } from './metadata/date.ts';
import { directionOf, languageOf, languageOr } from './metadata/language.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { languageOfWords } from './model/language-of-words.ts';
import type { WordModel } from './model/words.ts';
import type { ConvertOptions } from './options.ts';
import type { Parts } from './parts.ts';
import { readPlain } from './plain/read-plain.ts';
import type { Page } from './resource.ts';
import { flattened, sourceLength, type Tree } from './tree/node.ts';

/** What a stage found, before titles and headings are put in order. */
interface Reading {
  readonly body: Root;
  readonly comments?: Root;
  readonly metadata: Metadata;
  readonly verdicts: readonly Verdict[];
  readonly confidence: number;
  readonly warnings: readonly Warning[];
  /** Nothing was kept, and a script could bring more. */
  readonly isShell?: boolean;
}

/**
 * Converts one page. Throws a ConvertError with reason `empty`, `binary`, `unsupported`, `bad-charset` or
 * `no-content`; anything else thrown is a bug or a missing part.
 */
export function convert(page: Page, options: ConvertOptions = {}, parts: Parts = {}): Document {
  const source = decode(page, options);
  const url = options.url ?? page.url;
  const reading =
    source.kind === 'html' ? readHtml(parse(source, parts), url, options, parts) : readText(source, options, parts);
  const { kind, charset, bytes } = source;
  const fetched = page.fetched === undefined ? {} : { fetched: page.fetched };
  return documentOf(reading, { id: page.id, url, input: { kind, charset, bytes, ...fetched } }, options);
}

/** Converts a page that was parsed elsewhere. Throws a ConvertError with reason `no-content`. */
export function convertTree(
  tree: Tree,
  page: { readonly id: string; readonly url?: string },
  options: ConvertOptions = {},
  parts: Parts = {},
): Document {
  const url = options.url ?? page.url;
  const input = { kind: 'html', charset: { name: 'utf-8', from: 'caller' }, bytes: sourceLength(tree) } as const;
  return documentOf(readHtml(tree, url, options, parts), { id: page.id, url, input }, options);
}

interface Origin extends Pick<Document, 'id' | 'input'> {
  readonly url: string | undefined;
}

function documentOf(reading: Reading, { id, url, input }: Origin, options: ConvertOptions): Document {
  const isHtml = input.kind === 'html';
  const isWhole = options.fullPage === true && isHtml;
  const { body, warnings } = tidy(reading.body, isWhole ? { isWhole } : titleOf(reading.metadata));
  const facts = countFacts(body, reading.verdicts);
  const isBlank = isWhole
    ? body.children.length === 0
    : facts.words === 0 || (isHtml && !reading.verdicts.some(({ keep }) => keep));
  if (isBlank) {
    if (reading.isShell === true) {
      throw new ConvertError(
        'no-content',
        'no content found: a script fills this page; save it from a browser after the script has run',
      );
    }
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
  return {
    schemaVersion: 1,
    id,
    ...(url === undefined ? {} : { url }),
    input,
    metadata: reading.metadata,
    body,
    ...(reading.comments === undefined ? {} : { comments: tidy(reading.comments, {}).body }),
    quality,
    ...(options.explain ? { trace: reading.verdicts } : {}),
  };
}

function parse(source: Pick<Source, 'utf8' | 'text'>, { parseHtml }: Parts): Tree {
  if (parseHtml === undefined) throw new Error("convert: an HTML page takes the part 'parseHtml'; see needs()");
  return parseHtml(source.utf8 ?? source.text);
}

function readHtml(page: Tree, url: string | undefined, options: ConvertOptions, parts: Parts): Reading {
  const said = readMetadata(page, url);
  const visible = extract(page, options, parts.model, parts.siteTexts);
  const warnings = warningsOf(page);
  const isSought = !options.fullPage && parts.parseHtml !== undefined && isBare(visible.verdicts);
  const embedded = isSought ? extractEmbedded(page) : undefined;
  // The parser keeps one tree at a time: from here on only this one is read.
  const tree = embedded === undefined ? page : parse({ text: embedded.html }, parts);
  const { keep, verdicts, confidence } =
    embedded === undefined ? visible : extract(tree, { ...options, fullPage: true }, parts.model);
  const shape = {
    links: options.links ?? true,
    images: options.images ?? true,
    tables: options.tables ?? 'auto',
    allowHtml: options.allowHtml ?? false,
    ...baseOf(url ?? said.canonical?.value),
  } as const;
  const converted = toMdast(tree, keep, shape);
  warnings.push(...converted.warnings);
  const { body } = converted;
  const language = languageOr(said.language, (length) => leadingText(body, length));
  const inData = embedded === undefined ? {} : saidInData(embedded.holders);
  const metadata: Metadata = { ...inData, ...said, ...(language === undefined ? {} : { language }) };
  if (embedded === undefined) {
    const comments = visible.comments === undefined ? {} : { comments: toMdast(page, visible.comments, shape).body };
    const isShell = isSought && !verdicts.some(({ keep: isKept }) => isKept) && isScriptShell(page, verdicts);
    return { body, ...comments, metadata, verdicts, confidence, warnings, isShell };
  }
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

function warningsOf(tree: Tree): Warning[] {
  const count = flattened(tree);
  if (count === 0) return [];
  return [{ code: 'nesting-flattened', message: `${count} elements nested too deeply were joined to their parents` }];
}

/** Where the page's address is not given, the one it names itself is the base of its links. */
const baseOf = (address: string | undefined): { base?: string } =>
  address !== undefined && URL.canParse(address) ? { base: address } : {};

function readText(source: Source, options: ConvertOptions, parts: Parts): Reading {
  const { lineModel, tables, words, siteTexts } = parts;
  if (lineModel === undefined) throw new Error("convert: a text takes the part 'lineModel'; see needs()");
  const known = (): WordModel | undefined => words?.get(languageOfWords(source.text) ?? '');
  const { body, title, fields, verdicts, confidence } = readPlain(source.text, lineModel, {
    fullPage: options.fullPage === true,
    ...(siteTexts === undefined ? {} : { siteTexts }),
    ...(tables === undefined ? {} : { knowledge: { models: tables, words: known } }),
  });
  const language = languageOf(source.text);
  const metadata: Metadata = {
    ...(title === undefined ? {} : { title }),
    ...(fields === undefined ? {} : fieldsOf(fields)),
    ...(language === undefined ? {} : { language }),
    direction: { value: directionOf(source.text), from: 'text', confidence: 1 },
  };
  return { body, metadata, verdicts, confidence, warnings: [] };
}

/** What front matter says under the names that most tools know. */
function fieldsOf(fields: ReadonlyMap<string, string>): Partial<Metadata> {
  const author = fields.get('author');
  const published = isoDate(fields.get('date') ?? fields.get('published'));
  const from = { from: 'front-matter', confidence: 0.95 };
  return {
    ...(author ? { authors: { value: [author], ...from } } : {}),
    ...(published === undefined ? {} : { published: { value: published, ...from } }),
  };
}

function titleOf(metadata: Metadata): { title?: string } {
  return metadata.title === undefined ? {} : { title: metadata.title.value };
}
