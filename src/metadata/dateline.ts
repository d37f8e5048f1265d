/**
 * What stands between a headline and its text: the date and the author in plain words, where no markup names them.
 *
 *     Beta of the new timetable                              the headline
 *     Thursday September 19, 2019 4:45 pm by Ove Sandell     the lines read here
 *     The transport office today published …                 the first long text ends them
 */

import { once } from '../once.ts';
import { classNumbersOf } from '../tree/class-numbers.ts';
import { isCommentName } from '../tree/comment-names.ts';
import {
  attribute,
  HAS_MORE,
  NONE,
  type NodeId,
  nextInside,
  nextOutside,
  nodeCount,
  parent,
  rangeLength,
  type Tree,
  text,
} from '../tree/node.ts';
import { behind, isBlankText, isElement, isText, nameSet, ofTag } from '../tree/scan.ts';
import { lettersOf, squeeze, weightOf } from '../words.ts';
import { isInComments } from './byline.ts';
import { writtenDate } from './written-date.ts';

export interface Dateline {
  /** `YYYY-MM-DD`. */
  readonly published?: string;
  readonly authors?: readonly string[];
  /** An element that is called so holds them. */
  readonly isMarked?: boolean;
}

/** So many characters are a paragraph; one sentence may stand before the date, the second is the text. */
const PARAGRAPH = 140;
const SENTENCE = 80;
const MOST_CHARACTERS = 600;
const MOST_PIECES = 24;
/** An element of more nodes is no line. */
const MOST_NODES = 12;
const UNREAD = nameSet('script style noscript template svg select textarea nav form button dl aside');
const HEAD = nameSet('head');
const HEADLINE = nameSet('h1');

/** Empty where no headline stands on the page. `title` is what the page calls itself. */
export function readDateline(tree: Tree, title: string | undefined, language: string | undefined): Dateline {
  const headline = findHeadline(tree, title);
  if (headline === NONE) return {};
  const { lines, marked } = linesAfter(tree, headline);
  const dateIn = (line: string) => writtenDate(line, language);
  const published =
    firstOf(lines, dateIn) ??
    lines.map(dateIn).find((date) => date !== undefined) ??
    linesBefore(tree, headline)
      .map(dateIn)
      .find((date) => date !== undefined) ??
    nearestDate(tree, headline, dateIn);
  const authors = marked ?? authorsIn(lines);
  return {
    ...(published === undefined ? {} : { published }),
    ...(authors === undefined ? {} : { authors, isMarked: marked !== undefined }),
  };
}

/**
 * A page that was changed says when, before or behind the day on which it came out: the earlier of two notes of time
 * close together. Where there are more, they are the days of a list.
 */
function firstOf(lines: readonly string[], dateIn: (line: string) => string | undefined): string | undefined {
  const notes: { date: string; at: number }[] = [];
  for (const [at, line] of lines.slice(0, -1).entries()) {
    for (const part of line.split(/[|·•;]/)) {
      const date = part.length > NOTE_OF_TIME ? undefined : dateIn(part);
      if (date !== undefined) notes.push({ date, at });
    }
    // The text may speak of other days.
    if (notes.length === 0 && line.length > NOTE_OF_TIME && dateIn(line) !== undefined) return undefined;
  }
  const [first, second, ...more] = notes;
  if (first === undefined || second === undefined || more.length > 0 || second.at - first.at > CLOSE) return undefined;
  return [first.date, second.date].sort()[0];
}
const NOTE_OF_TIME = 60;
const CLOSE = 3;

/** The only h1, or the first element whose whole text is the title. */
function findHeadline(tree: Tree, title: string | undefined): NodeId {
  const wanted = lettersOf(title ?? '');
  let first = NONE;
  let count = 0;
  for (let node: NodeId = 0; node !== NONE; ) {
    if (ofTag(UNREAD, tree, node) === 1 || ofTag(HEAD, tree, node) === 1) {
      node = nextOutside(tree, node);
      continue;
    }
    if (ofTag(HEADLINE, tree, node) === 1) {
      count += 1;
      if (first === NONE) first = node;
    }
    if (isText(tree, node) && wanted !== '' && mayBeAsLong(tree, node, wanted.length) && !isBlankText(tree, node)) {
      const own = text(tree, node);
      if (own.length < MOST_CHARACTERS && own.length >= wanted.length && lettersOf(own) === wanted) return node;
    }
    node = nextInside(tree, node);
  }
  return count === 1 ? first : NONE;
}

/** No byte stands for more than one character. */
const mayBeAsLong = (tree: Tree, node: NodeId, length: number): boolean =>
  rangeLength(tree, node) >= length || ((tree.kinds[node] as number) & HAS_MORE) !== 0;

function linesAfter(tree: Tree, headline: NodeId): { lines: string[]; marked: readonly string[] | undefined } {
  const lines: string[] = [];
  let marked: readonly string[] | undefined;
  let size = 0;
  let sentences = 0;
  for (let node = nextOutside(tree, headline); node !== NONE && lines.length < MOST_PIECES; ) {
    if (ofTag(UNREAD, tree, node) === 1 && !isAbout(tree, node)) {
      node = nextOutside(tree, node);
      continue;
    }
    if (isElement(tree, node)) {
      // What readers wrote has days and names of its own.
      if (holdsComments(tree, node)) break;
      marked ??= markedAuthors(tree, node);
    }
    if (isText(tree, node)) {
      const line = squeeze(text(tree, node));
      if (marked === undefined && isMail(tree, parent(tree, node))) marked = nameAlone(lines.at(-1));
      size += line.length;
      const weight = weightOf(line);
      if (weight >= SENTENCE) sentences += 1;
      if (weight > PARAGRAPH || sentences > 1 || size > MOST_CHARACTERS) break;
      if (line !== '') lines.push(line);
    }
    node = nextInside(tree, node);
  }
  // A date may be parted by marks, a name stands in a link: the whole is read last.
  return { lines: [...lines, lines.join('\n')], marked };
}

/** The address of somebody stands behind the name. */
const isMail = (tree: Tree, node: NodeId): boolean =>
  ofTag(LINK, tree, node) === 1 && /^\s*mailto:/i.test(attribute(tree, node, 'href') ?? '');
const LINK = nameSet('a');
const nameAlone = (line = ''): readonly string[] | undefined => (NAMES().test(line) ? namesIn(line) : undefined);

/** Joomla says when and by whom in a list of pairs. */
const isAbout = (tree: Tree, node: NodeId): boolean =>
  ofTag(PAIRS, tree, node) === 1 && ABOUT.test(attribute(tree, node, 'class') ?? '');
const PAIRS = nameSet('dl');
const ABOUT = /(?:^|[\s_-])(?:article|post|entry|item)[_-]?(?:info|meta)(?:$|[\s_-])/;

/** A link to them has fewer nodes. */
const LEAST_COMMENTS = 5;
const holdsComments = (tree: Tree, element: NodeId): boolean =>
  behind(tree, element) - element >= LEAST_COMMENTS &&
  isCommentName(`${attribute(tree, element, 'class') ?? ''} ${attribute(tree, element, 'id') ?? ''}`);

/** So many lines before a headline belong to it: a section's name, a date, in an element with it alone. */
const LINES_BEFORE = 4;
const LEVELS_BEFORE = 3;
const DATE_LINE = 40;

/** The short lines right before the headline, the nearest first. */
function linesBefore(tree: Tree, headline: NodeId): string[] {
  let root = headline;
  for (let level = 0; level < LEVELS_BEFORE && parent(tree, root) > 0; level += 1) root = parent(tree, root);
  const lines: string[] = [];
  for (let node = headline - 1; node > root && lines.length < LINES_BEFORE; node -= 1) {
    if (!isText(tree, node) || ofTag(UNREAD, tree, parent(tree, node)) === 1) continue;
    const line = squeeze(text(tree, node));
    if (line.length > DATE_LINE) break;
    if (line !== '') lines.push(line);
  }
  return lines;
}

const DATE_CLASS =
  /(?:^|[\s_-])(?:pub(?:lish(?:ed)?)?[-_]?|post(?:ed)?[-_]?)?(?:date|dateline|published)(?:$|[\s_-])|[a-z]Date(?:$|[\s_-])/;

/** The date of elements that are called so, in the smallest part around the headline that has one: on lists each item has its own. */
function nearestDate(tree: Tree, headline: NodeId, dateIn: (line: string) => string | undefined): string | undefined {
  const { classes, classesThat } = classNumbersOf(tree);
  const isDate = classesThat((value) => /[Dd]ate|published/.test(value) && DATE_CLASS.test(value));
  const found: { at: NodeId; date: string }[] = [];
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    const isCalledSo = isDate[classes[node] as number] !== 0 || ofTag(TIME, tree, node) === 1;
    if (!isCalledSo || behind(tree, node) - node > MOST_NODES) continue;
    const line = squeeze(text(tree, node));
    // Readers see how long ago it was, or no year.
    const hidden = attribute(tree, node, 'title') ?? attribute(tree, node, 'data-date');
    const date = line.length > DATE_LINE ? undefined : (dateIn(line) ?? (hidden && dateIn(hidden)));
    if (date !== undefined) found.push({ at: node, date });
  }
  return sameAround(tree, headline, found);
}
const TIME = nameSet('time');

/** What all hold that stand in the smallest element around the headline with one of them; they are in source order. */
function sameAround(tree: Tree, headline: NodeId, found: readonly { at: NodeId; date: string }[]): string | undefined {
  const next = found.findIndex(({ at }) => at >= headline);
  const after = next === -1 ? found.length : next;
  for (let around = headline; around !== NONE; around = parent(tree, around)) {
    const end = behind(tree, around);
    if ((found[after - 1]?.at ?? -1) < around && (found[after]?.at ?? end) >= end) continue;
    const inside = found.filter(({ at }) => at >= around && at < end);
    return inside.every(({ date }) => date === inside[0]?.date) ? inside[0]?.date : undefined;
  }
  return undefined;
}

/** "By" where it stands before a name, in small letters and in others; and what says as much before a colon. */
const LABELS =
  '(?:author|autor(?:in|a)?|auteure?|autore|yazar|szerző|kirjoittaja|forfatter|författare|penulis|tác giả|text[eo]?|tekst|testo|words|автор|текст|συντάκτης)\\s?:';
const BY = `(?:by|von|par|por|di|door|av|af|przez|${LABELS})`;
const writtenBy = (): string =>
  `(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|[Aa][vf]|[Pp]rzez|[Аа]втор|${capitalized(LABELS)})`;
/** Each word with a small or a large first letter. */
function capitalized(words: string): string {
  return words.replace(/(?<=[(|])\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
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
    new RegExp(`(?:^|[|·•–—]\\s*|\\d\\s*(?:[AaPp]?[Mm])?,?\\s)${writtenBy()}:?\\s+(${NAME}(?:${AND}${NAME})*)`, 'mu'),
);

function authorsIn(lines: readonly string[]): readonly string[] | undefined {
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

const namesIn = (written: string | undefined): string[] =>
  written === undefined ? [] : written.split(new RegExp(AND)).filter((name) => !OFFICE.test(name));

/** What a class calls the author: the name alone, or behind what introduces it. */
const MARKED = /(?:^|\s)(?:[\w-]*[_-])?(?:authors?|byline|autor|auteur|autore|writer|reporter)(?:[_-]*name)?(?:$|\s)/i;
const LONGEST_MARKED = 80;

function markedAuthors(tree: Tree, node: NodeId): readonly string[] | undefined {
  const value = attribute(tree, node, 'class') ?? '';
  if (!/aut|byline|writer|reporter/i.test(value) || !MARKED.test(value) || isInComments(tree, node)) return undefined;
  const said = squeeze(text(tree, node));
  if (said === '' || said.length > LONGEST_MARKED) return undefined;
  const bare = said.replace(INTRODUCTION(), '').replace(AGENCY, '');
  if (NAMES().test(bare)) return namesIn(bare);
  const name = (LABELLED().exec(said) ?? SIGNED().exec(said))?.[1] ?? UNCASED_NAME().exec(bare)?.[0];
  return name === undefined ? nameAlone(firstPiece(tree, node)) : [name];
}

/** What follows a name in a piece of its own is an office, a day. */
function firstPiece(tree: Tree, element: NodeId): string {
  const end = behind(tree, element);
  for (let node = element + 1; node < end; node += 1) {
    const piece = isText(tree, node) ? squeeze(text(tree, node)).replace(INTRODUCTION(), '') : '';
    if (piece !== '') return piece;
  }
  return '';
}

/** A news agency behind the name. */
const AGENCY = /(?: ?\/ ?| ?, | \()(?:[a-z]{2,5}|[A-Z]{2,5}|Reuters)\)?$/;
const INTRODUCTION = once(() => new RegExp(`^(?:${writtenBy()}\\s+|\\p{L}+\\s?[:：]\\s*)`, 'u'));
const NAMES = once(() => new RegExp(`^${NAME}(?:${AND}${NAME})*$`, 'u'));
const UNCASED_NAME = once(() => new RegExp(`^${UNCASED_WORD}(?: ${UNCASED_WORD}){0,2}$`, 'u'));
