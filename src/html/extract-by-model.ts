/** What of a page is the article, by the learned model: scores, the best choice by expected F1, then repair of structures. */
import type { Verdict } from '../document.ts';
import { columnsHash, type ExtractionModel } from '../model/extraction-model.ts';
import { sigmoid } from '../model/trees.ts';
import type { NodeId, Tree } from '../tree/node.ts';
import type { Block } from './block.ts';
import { pathOf } from './decide.ts';
import type { Decision } from './extract-by-rules.ts';
import { computeFeatures, FEATURES, type FeatureTable, PAGE_FEATURES } from './features.ts';
import { viewPage } from './page-view.ts';
import { repair } from './repair.ts';
import { hidden } from './rules/hidden.ts';
import { select } from './select.ts';

/** Above this a page is read by the model for articles. */
const ARTICLE = 0.5;

const COLUMNS = columnsHash(FEATURES);

/** Nothing where the page has no text at all. */
export function extractByModel(tree: Tree, blocks: readonly Block[], model: ExtractionModel): Decision | undefined {
  if (model.columns !== COLUMNS) throw new Error('extraction model: trained on other features; train it anew');
  const told = blocks.flatMap((block, at) => (block.text === '' ? [] : [at]));
  const texts = told.map((at) => blocks[at] as Block);
  if (texts.length === 0) return undefined;
  const table = computeFeatures(tree, texts, model.tokens);
  const probabilities = scoreBlocks(table, model);
  const words = texts.map((_, at) => table.context.measures[at]?.words ?? 0);
  const strings = texts.map(({ text }) => text);
  const view = viewPage(tree, texts);
  const isHidden = texts.map((block) => hidden.vote(block, view) === false);
  const selection = select(
    probabilities.map((value, at) => (isHidden[at] ? 0 : value)),
    words,
    strings,
  );
  const reasons = texts.map((_, at) => {
    if (isHidden[at]) return `rule:${hidden.name}`;
    return selection.copies[at] === 1 ? 'rule:duplicate' : 'model';
  });
  const keep = new Uint8Array(blocks.length);
  const by: string[] = new Array(blocks.length).fill('model');
  const scores: (number | undefined)[] = new Array(blocks.length).fill(undefined);
  for (const [rank, at] of told.entries()) {
    keep[at] = selection.keep[rank] ?? 0;
    by[at] = reasons[rank] ?? 'model';
    scores[at] = probabilities[rank];
  }
  repair(tree, blocks, keep, by);
  const paths = new Map<NodeId, string>();
  const verdicts = blocks.map((block, at): Verdict => {
    const score = scores[at];
    return {
      keep: keep[at] === 1,
      by: by[at] ?? 'model',
      ...(score === undefined ? {} : { score: Math.round(score * 1000) / 1000 }),
      path: pathOf(tree, block.element, paths),
      text: block.text,
    };
  });
  return { verdicts, confidence: Math.round(selection.expected * 100) / 100 };
}

function scoreBlocks({ rows, count, page }: FeatureTable, model: ExtractionModel): Float64Array {
  const isArticle = sigmoid(model.gate.score(page, 1, PAGE_FEATURES.length, 0)[0] ?? 0) >= ARTICLE;
  return (isArticle ? model.articles : model.general).score(rows, count, FEATURES.length, 0).map(sigmoid);
}
