/** Forms of figures that hardly any cell has: two numbers that were taken for one, and halves of one. */

interface Oddity {
  readonly form: RegExp;
  /** What speaks against such a cell, in log-odds. */
  readonly cost: number;
}

const ODDITIES: readonly Oddity[] = [
  //   €                 a sign without its amount
  { form: /^(?:\p{Sc}|[%‰])$/u, cost: 4 },
  { form: /^\+$/, cost: 1 },
  //   25 | 00 rupees
  { form: /^0\d+\s\p{L}/u, cost: 2 },
  //   May | –July     May– | July
  { form: /^[–—][\p{L}\d]/u, cost: 3 },
  { form: /[\p{L}\p{M}\d][–—]$/u, cost: 3 },
  //   PureCel | ®Plus
  { form: /^[®™℠]/, cost: 4 },
  //   ++1.6
  { form: /^[+±−-]{2}\d/, cost: 3 },
  //   €78.0%            an amount of money is no share
  { form: /^\p{Sc}\s?[\d.,]+\s?%/u, cost: 4 },
  //   €926 8.545 €      two amounts, but for ranges
  { form: /^[^–—-]*\p{Sc}[^\p{L}–—-]*\p{Sc}/u, cost: 3 },
  { form: /^[^\p{L}–—-]*%[^\p{L}–—/-]*\d\s?%/u, cost: 2 },
  //   60,6124           more decimals than most have, and more than three figures in a group
  { form: /(?<![\d.,])(?:[1-9]\d*)[.,]\d{4,}(?!\d)/, cost: 2.5 },
  { form: /\d[ \u00a0\u202f]\d{4,}/, cost: 2 },
  //   9268.545          a group behind figures that are none
  { form: /\d{4,}[.,]\d{3}(?!\d)/, cost: 1.5 },
  //   2259.2
  { form: /\d{4,}[.,]\d{1,2}(?!\d)/, cost: 0.8 },
  //   9727.8%           387.6%
  { form: /\d{4,}(?:[.,]\d+)?\s?%/, cost: 1.5 },
  { form: /(?<![\d.,])\d{3}[.,]\d+\s?%/, cost: 0.5 },
  //   66018:35          18:355
  { form: /\d{3,}:\d{2}/, cost: 3 },
  { form: /\d:\d{3,}/, cost: 2 },
  //   0360.9            012 €
  { form: /(?<![\d.,:/–-])0\d+(?:[.,]\d(?!\d[–-])|\s?(?:%|\p{Sc}))/u, cost: 2 },
  //   410–18            4 | 10–18 rather than 41 | 0–18
  { form: /^0[–-]\d{2}$/, cost: 1 },
  //   20221–25
  { form: /(?<![\d.,])\d{5,}[–-]\d{1,2}(?!\d)/, cost: 2 },
  //   C73 %             a mark or a grade before a number
  { form: /^\p{Lu}[+-]?\d+(?:[.,]\d+)?\s?%/u, cost: 1.5 },
  { form: /^[✓✔✗✘☑☒★☆●○][\p{L}\d]/u, cost: 2 },
];

/** Without one of these no cell is odd: most are words. */
const MAY_BE_ODD = /[\d+%‰–—®™℠✓✔✗✘☑☒★☆●○\p{Sc}]/u;
const RANGE = /^(\d{1,6})\s?[–-]\s?(\d{1,6})$/;
/** Results of games go down as well. */
const DOWNWARD = 1;
/** Longer cells are text, whatever figures are in it. */
const LONGEST = 24;

/** How much speaks against a cell of this text by itself, in log-odds: 0 for most. */
export function oddityOf(cell: string): number {
  if (cell.length > LONGEST || !MAY_BE_ODD.test(cell)) return 0;
  let cost = 0;
  for (const oddity of ODDITIES) if (oddity.form.test(cell)) cost += oddity.cost;
  const range = RANGE.exec(cell);
  return range !== null && Number(range[1]) > Number(range[2]) ? cost + DOWNWARD : cost;
}
