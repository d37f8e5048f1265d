/** Makes whole what a choice block by block breaks: code, rows, lists, images, headings without their text. */
import { children, NONE, type NodeId, parent, type Tree, tag } from '../../tree/node.ts';
import { nameSet } from '../../tree/scan.ts';
import type { Block } from '../block.ts';
import { holdersOf } from '../holders.ts';
import { nearest } from '../nearest.ts';
import { isGood } from '../page-view.ts';
import { cutAfterwords } from './afterwords.ts';
import { completeAnnounced } from './announced.ts';
import { asidesOf, cutAsides, cutPointerLines } from './asides.ts';
import { completeAttachments } from './attachments.ts';
import { completeHeadings, completeNames, completePosts, completePrice, completeTerms } from './companions.ts';
import { cutEmptyHeadings, cutLastHeading } from './empty-headings.ts';
import { cutForms } from './forms.ts';
import { completeLede } from './lede.ts';
import { cutLinkBoxes } from './link-boxes.ts';
import { completeItems, completeNotes, completeParts } from './parts.ts';
import { completePostBodies } from './post-bodies.ts';
import { cutPricedCards } from './priced-cards.ts';
import { keepRepeats } from './repeats.ts';
import { cutReplies } from './replies.ts';
import { completeShortMain, cutAroundSmallMain } from './short-main.ts';
import { cutSignatures } from './signatures.ts';
import { completeSpecifications } from './specifications.ts';
import { cutStreams } from './streams.ts';
import {
  completeBetweenHeadings,
  completeOwnLists,
  completeSections,
  completeStructures,
  cutPointers,
  type Draft,
  fillGaps,
} from './structures.ts';
import { cutPulledQuotes, cutTeasers } from './teasers.ts';

/** Changes `keep` in place, and says in `by` why. */
export function repair(
  tree: Tree,
  blocks: readonly Block[],
  keep: Uint8Array,
  by: string[],
  scores: readonly (number | undefined)[],
  isSurelyArticle = false,
): void {
  const set = (at: number, value: 0 | 1, reason: string) => {
    if (keep[at] === value || (value === 1 && by[at] !== 'model')) return;
    keep[at] = value;
    by[at] = `repair:${reason}`;
  };
  const holders = holdersOf(tree, blocks);
  const draft: Draft = { tree, blocks, holders, keep, scores, set };
  const asides = asidesOf(tree, holders);
  const figures = nearest(tree, holders, FIGURES);
  completeCode(draft);
  completeStructures(draft);
  completeOwnLists(draft);
  completeAnnounced(draft);
  completeParts(draft);
  completeItems(draft);
  completeRows(draft);
  completeShortMain(draft, asides);
  completeSections(draft);
  completeBetweenHeadings(draft);
  fillGaps(draft);
  completePosts(draft);
  completePostBodies(draft);
  completeAttachments(draft);
  completeSpecifications(draft);
  completeTerms(draft);
  completeLede(draft);
  completePrice(draft);
  completeHeadings(draft);
  completeNames(draft);
  // Once more: the last steps may have kept a header alone.
  completeRows(draft);
  cutAroundSmallMain(draft);
  cutPointers(draft);
  cutPointerLines(draft);
  cutAsides(draft, asides);
  if (isSurelyArticle) cutReplies(draft);
  cutAfterwords(draft);
  cutPricedCards(draft);
  cutForms(draft);
  cutLinkBoxes(draft);
  cutSignatures(draft);
  cutTeasers(draft);
  cutStreams(draft);
  cutPulledQuotes(draft);
  trimEnd(draft);
  cutEmptyHeadings(draft);
  cutLastHeading(draft);
  keepRepeats(draft, by);
  completeNotes(draft);
  if (figures !== undefined) keepCaptions(draft, figures);
  keepImages(draft, figures);
}

const FIGURES = nameSet('figure');
const CODE = nameSet('pre');

/** A `<pre>` of which a line is kept is kept as a whole. */
function completeCode({ tree, blocks, holders, keep, set }: Draft): void {
  const code = nearest(tree, holders, CODE);
  if (code === undefined) return;
  const kept = new Set<NodeId>();
  const codeOf = (at: number): NodeId => code[(blocks[at] as Block).element] as NodeId;
  for (let at = 0; at < blocks.length; at += 1) if (keep[at] === 1) kept.add(codeOf(at));
  kept.delete(NONE);
  for (let at = 0; at < blocks.length; at += 1) if (kept.has(codeOf(at))) set(at, 1, 'code');
}

const TABLES = nameSet('table');
const ROWS = nameSet('tr');
const CELLS = nameSet('td th');

interface Grid {
  blocks: number;
  kept: number;
  size: number;
  rows: Set<NodeId>;
  cells: Set<NodeId>;
  firstRow: NodeId;
}

/** A table of data, not of layout: several rows, more than one cell in them, about one short block a cell. */
const CELL_BLOCKS = 1.5;
const CELL_SIZE = 120;

/** A kept cell keeps its row and the first row; a layout's cells decide each for itself. */
function completeRows({ tree, blocks, holders, keep, set }: Draft): void {
  const tables = nearest(tree, holders, TABLES);
  if (tables === undefined) return;
  // A cell or row ends at the next table inside it.
  const rows = nearest(tree, holders, ROWS, TABLES);
  const cells = nearest(tree, holders, CELLS, TABLES);
  if (rows === undefined || cells === undefined) return;
  const grids = new Map<NodeId, Grid>();
  const holdsTable = new Set<NodeId>();
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    const table = tables[element] ?? NONE;
    const row = rows[element] ?? NONE;
    if (table === NONE || row === NONE) continue;
    let grid = grids.get(table);
    if (grid === undefined) {
      grid = { blocks: 0, kept: 0, size: 0, rows: new Set(), cells: new Set(), firstRow: row };
      grids.set(table, grid);
      const around = tables[parent(tree, table)] ?? NONE;
      if (around !== NONE) holdsTable.add(around);
    }
    grid.blocks += 1;
    grid.kept += keep[at] ?? 0;
    grid.size += text.length;
    grid.rows.add(row);
    grid.cells.add(cells[element] ?? NONE);
  }
  const isData = (table: NodeId, { blocks: count, kept, size, rows: lines, cells: fields }: Grid): boolean =>
    kept > 0 &&
    !holdsTable.has(table) &&
    lines.size > 1 &&
    fields.size > lines.size &&
    count < fields.size * CELL_BLOCKS &&
    size < count * CELL_SIZE;
  /** A header without its rows says nothing; the links in them count for less than the names over them. */
  const isHeadOnly = (table: NodeId, { kept, rows: lines, firstRow, blocks: count }: Grid): boolean =>
    kept < count &&
    lines.size > 1 &&
    keptIn.get(table)?.size === 1 &&
    keptIn.get(table)?.has(firstRow) === true &&
    isHead(firstRow);
  const isHead = (row: NodeId): boolean => {
    const above = tag(tree, parent(tree, row));
    return above === 'thead' || children(tree, row).every((cell) => tag(tree, cell) !== 'td');
  };
  const keptIn = new Map<NodeId, Set<NodeId>>();
  const keptRows = new Set<NodeId>();
  for (let at = 0; at < blocks.length; at += 1) {
    const { element } = blocks[at] as Block;
    if (keep[at] !== 1) continue;
    const row = rows[element] ?? NONE;
    keptRows.add(row);
    const table = tables[element] ?? NONE;
    const own = keptIn.get(table);
    if (own === undefined) keptIn.set(table, new Set([row]));
    else own.add(row);
  }
  const headsOnly = new Set([...grids].flatMap(([table, grid]) => (isHeadOnly(table, grid) ? [table] : [])));
  for (let at = 0; at < blocks.length; at += 1) {
    const { element } = blocks[at] as Block;
    const table = tables[element] ?? NONE;
    const grid = grids.get(table);
    if (grid === undefined || !isData(table, grid)) continue;
    const row = rows[element] ?? NONE;
    if (keptRows.has(row) || headsOnly.has(table)) set(at, 1, 'row');
    else if (row === grid.firstRow) set(at, 1, 'header');
  }
}

/** Paragraphs, and their share of the kept text, that a page needs to be prose: the end of a listing is links by right. */
const PROSE = 3;
const PROSE_SHARE = 0.7;
const LINK_LINE = 0.8;

/** After the last paragraph: lines that are links alone lead elsewhere, and headings whose text was cut lead to nothing. */
function trimEnd({ tree, blocks, keep, set }: Draft): void {
  let paragraphs = 0;
  let prose = 0;
  let all = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (keep[at] === 0) continue;
    all += block.text.length;
    if (!isGood(block)) continue;
    paragraphs += 1;
    prose += block.text.length;
  }
  if (paragraphs < PROSE || prose < all * PROSE_SHARE) return;
  const last = keep.lastIndexOf(1);
  for (let at = last; at > 0; at -= 1) {
    if (keep[at] === 0) continue;
    const { element, text, linked } = blocks[at] as Block;
    const isHeading = /^h[2-6]$/.test(tag(tree, element));
    if (isHeading && at < blocks.length - 1) set(at, 0, 'heading');
    else if (!isHeading && text !== '' && linked >= text.length * LINK_LINE) set(at, 0, 'link');
    if (keep[at] === 1) return;
  }
}

/** A caption that is no more likely than this is a teaser's or an advertisement's. */
const CAPTION_SCORE = 0.1;

/** Before the first paragraph it may be an advertisement's. */
const LEAD_SCORE = 0.3;

/** The caption of a figure between kept blocks of its own parent, or over them, is read with them. */
function keepCaptions({ tree, blocks, keep, scores, set }: Draft, figures: Int32Array): void {
  /** For each parent of figures, the first and the last kept block right in it. */
  const spans = new Map<NodeId, { first: number; last: number }>();
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    if (keep[at] !== 1 || text === '') continue;
    const span = spans.get(parent(tree, element));
    if (span === undefined) spans.set(parent(tree, element), { first: at, last: at });
    else span.last = at;
  }
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    const figure = figures[element] ?? NONE;
    if (figure === NONE || keep[at] === 1 || text === '' || (scores[at] ?? 0) < CAPTION_SCORE) continue;
    // A gallery is a figure of figures.
    let outer = figure;
    while ((figures[parent(tree, outer)] ?? NONE) !== NONE) outer = figures[parent(tree, outer)] as NodeId;
    const span = spans.get(parent(tree, outer));
    if (span === undefined || at > span.last) continue;
    if (span.first < at || (scores[at] ?? 0) >= LEAD_SCORE) set(at, 1, 'caption');
  }
}

/** Images stay where the text around them does, and with the kept caption of their figure. */
function keepImages({ blocks, keep, set }: Draft, figures: Int32Array | undefined): void {
  const captioned = new Set<NodeId>();
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    if (keep[at] === 1 && text !== '') captioned.add(figures?.[element] ?? NONE);
  }
  captioned.delete(NONE);
  const before = new Int32Array(blocks.length);
  let last = NONE;
  for (let at = 0; at < blocks.length; at += 1) {
    const { text, isUnseen } = blocks[at] as Block;
    before[at] = last;
    if (text !== '' && !isUnseen) last = at;
  }
  let next = NONE;
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at] as Block;
    if (block.text !== '') {
      if (!block.isUnseen) next = at;
      continue;
    }
    const isBetween = keep[before[at] ?? NONE] === 1 && keep[next] === 1;
    if (isBetween || captioned.has(figures?.[block.element] ?? NONE)) set(at, 1, 'image');
  }
}
