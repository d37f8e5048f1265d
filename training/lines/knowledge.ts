/** What the product knows of tables when it reads a text: the models, and the words of the text's language. */
import { languageOfWords } from '../../src/model/language-of-words.ts';
import { loadParts } from '../../src/parts.ts';
import type { TableKnowledge } from '../../src/plain/table/find-tables.ts';

const { tables, words } = await loadParts();

export function knowledgeFor(text: string): TableKnowledge {
  if (tables === undefined) throw new Error('the table models did not load');
  return { models: tables, words: () => words?.get(languageOfWords(text) ?? '') };
}
