/** Forms of numbers, and all ways to read a run of figures and signs as numbers of such forms, one behind the other. */

/** A number as it may stand in a run: where it ends, what form it has, and how large it is. */
export interface Piece {
  readonly end: number;
  readonly form: string;
  /** Decimal logarithm, 0 for what is less than 1. */
  readonly size: number;
  /** What speaks against the number by itself. */
  readonly odd: number;
}

/** One way to read a run: its numbers in order. */
export type Reading = readonly Piece[];

/** What speaks against forms by themselves. */
export function costOfForms(forms: readonly string[]): number {
  const each = forms.reduce(
    (sum, form) =>
      sum + (COSTS.find(([part]) => (part === '%' ? form.startsWith(part) : form.includes(part)))?.[1] ?? 0),
    0,
  );
  // One table hardly parts thousands in two ways.
  const marks = new Set(forms.flatMap((form) => /groups(.)/.exec(form)?.[1] ?? []));
  return each + new Set(forms).size * COST_OF_FORM + Math.max(0, marks.size - 1) * COST_OF_MARK;
}
/** In powers of ten that the sizes of a column may be apart. */
const COST_OF_FORM = 0.2;
const COST_OF_MARK = 0.5;
const COSTS: readonly (readonly [string, number])[] = [
  ['short', 0.6],
  ['some', 0.7],
  ['year', -0.5],
  // Few languages write the sign of shares first.
  ['%', 0.25],
  ['.3', 1],
  [',3', 1],
];

const BODIES: readonly { readonly form: string; readonly pattern: RegExp; readonly needs: RegExp }[] = [
  { form: 'time', pattern: /(?:[01]\d|2[0-4]):[0-5]\d/y, needs: /:/ },
  { form: 'short time', pattern: /(?:1?\d|2[0-4]):[0-5]\d/y, needs: /:/ },
  { form: 'minutes', pattern: /[0-5]\d:[0-5]\d/y, needs: /[3-5]\d:/ },
  { form: 'year', pattern: /(?:19|20)\d\d/y, needs: /\d{4}/ },
  { form: 'day', pattern: /[0-3]\d([./-])[01]\d\1(?:19|20)\d\d|(?:19|20)\d\d-[01]\d-[0-3]\d/y, needs: /\d[./-]\d/ },
  { form: 'short day', pattern: /[1-3]?\d([./-])1?\d\1(?:19|20)\d\d/y, needs: /\d[./-]\d/ },
  { form: 'hours', pattern: /(?:[01]?\d|2[0-4]):[0-5]\d[–-](?:[01]?\d|2[0-4]):[0-5]\d/y, needs: /:\d\d[–-]/ },
  //   8,45,210     as the lakhs and crores of India are grouped
  { form: 'groups,India', pattern: /[1-9]\d?(?:,\d\d)+,\d{3}/y, needs: /\d,\d\d,\d{3}/ },
  { form: 'result', pattern: /(?:0|[1-9]\d{0,2})-(?:0|[1-9]\d{0,2})(?!\d)/y, needs: /\d-\d/ },
  //   22.6.
  { form: 'day alone', pattern: /(?:[12]?\d|3[01])\.(?:1[0-2]|[1-9])\.(?!\d{4})/y, needs: /\d\.\d{1,2}\.\d/ },
  { form: 'range', pattern: /[1-9]\d{0,2}–[1-9]\d{0,2}(?!\d)/y, needs: /\d–\d/ },
  ...['\\.', ','].flatMap((mark) =>
    ['1', '2', '3', 'some'].map((digits) => ({
      form: `decimal${mark.at(-1)}${digits}`,
      pattern: new RegExp(
        digits === 'some'
          ? `(?:0|[1-9]\\d{0,2})(?:${mark}\\d{1,2})?`
          : `(?:0|[1-9]\\d{0,${digits === '3' ? 1 : 4}})${mark}\\d{${digits}}`,
        'y',
      ),
      needs: new RegExp(`\\d${mark}\\d`),
    })),
  ),
];

/** Marks between groups of three figures, and those of decimals that stand beside them. */
const GROUPINGS = [
  { form: '.', mark: '.', decimal: ',', needs: /\d\.\d{3}/ },
  { form: ',', mark: ',', decimal: '.', needs: /\d,\d{3}/ },
  { form: ' ', mark: ' \u00a0\u202f', decimal: '.,', needs: /\d[ \u00a0\u202f]\d{3}/ },
  { form: '’', mark: "'’", decimal: '.', needs: /\d['’]\d{3}/ },
] as const;

const MOST_DIGITS = 5;
const SIGN = /[+±−-]/;
const BEFORE = /[\p{Sc}%~]/u;
const BEHIND = /[ \u00a0\u202f]?(?:%|\p{Sc})/uy;

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/** Thousands are grouped, or have no decimals; shares are seldom above a hundred. */
const ODD_LENGTH = 0.5;
const ODD_SHARE = 0.3;
const VERY_ODD_SHARE = 1.5;

const oddShare = (sign: string, size: number): number =>
  !sign.endsWith('%') || size <= 2 ? 0 : size < 3 ? ODD_SHARE : VERY_ODD_SHARE;

/** How large a number is: the figures before its decimals; of a date, a time or a range the first. */
function sizeOf(text: string, form: string): number {
  if (form.startsWith('groups')) return Number(text.replace(/[.,]\d\d$/, '').replace(/\D/g, ''));
  return Number(/^\d+/.exec(text)?.[0] ?? 0);
}

/** The numbers that may begin at an index. */
function piecesAt(run: string, from: number, all: string): Piece[] {
  let at = from;
  let before = '';
  if (BEFORE.test(run[at] ?? '')) {
    before = run[at] as string;
    at += 1;
  }
  if (at === from || before !== '%') if (SIGN.test(run[at] ?? '')) at += 1;
  if (!before && BEFORE.test(run[at] ?? '')) {
    before = run[at] as string;
    at += 1;
  }
  const pieces: Piece[] = [];
  const put = (form: string, end: number) => {
    const figures = /^\d+/.exec(run.slice(at, end))?.[0] ?? '';
    const size = Math.log10(Math.max(1, sizeOf(run.slice(at, end), form)));
    const most = form === 'whole' ? 4 : form.startsWith('decimal') ? 3 : MOST_DIGITS;
    const odd = figures.length > most ? ODD_LENGTH : 0;
    pieces.push({ end, form: `${before}${form}`, size, odd });
    BEHIND.lastIndex = end;
    const behind = before === '' ? BEHIND.exec(run)?.[0] : undefined;
    if (behind !== undefined) {
      pieces.push({ end: end + behind.length, form: `${form}${behind}`, size, odd: odd + oddShare(behind, size) });
    }
  };
  for (const { form, pattern, needs } of BODIES) {
    if (!needs.test(all)) continue;
    pattern.lastIndex = at;
    const end = at + (pattern.exec(run)?.[0].length ?? 0);
    if (end > at) put(form, end);
  }
  for (const { form, mark, decimal, needs } of GROUPINGS) {
    if (!needs.test(all) || run[at] === '0') continue;
    for (let first = 1; first <= 3 && isDigit(run, at + first - 1); first += 1)
      for (let end = at + first; ; end += 4) {
        put(`groups${form}`, end);
        if (decimal.includes(run[end] ?? '-') && isDigit(run, end + 1) && isDigit(run, end + 2))
          put(`groups${form}2`, end + 3);
        if (!mark.includes(run[end] ?? '-') || ![1, 2, 3].every((step) => isDigit(run, end + step))) break;
      }
  }
  if (run[at] === '0' && isDigit(run, at + 1)) return pieces;
  for (let digits = 1; digits <= MOST_DIGITS; digits += 1) {
    if (!isDigit(run, at + digits - 1)) break;
    put('whole', at + digits);
  }
  return pieces;
}

/** The numbers that may stand in a run, by the index at which they begin. @param all the runs of all rows: a form that none shows is not looked for */
export const piecesOf = (run: string, all: string): Piece[][] =>
  Array.from({ length: run.length }, (_, at) => piecesAt(run, at, all));

/** All ways to read a run as so many numbers; nothing where there are more than `most`. */
export function readingsOf(pieces: readonly (readonly Piece[])[], count: number, most: number): Reading[] | undefined {
  let open: { at: number; read: Piece[] }[] = [{ at: 0, read: [] }];
  for (let read = 1; read <= count; read += 1) {
    const next: typeof open = [];
    for (const reading of open)
      for (const piece of pieces[reading.at] ?? [])
        if ((piece.end === pieces.length) === (read === count))
          next.push({ at: piece.end, read: [...reading.read, piece] });
    if (next.length > most) return undefined;
    open = next;
  }
  return open.map(({ read }) => read);
}
