/** The language of a text by its script, by letters that only some languages write, and by the commonest words of languages. */
import { frequentWords } from './frequent-words.ts';

const PIECE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{M}]+/gu;
const SAMPLE = 6000;
const LETTERS = /\p{L}/gu;
/** Fewer letters tell nothing. */
const LEAST_LETTERS = 12;
/** A text must have at least this share of its words among the commonest of a language. */
const LEAST = 0.06;

export const piecesOf = (text: string): string[] => text.toLowerCase().match(PIECE) ?? [];

/** Scripts by the languages that write them; the first is taken where words tell nothing. */
const BY_SCRIPT: readonly (readonly [script: RegExp, languages: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi mr ne'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Han}/gu, 'zh zh-Hant'],
];
/** Japanese is written with Chinese characters between its own. */
const LEAST_SHARE = 0.4;
const LEAST_KANA = 0.08;

/** Languages of the Latin script: all that no other script speaks for. */
const OTHER = new Set(`${BY_SCRIPT.map(([, languages]) => languages).join(' ')} ar fa ur ru uk bg sr`.split(' '));
const LATIN = Object.keys(frequentWords).filter((language) => !OTHER.has(language));

/** The language that says which word model fits. */
export const languageOfWords = (text: string): string | undefined => tellLanguage(text)?.language;

export interface Told {
  /** BCP 47, as `frequent-words.ts` and the word models name it. */
  readonly language: string;
  /** 0–1. */
  readonly confidence: number;
}

/** Undefined where the text gives too little to go by. */
export function tellLanguage(text: string): Told | undefined {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTERS)?.length ?? 0;
  if (letters < LEAST_LETTERS) return undefined;
  const share = (script: RegExp) => (sample.match(script)?.length ?? 0) / letters;
  if (share(/\p{Script=Arabic}/gu) > 0.5) return { language: ofArabic(sample), confidence: 0.9 };
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return { language: ofCyrillic(sample), confidence: 0.8 };
  for (const [script, languages] of BY_SCRIPT) {
    if (share(script) <= (languages === 'ja' ? LEAST_KANA : LEAST_SHARE)) continue;
    const [first = '', ...more] = languages.split(' ');
    return {
      language: more.length === 0 ? first : (byWords(sample, [first, ...more])?.language ?? first),
      confidence: 0.9,
    };
  }
  const found = byWords(sample, LATIN);
  return found && { language: found.language, confidence: Math.min(0.9, 0.5 + found.share) };
}

function ofArabic(sample: string): string {
  if (/[ٹڈڑےں]/.test(sample)) return 'ur';
  const persian = sample.match(/[پچژگکی]/g)?.length ?? 0;
  const arabic = sample.match(/[ةكيىأإ]/g)?.length ?? 0;
  return persian > arabic ? 'fa' : 'ar';
}

function ofCyrillic(sample: string): string {
  if (/[іїєґ]/i.test(sample)) return 'uk';
  if (/[ђћџљњј]/i.test(sample)) return 'sr';
  return /[ыэё]/i.test(sample) ? 'ru' : 'bg';
}

/** The language whose commonest words make up most of a text. */
function byWords(sample: string, languages: readonly string[]): { language: string; share: number } | undefined {
  const counts = new Map<string, number>();
  let total = 0;
  for (const piece of piecesOf(sample)) {
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
    total += 1;
  }
  let best = { language: '', share: 0 };
  for (const language of languages) {
    let share = 0;
    for (const entry of (frequentWords[language] ?? '').split(' ')) {
      const [word = '', weight = '1'] = entry.split(':');
      // A word counts as often as the language writes it: texts of one subject repeat their own.
      share += Math.min((counts.get(word) ?? 0) / total, (3 * Number(weight)) / 1000);
    }
    if (share > best.share) best = { language, share };
  }
  return best.share >= LEAST ? best : undefined;
}
