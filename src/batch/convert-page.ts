/** One page → one result, never a throw: what a worker does, and the main thread where there is one page alone. */
import { convert } from '../convert.ts';
import type { Document } from '../document.ts';
import { loadParts, needs, type PartName, type Parts } from '../parts.ts';
import { directMarkdown } from '../writers/direct-markdown.ts';
import { now } from './clock.ts';
import { refusal } from './filters/accept.ts';
import type { Result } from './result.ts';
import { explain, summarise } from './summary.ts';
import { commonOf, missed, optionsFor, type Task, type Work } from './task.ts';

export async function convertPage(task: Task, work: Work, parts: PartStore): Promise<Result> {
  const start = now();
  const { page, kind } = task;
  const ms = (): number => Math.round((now() - start) * 10) / 10;
  const options = optionsFor(work.options, kind);
  const common = commonOf(task);
  try {
    const loaded = await parts.load(needs(page, options));
    const { siteTexts } = task;
    const document = convert(
      page,
      options,
      siteTexts === undefined ? loaded : { ...loaded, siteTexts: new Set(siteTexts) },
    );
    const { quality, metadata } = document;
    const told = {
      ...common,
      kind: document.input.kind,
      ...(metadata.language === undefined ? {} : { language: metadata.language.value }),
      confidence: quality.confidence,
      words: quality.facts.words,
    };
    const refused = refusal(document, work.wanted);
    if (refused !== undefined) return { ...told, status: 'skipped', ...refused, ms: ms() };
    const mark =
      work.dedupe === undefined ? undefined : (await import('./filters/dedupe.ts')).fingerprint(document, work.dedupe);
    return {
      ...told,
      status: 'converted',
      ...(mark === undefined ? {} : { mark }),
      ...(await render(document, work)),
      ms: ms(),
    };
  } catch (error) {
    return missed(task, error, ms());
  }
}

async function render(document: Document, work: Work) {
  const content = new TextEncoder().encode(await written(document, work));
  const tables = work.tables ? (await import('../writers/csv.ts')).tablesToCsv(document) : [];
  const notes = [...(work.explain ? explain(document) : []), ...(work.summary ? [summarise(document)] : [])];
  const { title } = document.metadata;
  return { content, tables, notes, ...(title === undefined ? {} : { title: title.value }) };
}

/** The libraries that write are loaded where something in the document needs them. */
async function written(document: Document, { to, writing }: Work): Promise<string> {
  const direct = to === 'markdown' ? directMarkdown(document, writing) : undefined;
  return direct ?? (await import('../writers/index.ts')).writers[to].write(document, writing);
}

/** Parts are loaded once for a thread. */
export class PartStore {
  #loaded: Parts = {};
  readonly #names = new Set<PartName>();

  async load(names: readonly PartName[]): Promise<Parts> {
    const missing = names.filter((name) => !this.#names.has(name));
    if (missing.length === 0) return this.#loaded;
    const more = await loadParts(missing);
    for (const name of missing) this.#names.add(name);
    const words = new Map([...(this.#loaded.words ?? []), ...(more.words ?? [])]);
    this.#loaded = { ...this.#loaded, ...more, words };
    return this.#loaded;
  }
}
