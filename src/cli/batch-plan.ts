/** Flags of batches → what they mean. Throws a Stop on what cannot be meant. */
import type { Wanted } from '../batch/filters/accept.ts';
import { isLanguageRange } from '../batch/filters/accept.ts';
import type { Dedupe } from '../batch/filters/dedupe.ts';
import { readShard, type Shard } from '../batch/filters/shard.ts';
import { usage } from './stop.ts';

export interface BatchPlan {
  readonly wanted: Wanted;
  readonly dedupe?: Dedupe;
  readonly siteBoilerplate: boolean;
  readonly shard?: Shard;
  readonly dryRun: boolean;
  readonly reportHtml?: string;
  readonly progress: boolean;
  readonly logFormat: 'text' | 'json';
}

export function batchPlanOf(given: Readonly<Record<string, unknown>>): BatchPlan {
  const { minWords, minConfidence, lang, dedupe, shard, reportHtml } = given as Given;
  const languages = lang ?? [];
  const wrong = languages.find((range) => !isLanguageRange(range));
  if (wrong !== undefined) throw usage(`--lang takes language tags such as en or zh-Hant, not '${wrong}'`);
  return {
    wanted: {
      ...(minWords === undefined ? {} : { minWords: wordsOf(minWords) }),
      ...(minConfidence === undefined ? {} : { minConfidence: confidenceOf(minConfidence) }),
      ...(languages.length === 0 ? {} : { languages }),
    },
    ...(dedupe === undefined ? {} : { dedupe }),
    siteBoilerplate: given.siteBoilerplate === true,
    ...(shard === undefined ? {} : { shard: shardOf(shard) }),
    dryRun: given.dryRun === true,
    ...(reportHtml === undefined ? {} : { reportHtml }),
    progress: given.progress === true,
    logFormat: given.logFormat === 'json' ? 'json' : 'text',
  };
}

interface Given {
  readonly minWords?: string;
  readonly minConfidence?: string;
  readonly lang?: readonly string[];
  readonly dedupe?: Dedupe;
  readonly shard?: string;
  readonly reportHtml?: string;
}

function wordsOf(written: string): number {
  if (!/^\d{1,9}$/.test(written)) throw usage(`--min-words takes a number of words, not '${written}'`);
  return Number(written);
}

function confidenceOf(written: string): number {
  const confidence = Number(written);
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(written) || confidence > 1) {
    throw usage(`--min-confidence takes a number from 0 to 1, not '${written}'`);
  }
  return confidence;
}

function shardOf(written: string): Shard {
  const shard = readShard(written);
  if (shard === undefined) throw usage(`--shard takes K/N with K from 1 to N, as in 3/16, not '${written}'`);
  return shard;
}
