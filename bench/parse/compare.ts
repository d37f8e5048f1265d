/** One source, parsed by parse5 and by us. */
import { parse } from 'parse5';
import { createParser } from '../../src/tree/parser/parse.ts';
import { firstDifference, linesOfParse5, linesOfTree } from './tree-lines.ts';

export interface Compared {
  readonly runs: number;
  readonly differences: readonly string[];
}

const parser = createParser();
const encoder = new TextEncoder();

/** The first difference, if there is one, and our lines. */
export function compare(source: string, scripting: boolean): { difference?: string; lines: readonly string[] } {
  const theirs = linesOfParse5(parse(source.replace(/^\ufeff/, ''), { scriptingEnabled: scripting }));
  try {
    const lines = linesOfTree(parser(encoder.encode(source), { scripting }));
    const difference = firstDifference(lines, theirs);
    return difference === undefined ? { lines } : { difference, lines };
  } catch (error) {
    return { difference: String((error as Error).stack), lines: [] };
  }
}
