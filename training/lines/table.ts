/** Examples → the rows of the training table, by the product's own code. */
import { CONTEXT_FEATURES, contextFeatures } from '../../src/plain/line-model/context.ts';
import { LINE_FEATURES, lineFeatures } from '../../src/plain/line-model/features.ts';
import { isSure, putChances } from '../../src/plain/line-model/line-model.ts';
import { settledChances, settledClasses } from '../../src/plain/line-model/settled.ts';
import { readLines } from '../../src/plain/lines/line.ts';
import type { Role } from '../../src/plain/roles/role.ts';
import { codeByForm } from '../../src/plain/roles/roles-by-form.ts';
import { cachedTables } from './cached-tables.ts';
import { foldOf } from './folds.ts';
import { type Label, labelLines } from './label.ts';
import type { Example } from './truth.ts';

/** A text with what is known of its lines; `asked` are those that the model is asked about. */
export interface Sheet {
  readonly settled: Int8Array;
  readonly asked: readonly number[];
  readonly put: Put;
  readonly layout: Uint16Array;
  readonly labels: readonly Label[];
  readonly fold: number;
}

/** Rows as columns of numbers, for Python. */
export interface Rows {
  readonly width: number;
  readonly features: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
  readonly folds: Uint8Array;
  readonly isReal: Uint8Array;
}

/** The tables of the text are those that the product finds in it, so that the model meets what was overlooked as it will in use. */
export function sheetOf(example: Example): Sheet {
  const { text } = example;
  const lines = readLines(text);
  const roles: Role[] = [];
  for (const { start, end } of cachedTables({ text, lines, code: codeByForm(lines) }))
    for (let at = start; at < end; at += 1) roles[at] = 'row';
  const settled = settledClasses(lines, roles);
  const asked = lines.flatMap((_, at) => (settled[at] === -1 ? [at] : []));
  return {
    settled,
    asked,
    labels: labelLines(lines, example),
    fold: foldOf(example.article),
    ...lineFeatures(lines, (at) => roles[at] === 'row'),
  };
}

/** The rows of the first look: every line asked about. */
export function firstRows(sheets: readonly Sheet[], real: number): Rows {
  return rowsOf(sheets, real, LINE_FEATURES.length, ({ asked, put }) => ({ asked, put }));
}

/** The rows of the second look: the lines of which the first one, whose scores are given, was not sure. */
export function secondRows(sheets: readonly Sheet[], real: number, scores: Float64Array): Rows {
  let from = 0;
  const width = LINE_FEATURES.length + CONTEXT_FEATURES.length;
  return rowsOf(sheets, real, width, ({ settled, asked, layout, put }) => {
    const chances = settledChances(settled);
    for (const [row, at] of asked.entries()) putChances(chances, at, scores, from + row);
    from += asked.length;
    const putContext = contextFeatures(chances, layout);
    return {
      asked: asked.filter((at) => !isSure(chances, at)),
      put: (at, table, to) => {
        put(at, table, to);
        putContext(at, table, to + LINE_FEATURES.length);
      },
    };
  });
}

type Put = (line: number, table: Float32Array, to: number) => void;

function rowsOf(
  sheets: readonly Sheet[],
  real: number,
  width: number,
  make: (sheet: Sheet) => { asked: readonly number[]; put: Put },
): Rows {
  const parts = sheets.map(make);
  const count = parts.reduce((sum, { asked }) => sum + asked.length, 0);
  const rows = {
    width,
    features: new Float32Array(count * width),
    labels: new Uint8Array(count),
    weights: new Float32Array(count),
    folds: new Uint8Array(count),
    isReal: new Uint8Array(count),
  };
  let to = 0;
  for (const [n, { asked, put }] of parts.entries()) {
    const { labels, fold } = sheets[n] as Sheet;
    for (const line of asked) {
      put(line, rows.features, to * width);
      const { is, weight } = labels[line] as Label;
      rows.labels[to] = is;
      rows.weights[to] = weight;
      rows.folds[to] = fold;
      rows.isReal[to] = n < real ? 1 : 0;
      to += 1;
    }
  }
  return rows;
}
