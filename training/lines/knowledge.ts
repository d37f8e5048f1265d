/** What the product knows of tables when it reads a text: the models, and the words of the text's language. */
import { languageOfWords } from '../../src/model/language-of-words.ts';
import { loadParts } from '../../src/parts.ts';
import type { TableKnowledge } from '../../src/plain/table/find-tables.ts';

const { tables, words } = await loadParts();

export function knowledgeFor(text: string): TableKnowledge | undefined {
  const language = languageOfWords(text);
  return tables === undefined
    ? undefined
    : { models: tables, words: language === undefined ? undefined : words?.get(language) };
}
