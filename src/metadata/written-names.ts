/** The names in a line of text that says who wrote the page: `Posted by Ada Kehl`, `作者：佐伯みのる`. */
import { once } from '../once.ts';

/** "By" where it stands before a name, in small letters and in others; and what says as much before a colon. */
const LABELS =
  '(?:authors?|autor(?:in(?:nen)?|a|es?|en|i)?|auteure?s?|autor[ei]|yazar|szerző|kirjoittaja|forfatter|författare|penulis|tác giả|text[eo]?|tekst|testo|words|автор|текст|συντάκτης)\\s?:';
/** What somebody did, before "by". */
const DONE =
  '(?:written|posted|published|words|story|article|interview|geschrieben|verfasst|veröffentlicht|erstellt|eingestellt|beitrag|bericht|text[eo]?|écrit|publié|rédigé|escrito|publicado|scritto|pubblicato|testo|geschreven|geplaatst|tekst|skriven|skrevet|napisane|opublikowane)';
const BY = `(?:by|von|par|por|di|door|av|af|przez|${LABELS})`;
const writtenBy = (): string =>
  `(?:(?:${capitalized(DONE)}\\s)?(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|[Aa][vf]|[Pp]rzez)|[Аа]втор|${capitalized(LABELS)})`;
/** Each word with a small or a large first letter. */
function capitalized(words: string): string {
  return words.replace(/(?<=\(\?:|\|)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
/** Asked first: to make expressions with letters of all scripts takes longer than to read the head of a page. */
const MAYBE = once(() => new RegExp(`${BY}:?\\s`, 'i'));
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:(?:de|van|von|der|den|la|le|al|bin|da|dos) )*\\p{Lu}[\\p{L}\\p{M}.'’-]*){1,3}";
const AND = '(?:,[ \\n]|[ \\n](?:and|&|und|et|y|e|i|и|og|och|en)[ \\n])';
/** What somebody is, behind the name. */
const OFFICE =
  /\b(?:writer|reporter|correspondent|editor|staff|redakt|korrespond|journalist|redact|contribut|columnist)/i;

/**
 * A word in a script without capitals: Georgian has some in Unicode, but writes names without them, and `々` and `ー` are
 * letters of a kind of their own.
 */
const UNCASED_WORD = '[\\p{Lo}\\p{Lm}\\p{M}\\u10d0-\\u10ff\\u200c\\u200d·・]{2,20}';

/** There a name is told by what stands before it: `作者：佐伯みのる`, `بقلم: ليلى حداد`. */
const LABELS_UNCASED =
  '(?:本报|本報|特约|特約|实习|通讯员)?(?:作者|撰文|撰稿|文字?|記者|记者|执笔|執筆|著者|投稿者|글쓴이|글|기자|بقلم|الكاتب|كتب|نویسنده|מאת|लेखक|লেখক|ผู้เขียน|โดย|ავტორი)';
const LABELLED = once(
  () =>
    new RegExp(
      `^${LABELS_UNCASED}\\s*[:：|｜/／]?\\s*(${UNCASED_WORD}(?: ${UNCASED_WORD}){0,3})(?:\\s?[/／]\\s?\\p{Lo}{0,8}[報报][導导道])?$`,
      'u',
    ),
);

/** In a row with other facts a colon or a bar stands behind the label: `来源：水坝周报 作者：林晓河 责任编辑：周平`. */
const LABELLED_IN_ROW = once(
  () =>
    new RegExp(
      `(?:^|[\\s|｜/·•　])${LABELS_UNCASED}\\s?[:：|｜/／]\\s?(${UNCASED_WORD}(?:[、,，] ?${UNCASED_WORD}){0,4}(?: ${UNCASED_WORD}){0,2}?)(?= *(?:$|[|｜/／·•(（\\d]|[^\\s:：]{1,8}[:：]))`,
      'u',
    ),
);

/** Or by what stands behind it: `김하늘 기자`, with an address behind that. */
const SIGNED = once(
  () =>
    new RegExp(
      `^(${UNCASED_WORD})\\s?(?:기자|특파원|논설위원|記者|记者)(?:\\s*[=(]?\\s*[\\w.+-]+@[\\w.-]+\\)?)?$`,
      'u',
    ),
);

/** At the start of a line, after a sign that parts, or after a time: a photograph is "by" somebody, too. */
const BYLINE = once(
  () =>
    new RegExp(
      `(?:^|[|·•–—]\\s*|\\d\\s*(?:[AaPp]?[Mm])?,?\\s)${writtenBy()}:?\\s+(${NAME}(?:${AND}${NAME})*)(?! (?:by|von|par|por|di|door) )`,
      'mu',
    ),
);

export function authorsIn(lines: readonly string[]): readonly string[] | undefined {
  for (const line of lines) {
    const name = UNCASED.test(line)
      ? (LABELLED().exec(line) ?? SIGNED().exec(line) ?? LABELLED_IN_ROW().exec(line))?.[1]
      : undefined;
    if (name !== undefined) return name.split(/[、,，] ?/);
  }
  if (!lines.some((line) => MAYBE().test(line))) return undefined;
  // The whole shows all the names that links part, and goes first where it shows more.
  let most: readonly string[] = [];
  for (const line of lines) {
    const names = namesIn(BYLINE().exec(line)?.[1]);
    if (names.length > most.length) most = names;
  }
  return most.length > 0 ? most : undefined;
}

const UNCASED = /[\u0590-\ud7ff]/;

/** Each name of such a list. */
const namesIn = (written: string | undefined): string[] =>
  written === undefined ? [] : written.split(new RegExp(AND)).filter((name) => !OFFICE.test(name));

export function nameAlone(line = ''): readonly string[] | undefined {
  const names = NAMES().test(line) ? namesIn(line) : [];
  return names.length > 0 ? names : undefined;
}

/** Asked first of many lines. */
export const mayIntroduce = (line: string): boolean => STARTS().test(line);

/** The names that are all of a line behind what introduces them. */
export function introducedNames(line: string): readonly string[] | undefined {
  if (!mayIntroduce(line)) return undefined;
  const bare = line.replace(BEHIND_BY(), '');
  return bare === line ? undefined : nameAlone(bare.replace(AGENCY, ''));
}

/** The names of a line that is called the author, with words before and a day behind them or without. */
export function calledNames(line: string): readonly string[] | undefined {
  const bare = withoutIntroduction(line);
  const names = nameAlone(bare.replace(DAY_BEHIND, '').replace(AGENCY, ''));
  if (names !== undefined) return names.some(isLabel) ? undefined : names;
  const name = (LABELLED().exec(line) ?? SIGNED().exec(line))?.[1] ?? UNCASED_NAME().exec(bare)?.[0];
  return name === undefined ? undefined : [name];
}

/** Whether a line is what stands over a name: `Autor`, `By`. */
export const isLabel = (line: string): boolean => isIntroduction(line) || isIntroduction(`${line}:`);

/** Whether a line introduces a name and says nothing else. */
const isIntroduction = (line: string): boolean => STARTS().test(`${line} `) && ONLY_INTRODUCTION().test(line);

const withoutIntroduction = (line: string): string => line.replace(INTRODUCTION(), '');

/** Behind a sign that parts, or behind "on". */
const DAY_BEHIND = /(?:\s?[,|·•–—-]\s?\d|\s(?:am|on|le|el|il|den|op|vom)\s\d|\s\d{1,4}[./-]\d).*$|[\s,:|]+$/;
/** A news agency behind the name. */
const AGENCY = /(?: ?\/ ?| ?, | \()(?:[a-z]{2,5}|[A-Z]{2,5}|Reuters)\)?$/;
/** Asked first, as it is of every line. */
const STARTS = once(() => new RegExp(`^(?:${DONE}\\s)?${BY}:?\\s`, 'i'));
const BEHIND_BY = once(() => new RegExp(`^${writtenBy()}:?\\s+`, 'u'));
const ONLY_INTRODUCTION = once(() => new RegExp(`^${writtenBy()}:?$`, 'u'));
const INTRODUCTION = once(() => new RegExp(`^(?:${writtenBy()}\\s+|\\p{L}+\\s?[:：]\\s*)`, 'u'));
const NAMES = once(() => new RegExp(`^${NAME}(?:${AND}${NAME})*$`, 'u'));
const UNCASED_NAME = once(() => new RegExp(`^${UNCASED_WORD}(?: ${UNCASED_WORD}){0,2}$`, 'u'));
