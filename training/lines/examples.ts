/** Where the training texts come from: the flat-text benchmark, and simulated printings of the corpus. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Phrases, seeded, simulate } from './simulate.ts';
import type { Example, TruthBlock } from './truth.ts';

const SHARED = '../shared';

const jsonLines = (text: string): Record<string, never>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Every text of the benchmark with its truth. */
export function benchmarkExamples(): Example[] {
  const folder = join(SHARED, 'bench/flat');
  const truths = new Map(
    jsonLines(readFileSync(join(folder, 'truth.jsonl'), 'utf8')).map((truth) => [truth.doc as string, truth]),
  );
  return jsonLines(readFileSync(join(folder, 'items.jsonl'), 'utf8')).map((item) => {
    const truth = truths.get(item.doc) as unknown as { path: string; url: string; blocks: TruthBlock[] };
    const absent = new Set(((item.absent ?? []) as (string | number)[]).map(String));
    return { article: truth.path || truth.url || item.doc, id: item.id, text: item.text, blocks: truth.blocks, absent };
  });
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
  const documents = jsonLines(packed.toString('utf8')) as unknown as CorpusDocument[];
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
