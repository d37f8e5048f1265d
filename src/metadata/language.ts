/** Language and direction of a text, as metadata. */
import { codeUnitAt } from '../code-unit.ts';
import type { Found } from '../document.ts';
import { tellLanguage } from '../model/language-of-words.ts';
import { scriptCounts } from '../model/script-counts.ts';

const SAMPLE = 4000;
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Undefined where the text gives too little to go by. */
export function languageOf(text: string): Found<string> | undefined {
  const told = tellLanguage(text.slice(0, SAMPLE));
  if (told === undefined) return undefined;
  // The script is told by words that both write: too little to go by for more than the language.
  return { value: told.language.split('-', 1)[0] as string, from: 'text', confidence: told.confidence };
}

/** Countries that pages name for their languages, which no language is called after, and codes that have others now. */
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jp: 'ja',
    cn: 'zh',
    gr: 'el',
    cz: 'cs',
    dk: 'da',
    ua: 'uk',
    vn: 'vi',
    iw: 'he',
    in: 'id',
    ji: 'yi',
  }),
);

/** A BCP 47 tag as it should be written: `jp` is `ja`. */
export function canonicalTag(tag: string): string {
  const [code = '', ...more] = tag.split('-');
  const known = CODES.get(code.toLowerCase());
  return known === undefined ? tag : [known, ...more].join('-');
}

/** What templates of pages say as long as nobody changes them. */
const DEFAULT = /^en(?:-|$)/i;
/** Of a page that says English; a text of less may be a table or a list of names. */
const LEAST_TEXT = 200;
const MOST_TEXT = 1500;
/** Texts in the languages of the table show this by their 30 words on. */
const SURE = 0.68;

/** English is told by its commonest words, which come so often in no other language: most pages that say so are English. */
const ENGLISH = /\b(?:the|and|of|to|in|for|is)\b/g;
const CHARACTERS_A_WORD = 60;

const isEnglish = (text: string): boolean => (text.match(ENGLISH)?.length ?? 0) * CHARACTERS_A_WORD >= text.length;

/** What the page says of its language; the text's own where it says nothing, or English and the text is surely none. */
export function languageOr(
  said: Found<string> | undefined,
  textOf: (length: number) => string,
): Found<string> | undefined {
  if (said === undefined) return languageOf(textOf(SAMPLE));
  if (!DEFAULT.test(said.value)) return said;
  const text = textOf(MOST_TEXT);
  const told = text.length < LEAST_TEXT || isEnglish(text) ? undefined : languageOf(text);
  return told !== undefined && !DEFAULT.test(told.value) && told.confidence >= SURE ? told : said;
}

/** The direction of most letters. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE);
  if (!RTL.test(sample)) return 'ltr';
  let rtl = 0;
  for (let at = 0; at < sample.length; at += 1) if (isRtl(codeUnitAt(sample, at))) rtl += 1;
  return rtl * 2 > scriptCounts(sample).letters ? 'rtl' : 'ltr';
}

const isRtl = (code: number): boolean =>
  (code >= 0x590 && code <= 0x8ff) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
