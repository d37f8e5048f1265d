/** The language of a text by its script, by letters that only some languages write, and by the commonest words of languages. */
import { codeUnitAt } from '../code-unit.ts';
import { frequentWords } from './frequent-words.ts';
import { type Script, scriptCounts } from './script-counts.ts';
import { noWords, numberOf } from './word-numbers.ts';
import { countPieces } from './word-pieces.ts';

const SAMPLE = 6000;
const LATIN_AND_SIGNS = /^[\u0000-\u024f\u1e00-\u1eff\u2000-\u2bff]*$/;
/** Fewer letters tell nothing. */
const ENOUGH = /^(?:\P{L}*\p{L}){12}/u;
/** A text must have at least this share of its words among the commonest of a language. */
const LEAST = 0.06;

/** Scripts by the languages that write them; the first is taken where words tell nothing. */
const BY_SCRIPT: readonly (readonly [script: Script, languages: string])[] = [
  ['Hangul', 'ko'],
  ['Hebrew', 'he'],
  ['Greek', 'el'],
  ['Thai', 'th'],
  ['Devanagari', 'hi mr ne'],
  ['Bengali', 'bn'],
  ['Tamil', 'ta'],
  ['Telugu', 'te'],
  ['Gujarati', 'gu'],
  ['Kannada', 'kn'],
  ['Malayalam', 'ml'],
  ['Gurmukhi', 'pa'],
  ['Khmer', 'km'],
  ['Myanmar', 'my'],
  ['Lao', 'lo'],
  ['Georgian', 'ka'],
  ['Armenian', 'hy'],
  ['Ethiopic', 'am'],
  ['Sinhala', 'si'],
];
/** Common characters that are written in two ways: simplified, and the same traditional. */
const SIMPLIFIED =
  '个这来时国说为会对发过还学样开关东车书长门问间见话语请让给结经电业从价们写动务区单历县变号听员图场处备头实导岁师带广应张总报据数无显术机条极标权构检楼气汉满现环产种称网节观设证评该详责费转运连进选铁银错队阳难页项风飞馆龙';
const TRADITIONAL =
  '個這來時國說為會對發過還學樣開關東車書長門問間見話語請讓給結經電業從價們寫動務區單歷縣變號聽員圖場處備頭實導歲師帶廣應張總報據數無顯術機條極標權構檢樓氣漢滿現環產種稱網節觀設證評該詳責費轉運連進選鐵銀錯隊陽難頁項風飛館龍';
/** Japanese is written with Chinese characters between its own. */
const LEAST_SHARE = 0.4;
const LEAST_KANA = 0.08;

/** Languages of the Latin script: all that no other script speaks for. */
const OTHER = new Set(
  `${BY_SCRIPT.map(([, languages]) => languages).join(' ')} ja zh zh-Hant ar fa ur ru uk bg sr`.split(' '),
);
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
  if (!ENOUGH.test(sample)) return undefined;
  if (LATIN_AND_SIGNS.test(sample)) return ofLatin(sample);
  const { letters, of } = scriptCounts(sample);
  const share = (script: Script) => of(script) / letters;
  if (share('Arabic') > 0.5) return { language: ofArabic(sample), confidence: 0.9 };
  if (share('Cyrillic') > 0.5) return { language: ofCyrillic(sample), confidence: 0.8 };
  if (share('Hiragana') + share('Katakana') > LEAST_KANA) return { language: 'ja', confidence: 0.9 };
  for (const [script, languages] of BY_SCRIPT) {
    if (share(script) <= LEAST_SHARE) continue;
    const [first = '', ...more] = languages.split(' ');
    return {
      language: more.length === 0 ? first : (byWords(sample, [first, ...more])?.language ?? first),
      confidence: 0.9,
    };
  }
  if (share('Han') > LEAST_SHARE) return { language: ofHan(sample), confidence: 0.9 };
  return ofLatin(sample);
}

const ofHan = (sample: string): string => (isMore(sample, IS.traditional, IS.simplified) ? 'zh-Hant' : 'zh');

const IS = { traditional: 1, simplified: 2, persian: 4, arabic: 8 };
const LETTERS_OF: readonly (readonly [letters: string, is: number])[] = [
  [TRADITIONAL, IS.traditional],
  [SIMPLIFIED, IS.simplified],
  ['پچژگکی', IS.persian],
  ['ةكيىأإ', IS.arabic],
];
/** Of each code unit what writing it is a letter of; filled when a text is first asked about. */
const writings = new Uint8Array(0x10000);

function fillWritings(): void {
  for (const [letters, is] of LETTERS_OF)
    for (let at = 0; at < letters.length; at += 1) {
      const code = letters.charCodeAt(at);
      writings[code] = (writings[code] as number) | is;
    }
}

/** Whether a text has more letters of one writing than of another. */
function isMore(text: string, one: number, other: number): boolean {
  if (writings[TRADITIONAL.charCodeAt(0)] === 0) fillWritings();
  let more = 0;
  for (let at = 0; at < text.length; at += 1) {
    const is = writings[codeUnitAt(text, at)] as number;
    if ((is & one) !== 0) more += 1;
    if ((is & other) !== 0) more -= 1;
  }
  return more > 0;
}

function ofLatin(sample: string): Told | undefined {
  const found = byWords(sample, LATIN);
  return found && { language: found.language, confidence: Math.min(0.9, 0.5 + found.share) };
}

function ofArabic(sample: string): string {
  if (/[ٹڈڑےں]/.test(sample)) return 'ur';
  return isMore(sample, IS.persian, IS.arabic) ? 'fa' : 'ar';
}

function ofCyrillic(sample: string): string {
  if (/[іїєґ]/i.test(sample)) return 'uk';
  if (/[ђћџљњј]/i.test(sample)) return 'sr';
  return /[ыэё]/i.test(sample) ? 'ru' : 'bg';
}

/** The language whose commonest words make up most of a text. */
function byWords(sample: string, languages: readonly string[]): { language: string; share: number } | undefined {
  const lists = languages.map(commonestOf);
  const counts = new Int32Array(wordNumbers.words.length);
  const pieces = countPieces(sample, wordNumbers, counts);
  let best = { language: '', share: 0 };
  for (const { language, words, most } of lists) {
    let share = 0;
    for (let at = 0; at < words.length; at += 1) {
      const count = counts[words[at] as number] as number;
      if (count > 0) share += Math.min(count / pieces, most[at] as number);
    }
    if (share > best.share) best = { language, share };
  }
  return best.share >= LEAST ? best : undefined;
}

/** The commonest words of a language by their numbers. */
interface Commonest {
  readonly language: string;
  readonly words: Int32Array;
  /** A word counts as often as the language writes it: texts of one subject repeat their own. */
  readonly most: Float64Array;
}

/** Filled list by list, when a language is first asked for: most runs ask for few scripts, many for none. */
const wordNumbers = noWords();
const commonest = new Map<string, Commonest>();

function commonestOf(language: string): Commonest {
  let found = commonest.get(language);
  if (found === undefined) {
    const entries = (frequentWords[language] ?? '').split(' ').map((entry) => entry.split(':'));
    found = {
      language,
      words: Int32Array.from(entries, ([word = '']) => numberOf(wordNumbers, word)),
      most: Float64Array.from(entries, ([, weight = '1']) => (3 * Number(weight)) / 1000),
    };
    commonest.set(language, found);
  }
  return found;
}
