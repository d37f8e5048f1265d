/** Where the training texts come from: the flat-text benchmark, and simulated printings of the corpus. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Phrases, seeded, simulate } from './simulate.ts';
import type { Example, TruthBlock } from './truth.ts';

const SHARED = '../shared';

const jsonLines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Every text of the benchmark with its truth. */
export function benchmarkExamples(): Example[] {
  const folder = join(SHARED, 'bench/flat');
  const truths = new Map(
    jsonLines<Truth>(readFileSync(join(folder, 'truth.jsonl'), 'utf8')).map((truth) => [truth.doc, truth]),
  );
  return jsonLines<FlatItem>(readFileSync(join(folder, 'items.jsonl'), 'utf8')).map(
    ({ doc, id, text, absent = [] }) => {
      const truth = truths.get(doc);
      if (truth === undefined) throw new Error(`${doc} has no truth`);
      const { path, url, blocks } = truth;
      return { article: path || url || doc, id, text, blocks, absent: new Set(absent.map(String)) };
    },
  );
}

interface Truth {
  readonly doc: string;
  readonly path: string;
  readonly url: string;
  readonly blocks: readonly TruthBlock[];
}

interface FlatItem {
  readonly doc: string;
  readonly id: string;
  readonly text: string;
  readonly absent?: readonly (string | number)[];
}

interface CorpusDocument {
  readonly lang: string;
  readonly source: string;
  readonly path: string;
  readonly markdown: string;
}

/** `perLanguage` documents of each language, each printed once; the same seed gives the same texts. */
export function simulatedExamples(perLanguage: number, seed: number): Example[] {
  const packed = execFileSync('xz', ['-dc', join(SHARED, 'corpora/courses.jsonl.xz')], { maxBuffer: 1 << 30 });
  const documents = jsonLines<CorpusDocument>(packed.toString('utf8'));
  const byLanguage = new Map<string, CorpusDocument[]>();
  for (const document of documents) byLanguage.set(document.lang, [...(byLanguage.get(document.lang) ?? []), document]);
  const examples: Example[] = [];
  for (const [language, all] of byLanguage) {
    const random = seeded(seed + examples.length);
    const phrases = phrasesOf(all);
    if (phrases.short.length === 0 || phrases.titles.length === 0) continue;
    for (let n = 0; n < perLanguage; n += 1) {
      const { markdown, source, path } = all[Math.floor(random() * all.length)] as CorpusDocument;
      const example = simulate(`${source}/${path}`, `${language}:${path}#${n}`, markdown, phrases, random);
      if (example !== undefined) examples.push(example);
    }
  }
  return examples;
}

function phrasesOf(documents: readonly CorpusDocument[]): Phrases {
  const short = new Set<string>();
  const titles = new Set<string>();
  for (const { markdown } of documents.slice(0, 60)) {
    for (const [, text = ''] of markdown.matchAll(/^(?:#{1,6}|[-*]) +([^[\]*`|<>{}\n]+)$/gm)) {
      const words = text.trim().split(/\s+/).length;
      if (words <= 4 && text.length <= 32 && !/[.:。：।]$/.test(text)) short.add(text.trim());
      else if (text.length <= 90 && !/[.:。：।]$/.test(text)) titles.add(text.trim());
    }
  }
  return { short: [...short], titles: [...titles] };
}
