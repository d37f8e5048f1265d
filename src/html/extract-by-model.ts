/** What of a page is the article, by the learned model: scores, the best choice by expected F1, then repair of structures. */
import type { Verdict } from '../document.ts';
import type { ExtractionModel, HopefulTrees } from '../model/extraction-model.ts';
import { evaluate, evaluateRows, sigmoid } from '../model/trees.ts';
import { NONE, type NodeId, type Tree } from '../tree/node.ts';
import { nameSet, ofTag } from '../tree/scan.ts';
import { weightOf } from '../words.ts';
import type { Block } from './block.ts';
import { chooseBlocks } from './choose-blocks.ts';
import { findAlike } from './complete-alike.ts';
import { noPaths, pathOf } from './decide.ts';
import type { Decision } from './extract-by-rules.ts';
import { BLOCK_COLUMNS, computeFeatures, FEATURES_HASH, type FeatureTable, PAGE_FEATURES } from './features.ts';
import { holdersOf } from './holders.ts';
import { likePaths } from './like-paths.ts';
import { nearest } from './nearest.ts';
import { viewPage } from './page-view.ts';
import { repair } from './repair/repair.ts';
import { hidden } from './rules/hidden.ts';
import type { Selection } from './select.ts';

/** Above this a page is read by the model for articles. */
const ARTICLE = 0.5;
/** Of the pages of WCXB that are so like one four are threads of a forum. */
const SURE_ARTICLE = 0.7;

/**
 * What follows an article costs more than a line that is missed. Cross-validated, at 0.8 and 0.84: dragnet's P/R .9591/.9295 and
 * .9585/.9300, page-signal's .9501/.9851 and .9494/.9851.
 */
const ARTICLE_RECALL = 0.8;
/**
 * What is surely no article and declares no product holds many parts of which the trees are unsure, and of those at 0.35 half are
 * content on listings, six in ten on documentation. F1 cross-validated at 1 and 1.6: .8897, .8901.
 */
const OTHER_RECALL = 1.6;
const OTHER = 0.3;

/** Nothing where the page has no text, or so little that the rules know better. */
export function extractByModel(tree: Tree, blocks: readonly Block[], model: ExtractionModel): Decision | undefined {
  if (model.columns !== FEATURES_HASH) throw new Error('extraction model: trained on other features; train it anew');
  const told = toldIn(blocks);
  const texts = blocksAt(blocks, told);
  if (texts.length === 0) return undefined;
  const table = computeFeatures(tree, texts, model.tokens);
  const paths = likePaths(tree, table.context.containers, table.context.room);
  const likeness = sigmoid(evaluate(model.gate, table.page));
  const isArticle = likeness >= ARTICLE;
  const probabilities = scoreBlocks(table, paths, isArticle ? model.articles : model.general);
  const { words } = table.context.measures;
  const view = viewPage(tree, texts, table.context.containers.nodes);
  const recall = recallOn(table, likeness);
  const { selection, reasons } = chooseBlocks(texts, view, probabilities, words, recall);
  if (selection.expected === 0 && (isScrap(table, words) || hasMain(tree, texts))) return undefined;
  const draft = draftOf(blocks, told, selection, reasons, probabilities);
  keepAlike(draft, told, findAlike(selection.keep, probabilities, words, paths));
  repair(tree, blocks, draft.keep, draft.by, draft.scores, likeness >= SURE_ARTICLE);
  return { verdicts: verdictsOn(tree, blocks, draft), confidence: Math.round(selection.expected * 100) / 100 };
}

/** What recall weighs beside precision on a page so like an article. */
function recallOn({ page }: FeatureTable, likeness: number): number {
  if (likeness >= ARTICLE) return ARTICLE_RECALL;
  return likeness < OTHER && page[PRODUCT] === 0 ? OTHER_RECALL : 1;
}

/** By block: whether it stays, who says so, and its score. */
interface Draft {
  readonly keep: Uint8Array;
  readonly by: string[];
  readonly scores: (number | undefined)[];
}

/** The choice among the blocks `told` as one among all: the others have no score, and are out. */
function draftOf(
  blocks: readonly Block[],
  told: readonly number[],
  selection: Selection,
  reasons: readonly string[],
  probabilities: Float64Array,
): Draft {
  const keep = new Uint8Array(blocks.length);
  const by: string[] = [];
  const scores: (number | undefined)[] = [];
  for (let at = 0, rank = 0; at < blocks.length; at += 1) {
    if (told[rank] === at) {
      keep[at] = selection.keep[rank] as number;
      by.push(reasons[rank] as string);
      scores.push(probabilities[rank] as number);
      rank += 1;
    } else {
      by.push((blocks[at] as Block).isUnseen ? `rule:${hidden.name}` : 'model');
      scores.push(undefined);
    }
  }
  return { keep, by, scores };
}

function keepAlike({ keep, by }: Draft, told: readonly number[], alike: readonly number[]): void {
  for (const rank of alike) {
    const at = told[rank] as number;
    if (by[at] !== 'model') continue;
    keep[at] = 1;
    by[at] = 'repair:alike';
  }
}

function verdictsOn(tree: Tree, blocks: readonly Block[], { keep, by, scores }: Draft): Verdict[] {
  const paths = noPaths(tree);
  const verdicts: Verdict[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    const path = pathOf(tree, element, paths);
    const [isKept, rule, score] = [keep[at] === 1, by[at] ?? 'model', scores[at]];
    if (score === undefined) verdicts.push({ keep: isKept, by: rule, path, text });
    else verdicts.push({ keep: isKept, by: rule, score: Math.round(score * 1000) / 1000, path, text });
  }
  return verdicts;
}

/** The blocks that readers see, and that hold text. */
function toldIn(blocks: readonly Block[]): number[] {
  const told: number[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const { text, isUnseen } = blocks[at] as Block;
    if (text !== '' && !isUnseen) told.push(at);
  }
  return told;
}

/** One by one: `map` makes an array of another kind once it is compiled, and all that reads this one would be compiled again. */
function blocksAt(blocks: readonly Block[], places: readonly number[]): Block[] {
  const found: Block[] = [];
  for (const at of places) found.push(blocks[at] as Block);
  return found;
}

/** A few words without a script that could bring more are not a page without content but a small one. */
const SCRAP = 60;
const SCRIPTS = PAGE_FEATURES.indexOf('page.tag.script');
const PRODUCT = PAGE_FEATURES.indexOf('page.kind.product');

const isScrap = ({ page }: FeatureTable, words: Float64Array): boolean =>
  page[SCRIPTS] === 0 && words.reduce((sum, count) => sum + count, 0) < SCRAP;

const MAIN = nameSet('main article');
const HEADLINE = nameSet('h1');
const MOST_LINKED = 0.5;
/** So many letters beside the headline that are no links are content, be it an address and the hours. */
const LEAST_MAIN = 60;

/** Whether the page says itself which part of it is the content, and that part has a headline and says something. */
function hasMain(tree: Tree, texts: readonly Block[]): boolean {
  const mains = nearest(tree, holdersOf(tree, texts), MAIN);
  if (mains === undefined) return false;
  const said = new Map<NodeId, number>();
  const titled = new Set<NodeId>();
  for (const { element, text, linked } of texts) {
    const main = mains[element] as NodeId;
    if (main === NONE) continue;
    if (ofTag(HEADLINE, tree, element) === 1) titled.add(main);
    else if (linked < text.length * MOST_LINKED)
      said.set(main, (said.get(main) ?? 0) + weightOf(text) * (1 - linked / text.length));
  }
  for (const main of titled) if ((said.get(main) ?? 0) >= LEAST_MAIN) return true;
  return false;
}

function scoreBlocks(table: FeatureTable, paths: Int32Array, { trees, hopeful }: HopefulTrees): Float64Array {
  const { columns, count, page } = table;
  const matrix = { values: columns, row: 1, column: count, shared: page, sharedFrom: BLOCK_COLUMNS };
  const raw = evaluateRows(trees, matrix, count, hopeful);
  return smooth(raw, paths, table.context.measures.words).map(sigmoid);
}

/** Cross-validated on the general model: 0.8763 without, 0.8768 at 0.3, 0.8771 at 0.5. */
const PATH_SHARE = 0.4;

/** Draws the scores of blocks together whose elements have the same names all the way up: cards, rows, paragraphs. */
function smooth(raw: Float64Array, paths: Int32Array, words: Float64Array): Float64Array {
  const sums = new Map<number, { weight: number; score: number }>();
  for (let at = 0; at < raw.length; at += 1) {
    const score = raw[at] as number;
    const weight = Math.sqrt((words[at] ?? 0) + 1);
    const path = paths[at] as number;
    const sum = sums.get(path);
    if (sum === undefined) sums.set(path, { weight, score: score * weight });
    else {
      sum.weight += weight;
      sum.score += score * weight;
    }
  }
  const smoothed = new Float64Array(raw.length);
  for (let at = 0; at < raw.length; at += 1) {
    const score = raw[at] as number;
    const sum = sums.get(paths[at] as number);
    smoothed[at] = sum === undefined ? score : (1 - PATH_SHARE) * score + PATH_SHARE * (sum.score / sum.weight);
  }
  return smoothed;
}
