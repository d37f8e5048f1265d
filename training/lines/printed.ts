/** All training texts but those of the benchmark. */
import { benchmarkHosts, simulatedExamples } from './examples.ts';
import type { Example } from './truth.ts';
import { regionExamples, webExamples } from './web.ts';

/** `perLanguage` documents of each language of the corpus, `pages` whole pages and the article's part of all pages of the extraction set. */
export function printedExamples(perLanguage = 50, pages = 200): Example[] {
  const hosts = benchmarkHosts();
  return [
    ...simulatedExamples(perLanguage, PRINTINGS, 7),
    ...webExamples(pages, hosts, 11),
    ...regionExamples(hosts, 13),
  ];
}

/** Each document in so many styles and parts. */
const PRINTINGS = 1;
