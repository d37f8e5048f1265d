/** What of a page is the article, by rules alone: the way where there is no model. */
import type { Verdict } from '../document.ts';
import type { Tree } from '../tree/node.ts';
import { weightOf } from '../words.ts';
import { aroundHeadline } from './around-headline.ts';
import type { Block } from './block.ts';
import { decide } from './decide.ts';
import { holdersOf } from './holders.ts';
import { focus, isGood, type PageView, viewPage } from './page-view.ts';
import { boilerplateName } from './rules/boilerplate-name.ts';
import { consent } from './rules/consent.ts';
import { frameElement } from './rules/frame-element.ts';
import { hidden } from './rules/hidden.ts';
import { ALWAYS, PLAIN_RULES, RULES } from './rules/index.ts';
import { linkColumn } from './rules/link-column.ts';
import { isLinks, linkDensity } from './rules/link-density.ts';
import type { Rule } from './rules/rule.ts';

export interface Decision {
  readonly verdicts: readonly Verdict[];
  readonly confidence: number;
}

/** What these cut does not count when the main container is looked for. */
const FIRST: readonly Rule[] = [hidden, frameElement, boilerplateName];
/** With this many times the text of the rest in lines of links, the links are the content: a list of works, of products. */
const INDEX = 0.3;
/** A rule that would take more of the page's good text than this has misread the page. */
const TAKES_MOST = 0.5;
/** Below this many characters the rules took too much: the page has no long text, and the short one is its content. */
const TOO_LITTLE = 140;
/** Of so little, links and notices are a large part. */
const LITTLE = 400;

export interface RuleOptions {
  readonly fullPage: boolean;
  /** Where text stands on this page says little of what it is. */
  readonly isPlain: boolean;
}

export function extractByRules(tree: Tree, blocks: readonly Block[], { fullPage, isPlain }: RuleOptions): Decision {
  const whole = viewPage(tree, blocks, holdersOf(tree, blocks));
  const first = FIRST.filter((rule) => !takesMost(whole, rule));
  const page = focus(whole, (block) => first.some((rule) => rule.vote(block, whole) === false));
  const verdicts = fullPage
    ? decide(page, trusted(ALWAYS, first))
    : choose(page, trusted(isPlain ? PLAIN_RULES : RULES, first));
  return { verdicts, confidence: confidenceOf(blocks, verdicts, fullPage) };
}

/** The rules without those of the first ones that this page does not bear out. */
const trusted = (rules: readonly Rule[], first: readonly Rule[]): Rule[] =>
  rules.filter((rule) => first.includes(rule) || !FIRST.includes(rule));

/** Decides, and decides again where the rules turn out to take the content itself. */
function choose(page: PageView, rules: readonly Rule[]): readonly Verdict[] {
  let verdicts = decide(page, rules);
  let linked = 0;
  let told = 0;
  for (let at = 0; at < verdicts.length; at += 1) {
    const { keep, by, text } = verdicts[at] as Verdict;
    const block = page.blocks[at];
    if (block !== undefined && isLinks(block) && (keep || by === `rule:${linkDensity.name}`)) linked += text.length;
    else if (keep) told += text.length;
  }
  if (linked > told * INDEX) {
    verdicts = decide(
      page,
      rules.filter((rule) => rule !== linkDensity),
    );
  }
  const length = lengthOf(verdicts);
  if (length >= TOO_LITTLE) return length < LITTLE ? aroundHeadline(page, verdicts) : verdicts;
  const recalled = decide(page, [hidden, consent, frameElement, linkColumn]);
  return lengthOf(recalled) > 0 ? aroundHeadline(page, recalled) : verdicts;
}

function takesMost(page: PageView, rule: Rule): boolean {
  let all = 0;
  let taken = 0;
  for (const block of page.blocks) {
    if (!isGood(block) || page.isInFrame(block)) continue;
    all += block.text.length;
    if (rule.vote(block, page) === false) taken += block.text.length;
  }
  return taken > all * TAKES_MOST;
}

const lengthOf = (verdicts: readonly Verdict[]): number =>
  verdicts.reduce((sum, { keep, text }) => sum + (keep ? weightOf(text) : 0), 0);

/** The share of the page's good text that was kept, and how much there is of it. */
function confidenceOf(blocks: readonly Block[], verdicts: readonly Verdict[], fullPage: boolean): number {
  if (fullPage) return 1;
  let good = 0;
  let kept = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (!isGood(block)) continue;
    good += block.text.length;
    if (verdicts[at]?.keep) kept += block.text.length;
  }
  const share = good === 0 ? 0.3 : kept / good;
  return Math.round(Math.min(0.95, share * Math.min(1, 0.5 + kept / 2000)) * 100) / 100;
}
