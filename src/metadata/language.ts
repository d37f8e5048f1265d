/** Language and direction of a text by its script and by letters that only some languages write. */
import type { Found } from '../document.ts';

const SAMPLE = 4000;
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
const LETTERS = /\p{L}/gu;
const LATIN_AND_SIGNS = /^[\u0000-\u024f\u1e00-\u1eff\u2000-\u2bff]*$/;

/** Scripts that one language uses for nearly all pages: made into expressions when they are asked, for each costs time. */
const BY_SCRIPT: readonly (readonly [string, string])[] = [
  [String.raw`[\p{Script=Hiragana}\p{Script=Katakana}]`, 'ja'],
  [String.raw`\p{Script=Hangul}`, 'ko'],
  [String.raw`\p{Script=Hebrew}`, 'he'],
  [String.raw`\p{Script=Greek}`, 'el'],
  [String.raw`\p{Script=Thai}`, 'th'],
  [String.raw`\p{Script=Devanagari}`, 'hi'],
  [String.raw`\p{Script=Bengali}`, 'bn'],
  [String.raw`\p{Script=Tamil}`, 'ta'],
  [String.raw`\p{Script=Telugu}`, 'te'],
  [String.raw`\p{Script=Gujarati}`, 'gu'],
  [String.raw`\p{Script=Kannada}`, 'kn'],
  [String.raw`\p{Script=Malayalam}`, 'ml'],
  [String.raw`\p{Script=Gurmukhi}`, 'pa'],
  [String.raw`\p{Script=Khmer}`, 'km'],
  [String.raw`\p{Script=Myanmar}`, 'my'],
  [String.raw`\p{Script=Lao}`, 'lo'],
  [String.raw`\p{Script=Georgian}`, 'ka'],
  [String.raw`\p{Script=Armenian}`, 'hy'],
  [String.raw`\p{Script=Han}`, 'zh'],
];

/** Frequent short words of languages in Latin letters. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for with on are this was',
  es: 'el la de que los las por una con para del como más',
  fr: 'le la les des et est une dans pour que qui du au sur',
  de: 'der die das und ist nicht von mit den ein eine zu auf',
  it: 'il la di che per una con del della non sono gli più',
  pt: 'o a de que não uma para com os as do da em por mais',
  nl: 'de het een van en niet met voor op dat zijn aan ook',
  pl: 'i w na z się nie do jest że to od przez oraz dla',
  tr: 've bir bu için ile da de olarak olan çok daha gibi',
  sv: 'och att det som en på är av för med inte till den',
  id: 'yang dan di untuk dengan dari ini pada tidak dalam akan',
  vi: 'và của là các có được cho trong không một với những',
  cs: 'a v na je se že do pro jsou to ale nebo jako',
  ro: 'și de în la cu pe nu este care din pentru mai',
};

/** Undefined where the text gives too little to go by. */
export function languageOf(text: string): Found<string> | undefined {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTERS)?.length ?? 0;
  if (letters < 12) return undefined;
  if (LATIN_AND_SIGNS.test(sample)) return latinScript(sample);
  const share = (pattern: RegExp) => (sample.match(pattern)?.length ?? 0) / letters;
  if (share(/\p{Script=Arabic}/gu) > 0.5) return found(arabicScript(sample), 0.9);
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return found(cyrillicScript(sample), 0.8);
  for (const [script, language] of BY_SCRIPT) {
    if (share(new RegExp(script, 'gu')) > (language === 'ja' ? 0.08 : 0.4)) return found(language, 0.9);
  }
  return latinScript(sample);
}

const found = (value: string, confidence: number): Found<string> => ({ value, from: 'text', confidence });

function arabicScript(sample: string): string {
  if (/[ٹڈڑےں]/.test(sample)) return 'ur';
  const persian = sample.match(/[پچژگکی]/g)?.length ?? 0;
  const arabic = sample.match(/[ةكيىأإ]/g)?.length ?? 0;
  return persian > arabic ? 'fa' : 'ar';
}

function cyrillicScript(sample: string): string {
  if (/[іїєґ]/i.test(sample)) return 'uk';
  if (/[ђћџљњј]/i.test(sample)) return 'sr';
  return /[ыэё]/i.test(sample) ? 'ru' : 'bg';
}

function latinScript(sample: string): Found<string> | undefined {
  const words = new Map<string, number>();
  let total = 0;
  for (const [word] of sample.toLowerCase().matchAll(/\p{L}+/gu)) {
    words.set(word, (words.get(word) ?? 0) + 1);
    total += 1;
  }
  let best = { language: '', share: 0 };
  for (const language in WORDS) {
    let hits = 0;
    for (const word of (WORDS[language] as string).split(' ')) hits += words.get(word) ?? 0;
    if (hits / total > best.share) best = { language, share: hits / total };
  }
  return best.share < 0.08 ? undefined : found(best.language, Math.min(0.9, 0.5 + best.share));
}

/** The direction of most letters. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE);
  return (sample.match(RTL)?.length ?? 0) * 2 > (sample.match(LETTERS)?.length ?? 0) ? 'rtl' : 'ltr';
}
