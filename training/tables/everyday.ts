/**
 * Adds everyday words to the letter statistics of words.ts, which were counted on courses and messages of programs: months, days,
 * countries, cities, units, names of things and of people. Usage: everyday.js WORDS CLDR FAKER OUT
 * WORDS is a folder of words.ts (`all` or one of the others); CLDR holds the unpacked npm packages cldr-dates-full,
 * cldr-localenames-full, cldr-units-full and cldr-annotations-full (Unicode-3.0), FAKER is that of @faker-js/faker (MIT).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { GRAM, hashGram, readWordModel } from '../../src/model/words.ts';
import { isWordClass } from '../../src/plain/table/seams/characters.ts';
import { readRow } from '../../src/plain/table/seams/row.ts';
import { packWordModel } from './pack-words.ts';
import { isUnspaced, wordsIn } from './word-breaks.ts';

/** Words added to a language at most. */
const ADDED = 1200;
const LONGEST_WORD = 16;
/** Shorter ones begin too many others. */
const SHORTEST_WORD = 3;
const SHORTEST_UNSPACED = 2;
/** How often each string is taken to have been written. */
const TIMES = { dates: 12, places: 4, units: 4, things: 4, people: 4 } as const;

const FAKER_NAMES: Readonly<Record<string, string>> = {
  bn: 'bn_BD',
  cs: 'cs_CZ',
  id: 'id_ID',
  nb: 'nb_NO',
  pt: 'pt_PT',
  sl: 'sl_SI',
  ta: 'ta_IN',
  zh: 'zh_CN',
  'zh-Hant': 'zh_TW',
};
const CLDR_NAMES: Readonly<Record<string, string>> = { tl: 'fil', nb: 'no' };

const [words = '', cldr = '', fakerFolder = '', out = ''] = process.argv.slice(2);
const { allLocales } = (await import(`${fakerFolder}/dist/index.js`)) as { allLocales: Record<string, unknown> };
const folders = readdirSync(cldr);

mkdirSync(out, { recursive: true });
for (const name of readdirSync(words)) {
  const language = name.replace('.json', '');
  const model = readWordModel(JSON.parse(readFileSync(`${words}/${name}`, 'utf8')) as string);
  const known = new Map<number, number>();
  for (const [slot, key] of model.keys.entries()) if (key !== 0) known.set(key - 1, model.grades[slot] as number);
  const counted = new Map<number, { all: number; whole: number }>();
  for (const [text, times] of stringsOf(language)) count(text, language, times, counted);
  const added = [...counted]
    .filter(([hash]) => !known.has(hash))
    .sort((a, b) => b[1].all - a[1].all || a[0] - b[0])
    .slice(0, ADDED);
  const grade = (value: number) => Math.min(15, Math.round(Math.log2(value + 1)));
  for (const [hash, { all, whole }] of added) known.set(hash, grade(all) * 16 + grade(whole));
  writeFileSync(`${out}/${name}`, `"${Buffer.from(packWordModel(known)).toString('base64')}"\n`);
  console.log(`${language}: ${added.length} of ${counted.size}`);
}

function* stringsOf(language: string): Generator<readonly [string, number]> {
  const own = CLDR_NAMES[language] ?? language;
  const main = (part: string, file: string) => readJson(part, `main/${own}/${file}`);
  for (const text of leaves(main('dates', 'ca-gregorian.json'), /months|days|quarters/)) yield [text, TIMES.dates];
  for (const text of leaves(main('dates', 'dateFields.json'), /displayName/)) yield [text, TIMES.dates];
  for (const text of leaves(main('localenames', 'territories.json'), /territories/)) yield [text, TIMES.places];
  for (const text of leaves(main('localenames', 'languages.json'), /languages/)) yield [text, TIMES.places];
  for (const text of leaves(main('dates', 'timeZoneNames.json'), /exemplarCity/)) yield [text, TIMES.places];
  for (const text of leaves(main('units', 'units.json'), /long.*(?:displayName|unitPattern)/))
    yield [text, TIMES.units];
  for (const text of leaves(readJson('annotations', `annotations/${own}/annotations.json`), /default|tts/))
    yield [text, TIMES.things];
  const locale = allLocales[FAKER_NAMES[language] ?? language];
  for (const text of leaves(locale, /^(?:person|location|commerce|animal|color|food|word|vehicle)\b/))
    yield [text, TIMES.people];
}

function readJson(part: string, file: string): unknown {
  const folder = folders.find((each) => each.startsWith(`cldr-${part}-full`) && !each.endsWith('.tgz'));
  const path = `${cldr}/${folder}/package/${file}`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** The strings of an object whose path of keys has a form, without the gaps that programs fill. */
function leaves(value: unknown, form: RegExp): string[] {
  const found: string[] = [];
  const stack: { item: unknown; path: string }[] = [{ item: value, path: '' }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { item, path } = top;
    if (typeof item === 'string' && form.test(path)) found.push(item.replace(/\{+[^}]*\}+/g, ' ').trim());
    else if (typeof item === 'object' && item !== null)
      for (const [key, child] of Object.entries(item))
        stack.push({ item: child, path: path === '' ? key : `${path}.${key}` });
  }
  return found;
}

function count(
  text: string,
  language: string,
  times: number,
  counted: Map<number, { all: number; whole: number }>,
): void {
  const { codes, classes } = readRow(text, 'glued');
  const bounds = isUnspaced(language)
    ? wordsIn(text, language).flatMap(({ index, text: word, isWord }) => (isWord ? [[index, index + word.length]] : []))
    : runsOf(classes);
  for (const [from, to] of bounds as [number, number][]) {
    const size = to - from;
    if (size < (isUnspaced(language) ? SHORTEST_UNSPACED : SHORTEST_WORD) || size > LONGEST_WORD) continue;
    const hash = hashGram(GRAM.word, codes, from, to);
    const entry = counted.get(hash) ?? { all: 0, whole: 0 };
    entry.all += times;
    if (size === codes.length) entry.whole += times;
    counted.set(hash, entry);
  }
}

function runsOf(classes: Uint8Array): number[][] {
  const runs: number[][] = [];
  for (let from = 0; from < classes.length; from += 1) {
    if (!isWordClass(classes[from] as number)) continue;
    let to = from;
    while (to < classes.length && isWordClass(classes[to] as number)) to += 1;
    runs.push([from, to]);
    from = to;
  }
  return runs;
}
