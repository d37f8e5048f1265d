/** What readers wrote under an article where nothing is called a comment: lines of one form that say when, with text between them. */
import { parent, tag } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';
import { factsOf } from '../element-facts.ts';
import { formOf } from './form-of.ts';
import { firstBehind } from './kept-text.ts';
import type { Draft } from './structures.ts';

const DIGIT = /\p{Nd}/u;
const LONGEST = 110;
const HOURS = /(\d)\s?[hH時时点點시]\s?(?=\d\d)/g;
const YEARS = /(\d{4})\s?[年년]/g;
/** On the form of a text: `12:40`, `2h05`, `10時30分`; and there are any other two numbers beside it, a day and a year. */
const CLOCK = /(?:^|[^1])11?[:：]11(?!1)/g;
const NUMBERS = /1+/g;
/** `5 May 2024`, `2024年5月5日`, `۱۴۰۳/۰۸/۱۳`: a year beside a day, or numbers alone. */
const DATE = /(?:^|[^1])11?[am\s.,/-]{1,14}1111(?!1)|1111[./-]\s?11?(?!1)|1[./-]11?[./-]11/;
const LONGEST_DATE = 80;
const MOST_NUMBERS = 4;

/** So many such lines, and nearly all of them with so much text behind. */
const LEAST_LINES = 3;
const LEAST_TEXT = 15;
const PARTED = 0.7;
/** Entries of a live report have headlines. */
const HEADLINES = nameSet('h1 h2 h3');
/** So many letters of likely paragraphs before them are an article. */
const LEAST_ARTICLE = 300;
const LIKELY = 0.5;
const PARAGRAPH = 80;
/**
 * What is said behind them is so much less likely than the article, where they tell the hour and where the day alone: lists of
 * what was published are dated, too. Cross-validated: F1 of WCXB .8903 to .8911, of its articles .9630 to .9642, and P/R of
 * dragnet .934/.920 to .949/.918, of page-signal .945/.985 to .950/.985.
 */
const GAP = 0.03;
const GAP_OF_DAYS = 0.1;
const SAID = 40;

/**
 * For pages that are surely articles: the posts of a forum are signed as comments are. So is its first post, and the first of the
 * entries of a list: where a line of that form stands before the article, nothing is cut.
 */
export function cutReplies(draft: Draft): void {
  const { tree, blocks, keep, set } = draft;
  const start = firstBehind(blocks, keep, LEAST_ARTICLE);
  if (start === -1) return;
  const { classes } = factsOf(tree);
  const kinds = new Map<string, number[]>();
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    const kind = kindOf(text);
    if (kind === undefined) continue;
    const key = `${kind} ${tag(tree, element)} ${classes[element]} ${tag(tree, parent(tree, element))}`;
    const lines = kinds.get(key);
    if (lines === undefined) kinds.set(key, [at]);
    else lines.push(at);
  }
  let sums: Sums | undefined;
  let first = blocks.length;
  for (const [key, lines] of kinds) {
    const [line = 0] = lines;
    if (lines.length < LEAST_LINES || line < start || line >= first) continue;
    sums ??= sumUp(draft);
    if (areReplies(lines, key.startsWith('hour'), sums)) first = line;
  }
  for (let at = first; at < blocks.length; at += 1) if (keep[at] === 1) set(at, 0, 'reply');
}

function kindOf(text: string): 'hour' | 'day' | undefined {
  if (text.length > LONGEST || !DIGIT.test(text)) return undefined;
  const form = formOf(text.replace(HOURS, '$1:').replace(YEARS, '$1-'));
  const numbers = form.match(NUMBERS)?.length ?? 0;
  const clocks = form.match(CLOCK)?.length ?? 0;
  if (clocks > 0) return clocks === 1 && numbers > 2 ? 'hour' : undefined;
  return text.length <= LONGEST_DATE && numbers <= MOST_NUMBERS && DATE.test(form) ? 'day' : undefined;
}

/** Of all blocks before each: their characters and headlines, and of what is kept the letters and scores of what is long enough. */
interface Sums {
  readonly size: Float64Array;
  readonly titles: Float64Array;
  readonly likely: Float64Array;
  readonly paragraphs: Float64Array;
  readonly sure: Float64Array;
  readonly said: Float64Array;
  readonly told: Float64Array;
}

function sumUp({ tree, blocks, keep, scores }: Draft): Sums {
  const sum = (of: (block: Block, weight: number, score: number) => number): Float64Array => {
    const sums = new Float64Array(blocks.length + 1);
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at] as Block;
      const weight = keep[at] === 1 ? (weights[at] as number) : 0;
      sums[at + 1] = (sums[at] as number) + of(block, weight, scores[at] ?? 0);
    }
    return sums;
  };
  const weights = blocks.map(({ text }) => weightOf(text));
  return {
    size: sum(({ text }) => text.length),
    titles: sum(({ element }) => ofTag(HEADLINES, tree, element)),
    likely: sum((_, weight, score) => (weight >= PARAGRAPH && score >= LIKELY ? weight : 0)),
    paragraphs: sum((_, weight) => (weight >= PARAGRAPH ? weight : 0)),
    sure: sum((_, weight, score) => (weight >= PARAGRAPH ? weight * score : 0)),
    said: sum((_, weight) => (weight >= SAID ? weight : 0)),
    told: sum((_, weight, score) => (weight >= SAID ? weight * score : 0)),
  };
}

function areReplies(lines: readonly number[], tellsHour: boolean, sums: Sums): boolean {
  let parted = 0;
  let titled = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const [from, to] = [(lines[at - 1] as number) + 1, lines[at] as number];
    if (between(sums.size, from, to) >= LEAST_TEXT) parted += 1;
    if (between(sums.titles, from, to) > 0) titled += 1;
  }
  const gaps = lines.length - 1;
  if (parted < gaps * PARTED || (tellsHour && titled * 2 >= gaps)) return false;
  const [first = 0] = lines;
  if (between(sums.likely, 0, first) < LEAST_ARTICLE) return false;
  const article = between(sums.sure, 0, first) / between(sums.paragraphs, 0, first);
  const end = sums.said.length - 1;
  const said = between(sums.said, first, end);
  return said === 0 || between(sums.told, first, end) / said <= article - (tellsHour ? GAP : GAP_OF_DAYS);
}

const between = (sums: Float64Array, from: number, to: number): number => (sums[to] as number) - (sums[from] as number);
