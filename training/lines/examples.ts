/** Where the training texts come from: the flat-text benchmark, and simulated printings of the corpus. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cached.ts';
import type { Phrases } from './clutter.ts';
import { blocksOf } from './markdown.ts';
import { pick, seeded } from './random.ts';
import { printAll, simulate } from './simulate.ts';
import type { Example, TruthBlock } from './truth.ts';
import { hostOf } from './web.ts';

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

/** The sites that the benchmark has pages of. */
export function benchmarkHosts(): Set<string> {
  const truths = jsonLines<Truth>(readFileSync(join(SHARED, 'bench/flat/truth.jsonl'), 'utf8'));
  return new Set(truths.filter(({ url }) => url).map(({ url }) => hostOf(url)));
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

interface Language {
  readonly name: string;
  readonly phrases: Omit<Phrases, 'titles'>;
  /** By the source of the documents: what a page names as related speaks of the same things. */
  readonly titles: Readonly<Record<string, readonly string[]>>;
  readonly documents: readonly {
    readonly source: string;
    readonly article: string;
    readonly blocks: readonly TruthBlock[];
  }[];
}

/** `perLanguage` documents of each language, each printed `printings` times; the same seed gives the same texts. */
export function simulatedExamples(perLanguage: number, printings: number, seed: number): Example[] {
  const languages = cached(`corpus-titles-${perLanguage}-${seed}`, () => readCorpus(perLanguage, seed));
  const random = seeded(seed);
  const drafts = languages.flatMap(({ name, phrases, titles, documents }) =>
    documents.flatMap(({ source, article, blocks }) =>
      Array.from({ length: printings }, (_, n) =>
        simulate(
          article,
          `${name}:${article}#${n}`,
          blocks,
          { ...phrases, titles: titles[source] as readonly string[] },
          random,
        ),
      ),
    ),
  );
  return printAll('corpus', drafts, random);
}

/** Documents by chance, those with a title and blocks under it. */
function readCorpus(perLanguage: number, seed: number): Language[] {
  const packed = execFileSync('xz', ['-dc', join(SHARED, 'corpora/courses.jsonl.xz')], { maxBuffer: 1 << 30 });
  const byLanguage = new Map<string, CorpusDocument[]>();
  for (const document of jsonLines<CorpusDocument>(packed.toString('utf8')))
    byLanguage.set(document.lang, [...(byLanguage.get(document.lang) ?? []), document]);
  const random = seeded(seed);
  return [...byLanguage].flatMap(([name, all]): Language[] => {
    const phrases = phrasesOf(all);
    const titles = Object.fromEntries(
      [...new Set(all.map(({ source }) => source))].map((source) => [
        source,
        titlesOf(all.filter((document) => document.source === source)),
      ]),
    );
    const isPoor = [...Object.values(phrases), ...Object.values(titles)].some((list) => list.length === 0);
    if (isPoor) return [];
    const documents = Array.from({ length: perLanguage }, () => {
      const { markdown, source, path } = pick(random, all);
      const blocks = blocksOf(markdown);
      const start = blocks.findIndex((block) => block.type === 'heading' && block.level === 1);
      return { source, article: `${source}/${path}`, blocks: start === -1 ? [] : blocks.slice(start) };
    });
    return [{ name, phrases, titles, documents: documents.filter(({ blocks }) => blocks.length >= FEWEST) }];
  });
}

const FEWEST = 4;
/** Of a language, the documents whose phrases are picked: spread over all. */
const SPOKEN = 60;

function phrasesOf(documents: readonly CorpusDocument[]): Omit<Phrases, 'titles'> {
  const short = new Set<string>();
  const sentences = new Set<string>();
  const step = Math.max(1, Math.floor(documents.length / SPOKEN));
  for (const { markdown } of documents.filter((_, at) => at % step === 0)) {
    for (const [, text = ''] of markdown.matchAll(/^(?:#{1,6}|[-*]) +([^[\]*`|<>{}\n]+)$/gm)) {
      const words = text.trim().split(/\s+/).length;
      if (words <= 5 && text.length <= 36 && !/[.:。：।]$/.test(text)) short.add(text.trim());
    }
    for (const [text] of markdown.matchAll(/^\p{L}[^[\]*`|<>{}\n]{18,90}[.!。।]$/gmu)) sentences.add(text);
    for (const [, text = ''] of markdown.matchAll(/[.!?。।] (\p{L}[^[\]*`|<>{}\n.!?。।]{18,80}[.!。।])/gu))
      sentences.add(text);
  }
  if (sentences.size === 0) for (const text of short) sentences.add(text);
  return { short: [...short], sentences: [...sentences] };
}

/** The titles of documents, and headings long enough to be one. */
function titlesOf(documents: readonly CorpusDocument[]): string[] {
  const titles = new Set<string>();
  for (const { markdown } of documents) {
    for (const [, hashes = '', text = ''] of markdown.matchAll(/^(#{1,6}) +([^[\]*`|<>{}\n]+)$/gm))
      if ((hashes.length === 1 || text.length > 32) && text.length <= 90 && !/[.:。：।]$/.test(text))
        titles.add(text.trim());
  }
  return [...titles];
}
