/** Which blocks to keep: the best choice by expected F1 of those that no rule cuts, and a rule spared that is wrong about the page. */
import type { Block } from './block.ts';
import type { PageView } from './page-view.ts';
import { consent } from './rules/consent.ts';
import { hidden } from './rules/hidden.ts';
import { interruption } from './rules/interruption.ts';
import { noSnippet } from './rules/no-snippet.ts';
import { pageFooter } from './rules/page-footer.ts';
import { pictureButton } from './rules/picture-button.ts';
import type { Rule } from './rules/rule.ts';
import { type Selection, select } from './select.ts';

/** What these cut the model does not get back. */
const CUTTING: readonly Rule[] = [hidden, consent, interruption, pageFooter, noSnippet, pictureButton];

/**
 * Where less than this of the expected words is left, a rule is wrong about the page: what it hides a script shows, tabs and
 * cards that fade in; its footer was never closed.
 */
const LEFT: readonly (readonly [rule: Rule, share: number])[] = [
  [hidden, 0.6],
  [pageFooter, 0.02],
];

/**
 * What the model is so sure of is the text, whatever the box is called that it stands in: the rest of an article behind `paywall`, a
 * box of `ads` that was never closed.
 */
const SURE = 0.9;

export interface Choice {
  readonly selection: Selection;
  /** By block who cuts it, or why the model's choice leaves it out or keeps it. */
  readonly reasons: readonly string[];
}

/**
 * @param words by block
 * @param recall what recall weighs beside precision
 */
export function chooseBlocks(
  blocks: readonly Block[],
  view: PageView,
  probabilities: Float64Array,
  words: Float64Array,
  recall: number,
): Choice {
  const cutBy = cuttingRules(blocks, view, probabilities);
  const texts = blocks.map(({ text }) => text);
  const choose = (values: Float64Array): Selection => select(values, words, texts, recall);
  let selection = choose(left(probabilities, cutBy));
  let spared: Rule | undefined;
  for (const [rule, share] of LEFT) {
    if (!cutBy.includes(rule)) continue;
    const values = left(probabilities, cutBy, rule);
    if (selection.expectedWords >= mostWords(values, words) * share) continue;
    const whole = choose(values);
    if (selection.expectedWords >= whole.expectedWords * share) continue;
    selection = whole;
    spared = rule;
  }
  return { selection, reasons: reasonsFor(cutBy, spared, selection.copies) };
}

/** By block the first rule that cuts it. */
function cuttingRules(blocks: readonly Block[], view: PageView, probabilities: Float64Array): (Rule | undefined)[] {
  const cutBy: (Rule | undefined)[] = new Array(blocks.length).fill(undefined);
  for (const rule of CUTTING) {
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at] as Block;
      const isSure = rule === interruption && (probabilities[at] as number) >= SURE && block.linked === 0;
      if (cutBy[at] === undefined && !isSure && rule.vote(block, view) === false) cutBy[at] = rule;
    }
  }
  return cutBy;
}

/** The probabilities of what no rule cuts but the one that is spared. */
function left(probabilities: Float64Array, cutBy: readonly (Rule | undefined)[], spared?: Rule): Float64Array {
  const values = new Float64Array(probabilities.length);
  for (let at = 0; at < cutBy.length; at += 1) {
    if (cutBy[at] === undefined || cutBy[at] === spared) values[at] = probabilities[at] as number;
  }
  return values;
}

/** No more words than these can be expected, copies among them. */
function mostWords(probabilities: Float64Array, words: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < probabilities.length; at += 1) sum += (probabilities[at] as number) * (words[at] as number);
  return sum;
}

function reasonsFor(cutBy: readonly (Rule | undefined)[], spared: Rule | undefined, copies: Uint8Array): string[] {
  const reasons: string[] = [];
  for (let at = 0; at < cutBy.length; at += 1) {
    const rule = cutBy[at];
    if (rule !== undefined && rule !== spared) reasons.push(`rule:${rule.name}`);
    else reasons.push(copies[at] === 1 ? 'rule:duplicate' : 'model');
  }
  return reasons;
}
