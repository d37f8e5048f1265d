/**
 * What stands between a headline and its text: the date and the author in plain words, where no markup names them.
 *
 *     Beta of the new timetable                              the headline
 *     Thursday September 19, 2019 4:45 pm by Ove Sandell     the lines read here
 *     The transport office today published …                 the first long text ends them
 */

import { once } from '../once.ts';
import { isCommentName } from '../tree/comment-names.ts';
import {
  attribute,
  HAS_MORE,
  NONE,
  type NodeId,
  nextInside,
  nextOutside,
  parent,
  rangeLength,
  type Tree,
  text,
} from '../tree/node.ts';
import { behind, isBlankText, isElement, isText, nameSet, ofTag } from '../tree/scan.ts';
import { lettersOf, squeeze, weightOf } from '../words.ts';
import { isInComments } from './byline.ts';
import { namesOf, nearestAuthors, nearestDate, shortLines } from './nearest.ts';
import { writtenDate } from './written-date.ts';
import { authorsIn, nameAlone } from './written-names.ts';

export interface Dateline {
  /** `YYYY-MM-DD`. */
  readonly published?: string;
  readonly authors?: readonly string[];
  /** An element that is called so holds them, or a line of its own that says "by". */
  readonly isMarked?: boolean;
  /** They do not stand under the headline. */
  readonly isFar?: boolean;
}

export interface Asked {
  readonly authors: boolean;
  /** Whether "by" names who wrote the page: on that of a product, who made it. */
  readonly isWritten: boolean;
  /** Whether the page is known to be an article: other pages are full of days that are not their own. */
  readonly isArticle: boolean;
}

/** So many characters are a paragraph; one sentence may stand before the date, the second is the text. */
const PARAGRAPH = 140;
const SENTENCE = 80;
const MOST_CHARACTERS = 600;
const MOST_PIECES = 24;
const UNREAD = nameSet('script style noscript template svg select textarea nav form button dl aside');
const HEAD = nameSet('head');
const HEADLINE = nameSet('h1');

/** Empty where no headline stands on the page. `title` is what the page calls itself. */
export function readDateline(
  tree: Tree,
  title: string | undefined,
  language: string | undefined,
  asked: Asked,
): Dateline {
  const headline = findHeadline(tree, title);
  if (headline === NONE) return {};
  const { lines, marked } = linesAfter(tree, headline);
  const dateIn = (line: string) => writtenDate(line, language);
  const near = marked ?? authorsIn(lines);
  const short = asked.isWritten ? once(() => shortLines(tree, headline)) : undefined;
  const nearest = asked.authors && marked === undefined ? nearestAuthors(tree, headline, short) : undefined;
  const authors = near ?? nearest;
  const published =
    firstOf(lines, dateIn) ??
    lines.map(dateIn).find((date) => date !== undefined) ??
    linesBefore(tree, headline)
      .map(dateIn)
      .find((date) => date !== undefined) ??
    nearestDate(tree, headline, dateIn, asked.isArticle || authors !== undefined ? short : undefined);
  return {
    ...(published === undefined ? {} : { published }),
    ...(authors === undefined
      ? {}
      : { authors, isMarked: (marked ?? nearest) !== undefined, isFar: near === undefined }),
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

/** What a class calls the author: the name alone, or behind what introduces it. */
const MARKED = /(?:^|\s)(?:[\w-]*[_-])?(?:authors?|byline|autor|auteur|autore|writer|reporter)(?:[_-]*name)?(?:$|\s)/i;

function markedAuthors(tree: Tree, node: NodeId): readonly string[] | undefined {
  const value = attribute(tree, node, 'class') ?? '';
  if (!/aut|byline|writer|reporter/i.test(value) || !MARKED.test(value) || isInComments(tree, node)) return undefined;
  return namesOf(tree, node);
}
