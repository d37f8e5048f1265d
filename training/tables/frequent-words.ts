/**
 * Writes src/model/frequent-words.ts: the commonest words of each language (characters where words are not parted), by which
 * the word model of a text is chosen. Usage: frequent-words.js CORPUS OUT
 */
import { writeFileSync } from 'node:fs';
import { piecesOf } from '../../src/model/word-pieces.ts';
import { readCorpus, unitsOf } from './corpus.ts';

const KEPT = 40;
const [corpus = '', out = ''] = process.argv.slice(2);
const counts = new Map<string, Map<string, number>>();
const totals = new Map<string, number>();
for (const document of readCorpus(corpus)) {
  const own = counts.get(document.language) ?? new Map<string, number>();
  counts.set(document.language, own);
  for (const unit of unitsOf(document))
    for (const piece of piecesOf(unit)) {
      own.set(piece, (own.get(piece) ?? 0) + 1);
      totals.set(document.language, (totals.get(document.language) ?? 0) + 1);
    }
}
const english = [...(counts.get('en') as Map<string, number>)].sort((a, b) => b[1] - a[1]).slice(0, 3000);
const foreign = new Set(english.filter(([word]) => word.length > 3).map(([word]) => word));
const lines = [...counts]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([language, own]) => {
    const best = [...own]
      .filter(([word]) => language === 'en' || !foreign.has(word))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, KEPT);
    const entries = best.map(
      ([word, count]) => `${word}:${Math.max(1, Math.round((1000 * count) / (totals.get(language) as number)))}`,
    );
    return `  ${/-/.test(language) ? `'${language}'` : language}:\n    '${entries.join(' ').replaceAll("'", '')}',`;
  });
writeFileSync(
  out,
  `/** Written by training/tables/frequent-words.ts: the commonest words of a language with their share in a thousand. */\nexport const frequentWords: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`,
);
