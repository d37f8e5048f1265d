/**
 * Writes src/metadata/month-names.ts: how languages name the months, long and short, alone and in a date, as the CLDR data of
 * this Node have them; names that English has for the same month aside. Usage: node training/metadata/month-names.js
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const OUT = 'src/metadata/month-names.ts';
/** A language and what some of its regions and scripts say; the first wins where one name would be two months. */
const LOCALES =
  'en+en-AU af am ar+ar-SY+ar-DZ+ar-MA as az+az-Cyrl be bg bn br bs+bs-Cyrl ca cs cy da de+de-AT el eo es+es-MX et eu fa+fa-AF fi ' +
  'fil fo fr+fr-CA fy ga gd gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my nb ne ' +
  'nl nn or pa pl ps pt ro ru sd si sk sl so sq sr+sr-Latn sv sw ta te tg th tk tr tt uk ur uz+uz-Cyrl vi xh yi yo zh zu';
const FORMS = ['long', 'short'].flatMap((month) => [{ month }, { month, day: 'numeric', year: 'numeric' }]);

/** Name → month, 0 to 11. */
function namesOf(locales) {
  const names = new Map();
  for (const locale of locales) {
    if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0)
      throw new Error(`this Node has no data of ${locale}`);
    for (const form of FORMS) {
      const format = new Intl.DateTimeFormat(locale, {
        ...form,
        calendar: 'gregory',
        numberingSystem: 'latn',
        timeZone: 'UTC',
      });
      for (let month = 0; month < 12; month += 1) {
        const part = format.formatToParts(new Date(Date.UTC(2024, month, 15))).find(({ type }) => type === 'month');
        const name = part?.value.toLowerCase().replace(/\.$/, '') ?? '';
        if (/^[\p{L}\p{M}]{2,}$/u.test(name) && !names.has(name)) names.set(name, month);
      }
    }
  }
  return names;
}

const english = namesOf(['en', 'en-AU']);
const lines = LOCALES.split(' ').flatMap((written) => {
  const locales = written.split('+');
  const [language] = locales;
  const months = Array.from({ length: 12 }, () => []);
  for (const [name, month] of namesOf(locales)) {
    if (language === 'en' || english.get(name) !== month) months[month].push(name);
  }
  const told = months.map((names) => names.join('|')).join(' ');
  return told.trim() === '' ? [] : [`  ${language}: '${told}',`];
});
writeFileSync(
  OUT,
  `/**
 * Written by training/metadata/month-names.js from the data of CLDR: names of the months by language, from January on, parted by
 * blanks; several names of one month by bars. What English has for the same month is not said again.
 */
export const MONTH_NAMES: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);
execFileSync('npx', ['biome', 'format', '--write', OUT], { stdio: 'inherit' });
