/** Language and direction of a text, as metadata. */
import type { Found } from '../document.ts';
import { tellLanguage } from '../model/language-of-words.ts';

const SAMPLE = 4000;
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

/** Undefined where the text gives too little to go by. */
export function languageOf(text: string): Found<string> | undefined {
  const told = tellLanguage(text.slice(0, SAMPLE));
  if (told === undefined) return undefined;
  // The script is told by words that both write: too little to go by for more than the language.
  return { value: told.language.split('-', 1)[0] as string, from: 'text', confidence: told.confidence };
}

/** The direction of most letters. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(RTL)?.length ?? 0;
  return letters > 0 && letters * 2 > (sample.match(/\p{L}/gu)?.length ?? 0) ? 'rtl' : 'ltr';
}
