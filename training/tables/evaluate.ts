/**
 * Answers the flat benchmark with table models that are not those of the product, for figures of texts that they have not learned
 * from: those of one fold, or all. Usage: evaluate.js FLAT PREFIX WORDS OUT [PART PARTS]
 * PREFIX-seams.trees, PREFIX-second.trees and PREFIX-judge.trees come from train.py, WORDS from words.ts; PART of PARTS takes every
 * PARTS-th text.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { blocksOf } from '../../bench/blocks.ts';
import { convertPage, parts } from '../../bench/convert-page.ts';
import { readTrees } from '../../src/model/packed-trees.ts';
import { readWordModel } from '../../src/model/words.ts';

const [flat = '', prefix = '', folder = '', out = '', part = '0', parted = '1'] = process.argv.slice(2);
const trees = (name: string) => readTrees(readFileSync(`${prefix}-${name}.trees`, 'utf8').trim());
const words = new Map(
  readdirSync(folder).map((name) => {
    const packed = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as string;
    return [name.replace('.json', ''), readWordModel(packed)];
  }),
);
const tables = { seams: trees('seams'), second: trees('second'), judge: trees('judge'), runs: trees('runs') };
const lines = readFileSync(`${flat}/items.jsonl`, 'utf8').split('\n').filter(Boolean);
const answers = lines
  .filter((_, at) => at % Number(parted) === Number(part))
  .map((line) => {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const document = convertPage({ id, body: text }, { from: 'text' }, { ...parts, tables, words });
    return JSON.stringify({ id, blocks: document === undefined ? [] : blocksOf(document.body) });
  });
writeFileSync(out, `${answers.join('\n')}\n`);
