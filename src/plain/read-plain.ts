/** Flat text → mdast: lines, tables among them, a role for each line, then the tree. */
import type { Root } from 'mdast';
import type { Found, Verdict } from '../document.ts';
import { type Classified, classify } from './classify.ts';
import { withoutComments } from './code/comments.ts';
import { cutSiteLines } from './cuts/cut-repeated.ts';
import type { LineModel } from './line-model/line-model.ts';
import { frontMatterOf } from './lines/front-matter.ts';
import { withoutHyphens } from './lines/hyphens.ts';
import { isMarkdown, withInline, withoutMarks } from './lines/inline.ts';
import { kindsOf } from './lines/kinds.ts';
import { type Line, readLines, splitLines } from './lines/line.ts';
import { withLineEnds } from './lines/line-ends.ts';
import { withoutPermalinks } from './lines/permalinks.ts';
import { pageEdges, withoutRunningHeads } from './lines/running-heads.ts';
import { withoutTears } from './lines/torn-sentences.ts';
import type { Role } from './roles/role.ts';
import { apartFromTables, codeByForm } from './roles/roles-by-form.ts';
import { type FoundTable, findTables, type TableKnowledge } from './table/find-tables.ts';
import { withoutCutNames } from './table/rows/known-names.ts';
import { type Wrapping, wrappingOf } from './table/rows/unwrap.ts';
import { joined, linesToMdast } from './to-mdast.ts';

export interface Reading {
  readonly body: Root;
  readonly title?: Found<string>;
  /** What the text says of itself in front matter. */
  readonly fields?: ReadonlyMap<string, string>;
  readonly verdicts: readonly Verdict[];
  readonly confidence: number;
}

export interface PlainOptions {
  /** Cut nothing. */
  readonly fullPage?: boolean;
  /** For rows whose cells run together. */
  readonly knowledge?: TableKnowledge;
  /** Keys of texts that the page's site repeats. */
  readonly siteTexts?: ReadonlySet<number>;
  /** The text is Markdown: its headings have hash marks. */
  readonly isMarked?: boolean;
}

export function readPlain(written: string, model: LineModel, options: PlainOptions = {}): Reading {
  const segments = segment(written, options);
  return readSegments(segments, tablesAmong(segments, options.knowledge), model, options);
}

/** A text in the lines that tables and the line model see. */
export interface Segments {
  readonly text: string;
  readonly lines: readonly Line[];
  /** It is Markdown. */
  readonly isMarked: boolean;
  /** The role of the lines that are code. */
  readonly code: readonly (Role | undefined)[];
  readonly fields?: ReadonlyMap<string, string>;
  /** What was taken out already. */
  readonly verdicts: readonly Verdict[];
}

/** Front matter and running heads go, what was torn or hyphenated is made whole. */
export function segment(written: string, { fullPage = false }: PlainOptions = {}): Segments {
  const front = fullPage ? undefined : frontMatterOf(written);
  const { text, lines: cut } = withoutHyphens(front?.text ?? written);
  const isMarked = isMarkdown(text);
  const all = withLineEnds(withoutTears(withoutPermalinks(withoutComments(readLines(text, cut, isMarked)))));
  const { lines, verdicts } = fullPage ? { lines: all, verdicts: [] } : withoutRunningHeads(all, pageEdges(text));
  const segments = { text, lines, isMarked, code: codeByForm(lines), verdicts };
  if (front === undefined) return segments;
  return { ...segments, fields: front.fields, verdicts: [...front.verdicts, ...verdicts] };
}

/** `tables` are those found among the lines. */
export function readSegments(
  { lines, isMarked, code, fields, verdicts }: Segments,
  tables: readonly FoundTable[],
  model: LineModel,
  options: PlainOptions = {},
): Reading {
  const found = readStructure(lines, code, tables, model, { ...options, isMarked });
  const marked = isMarked ? readMarks(found) : found;
  const reading = verdicts.length === 0 ? marked : { ...marked, verdicts: inOrder([...marked.verdicts, ...verdicts]) };
  return fields === undefined ? reading : withFields(reading, fields);
}

function withFields(reading: Reading, fields: ReadonlyMap<string, string>): Reading {
  const title = fields.get('title');
  const named = title ? { title: { value: title, from: 'front-matter', confidence: 0.95 } } : {};
  return { ...reading, ...named, fields };
}

function readMarks({ body, title, ...rest }: Reading): Reading {
  const named = title === undefined ? {} : { title: { ...title, value: withoutMarks(title.value) } };
  return { ...rest, ...named, body: withoutBold(withInline(body)) };
}

/** A heading needs no stars to stand out. */
function withoutBold(body: Root): Root {
  for (const node of body.children) {
    const only = node.type === 'heading' && node.children.length === 1 ? node.children[0] : undefined;
    if (node.type === 'heading' && only?.type === 'strong') node.children = only.children;
  }
  return body;
}

const lineOf = ({ path }: Verdict): number => Number(path.slice('line '.length));
const inOrder = (verdicts: Verdict[]): Verdict[] => verdicts.sort((a, b) => lineOf(a) - lineOf(b));

/** What stands between the tables found. */
function readStructure(
  lines: readonly Line[],
  code: readonly (Role | undefined)[],
  tables: readonly FoundTable[],
  model: LineModel,
  { fullPage = false, siteTexts, isMarked = false }: PlainOptions = {},
): Reading {
  const found = classify(lines, tables, model, { keepsAll: fullPage, isMarkdown: isMarked, code });
  const classified = siteTexts === undefined || fullPage ? found : cutSiteLines(lines, found, siteTexts);
  const body = linesToMdast(lines, classified, tables);
  const title = titleOf(lines, classified.roles);
  return {
    body,
    ...(title === undefined ? {} : { title: { value: title, from: 'text', confidence: 0.95 } }),
    verdicts: classified.verdicts,
    confidence: confidenceOf(classified, tables),
  };
}

//   1.→Call before noon.     ← one tab, behind the marker: no cell
const TABBED_ITEM = /^(\s*\S{1,5})\t+(?=[^\t]*$)/;

/** The title line with those that it goes on in. */
function titleOf(lines: readonly Line[], roles: readonly Role[]): string | undefined {
  const start = roles.indexOf('title');
  if (start === -1) return undefined;
  let end = start + 1;
  while (roles[end] === 'continue') end += 1;
  return joined(lines.slice(start, end));
}

/** Tables by line index. A blank line ends a table, and so do code and logs: blank lines are put in their place for the search. */
export function tablesAmong(
  { text, lines, code }: Pick<Segments, 'text' | 'lines' | 'code'>,
  knowledge: TableKnowledge | undefined,
): FoundTable[] {
  const source = splitLines(text);
  const apart = apartFromTables(lines, code);
  const spaced: string[] = [];
  const kinds: number[] = [];
  const indexes: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.blankBefore && at > 0) {
      spaced.push('');
      kinds.push(0);
      indexes.push(at);
    }
    const found = line.isWhole ? line.raw : (source[line.number - 1] ?? '');
    const written = line.marker === undefined ? found : found.replace(TABBED_ITEM, '$1 ');
    spaced.push(apart[at] === undefined ? written : '');
    kinds.push(written === found ? line.kinds : kindsOf(written));
    indexes.push(at);
  }
  const items = spaced.map((text, at) => text !== '' && lines[indexes[at] as number]?.marker !== undefined);
  const isItem = (at: number) => items[at] === true;
  const wrapping = (): Wrapping | undefined => {
    const printed: string[] = [];
    const kindsOfPrinted: number[] = [];
    for (let at = 0; at < spaced.length; at += 1) {
      if (isItem(at)) {
        printed.push('');
        kindsOfPrinted.push(0);
      }
      // What was made whole of several lines is as wide as no line that was printed.
      printed.push(lines[indexes[at] ?? 0]?.isWhole ? '' : (spaced[at] as string));
      kindsOfPrinted.push(kinds[at] as number);
    }
    return wrappingOf(printed, kindsOfPrinted);
  };
  const found = findTables(spaced, isItem, knowledge, { wrapping, kinds }).map((table) => ({
    ...table,
    start: indexes[table.start] ?? 0,
    end: (indexes[table.end - 1] ?? 0) + 1,
  }));
  return withoutCutNames(found, lines);
}

/** The mean chance of the roles, or that of the least sure table. */
function confidenceOf({ chances }: Classified, tables: readonly FoundTable[]): number {
  const mean = chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length);
  return tables.reduce((least, table) => Math.min(least, table.confidence), mean);
}
