/** Dates and names that stand anywhere on a page, in elements that are called so: those nearest to the headline. */
import { classNumbersOf } from '../tree/class-numbers.ts';
import { attribute, NONE, type NodeId, nodeCount, parent, rangeLength, type Tree, text } from '../tree/node.ts';
import { behind, isBlankText, isText, nameSet, ofTag } from '../tree/scan.ts';
import { squeeze } from '../words.ts';
import { BETWEEN, isInComments } from './byline.ts';
import { calledNames, introducedNames, isLabel, mayIntroduce, nameAlone } from './written-names.ts';

const DATE_CLASS =
  /(?:^|[\s_-])(?:pub(?:lish(?:ed)?)?[-_]?|post(?:ed)?[-_]?)?(?:date|dateline|published)(?:$|[\s_-])|[a-z]Date(?:$|[\s_-])/;

/**
 * The date of elements that are called so, or else, with `lines`, of these, in the smallest part around the headline that has
 * one: on lists each item has its own.
 */
export function nearestDate(
  tree: Tree,
  headline: NodeId,
  dateIn: (line: string) => string | undefined,
  lines: (() => readonly ShortLine[]) | undefined,
): string | undefined {
  const { classes, classesThat } = classNumbersOf(tree);
  const isDate = classesThat((value) => /[Dd]ate|published/.test(value) && DATE_CLASS.test(value));
  const found: Found[] = [];
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    const isCalledSo = isDate[classes[node] as number] !== 0 || ofTag(TIME, tree, node) === 1;
    if (!isCalledSo || behind(tree, node) - node > MOST_NODES) continue;
    const line = piecesIn(tree, node).join(' ');
    // Readers see how long ago it was, or no year.
    const hidden = attribute(tree, node, 'title') ?? attribute(tree, node, 'data-date');
    const date = line.length > MOST_OF_LINE ? undefined : (dateIn(line) ?? (hidden && dateIn(hidden)));
    if (date !== undefined) found.push({ at: node, said: date });
  }
  const date = sameAround(tree, headline, found);
  if (date !== undefined || lines === undefined) return date;
  const lone: Found[] = [];
  let before = '';
  for (const { at, line } of lines()) {
    const said = /\d/.test(line) ? squeeze(line) : '';
    const date = said === '' || said.length > MOST_OF_LINE ? undefined : dateIn(said);
    const isChange = date !== undefined && (CHANGED.test(before) || CHANGED.test(line));
    before = line;
    if (date !== undefined && !isChange && !isBeside(tree, at)) lone.push({ at, said: date });
  }
  return sameAround(tree, headline, lone);
}
/** What stands before the day of the last change. */
const CHANGED =
  /updat|modif|edited|active|aktuali|geändert|änderung|revis|mis à jour|actualiz|atualiz|aggiornat|gewijzigd|bijgewerkt|ändra|endret|ændret|обновл|изменен|zmian|更新|修改|수정|최종|تحديث/i;
const TIME = nameSet('time');
/** An element of more nodes is no line. */
const MOST_NODES = 12;
const MOST_OF_LINE = 40;

function piecesIn(tree: Tree, element: NodeId): string[] {
  const pieces: string[] = [];
  const end = behind(tree, element);
  for (let node = element + 1; node < end; node += 1) {
    const piece = isText(tree, node) ? squeeze(text(tree, node)) : '';
    if (piece !== '') pieces.push(piece);
  }
  return pieces;
}

const AUTHOR_CLASS =
  /(?:^|\s)(?:[\w-]*[_-])?(?:authors?|by-?line|autor(?:en|es|i)?|auteurs?|autore|autorenzeile|writer|reporter)(?:[_-]*(?:names?|line|date|te?xt|first|info|meta))?(?:$|\s)/i;
/** Who took a picture, who is quoted or gives an opinion. */
const OTHER_AUTHOR = /image|img|photo|foto|picture|video|caption|quote|testimonial|review/i;

/**
 * Who is named in elements that are called the author, or else, with `lines`, in those that say "by" and nothing but a name, in
 * the smallest part around the headline that has one.
 */
export function nearestAuthors(
  tree: Tree,
  headline: NodeId,
  lines: (() => readonly ShortLine[]) | undefined,
): readonly string[] | undefined {
  const { classes, classesThat } = classNumbersOf(tree);
  const isAuthor = classesThat(
    (value) => /aut|by-?line|writer|reporter/i.test(value) && AUTHOR_CLASS.test(value) && !OTHER_AUTHOR.test(value),
  );
  const called: Found[] = [];
  const add = (found: Found[], at: NodeId, names: readonly string[] | undefined) => {
    if (names !== undefined && !isBeside(tree, at)) found.push({ at, said: names.join('\n') });
  };
  if (isAuthor.includes(1)) {
    for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
      if (isAuthor[classes[node] as number] === 1 && behind(tree, node) - node <= MOST_NODES)
        add(called, node, namesOf(tree, node));
    }
  }
  const names = sameAround(tree, headline, called);
  if (names !== undefined || lines === undefined) return names?.split('\n');
  const introduced: Found[] = [];
  let before = '';
  for (const { at, line } of lines()) {
    const isLabelled = before.endsWith(':') && isLabel(squeeze(before));
    if (isLabelled || mayIntroduce(line))
      add(introduced, at, (isLabelled ? nameAlone : introducedNames)(squeeze(line)));
    before = line;
  }
  return sameAround(tree, headline, introduced)?.split('\n');
}

export interface ShortLine {
  readonly at: NodeId;
  readonly line: string;
}

/** A name or a day that stands farther from the headline is no article's. */
const NODES_BEFORE = 60;
const NODES_BEHIND = 400;

/** The lines of a page that may be a name with what introduces it, with their white space as it is: text between the borders of blocks, or breaks. */
export function shortLines(tree: Tree, headline: NodeId): readonly ShortLine[] {
  const lines: ShortLine[] = [];
  let at: NodeId = NONE;
  let line = '';
  let block: NodeId = NONE;
  const end = Math.min(nodeCount(tree), headline + NODES_BEHIND);
  for (let node: NodeId = Math.max(1, headline - NODES_BEFORE); node < end; node += 1) {
    if (ofTag(BREAK, tree, node) === 1) block = NONE;
    if (!isText(tree, node) || (at === NONE && parent(tree, node) === block) || isBlankText(tree, node)) continue;
    let holder = parent(tree, node);
    for (let level = 0; level < MOST_LEVELS && ofTag(INLINE, tree, holder) === 1; level += 1)
      holder = parent(tree, holder);
    if (holder !== block) {
      if (line !== '') lines.push({ at, line: line.trim() });
      at = node;
      line = '';
      block = holder;
      if (ofTag(UNREAD, tree, holder) === 1) at = NONE;
    }
    if (at === NONE) continue;
    if (line.length > AUTHOR_LINE || rangeLength(tree, node) > MOST_BYTES) {
      at = NONE;
      line = '';
    } else line += ` ${text(tree, node)}`;
  }
  if (line !== '') lines.push({ at, line: line.trim() });
  return lines;
}
const MOST_BYTES = 240;
const BREAK = nameSet('br hr img');
const INLINE = nameSet('a abbr b cite em font i small span strong u');
const UNREAD = nameSet('head title script style option textarea button');

/** The names of an element that is called the author. What follows in a piece of its own is an office, a day. */
export function namesOf(tree: Tree, element: NodeId): readonly string[] | undefined {
  const pieces = piecesIn(tree, element);
  const said = pieces.slice(isLabel(pieces[0] ?? '') ? 1 : 0);
  const [first] = said;
  const line = said.join(' ').replace(/ (?=[,;、，])/g, '');
  if (first === undefined || line.length > AUTHOR_LINE) return undefined;
  const whole = calledNames(line);
  return said.some((piece) => BETWEEN.test(piece)) ? (whole ?? calledNames(first)) : (calledNames(first) ?? whole);
}
const AUTHOR_LINE = 120;

/** In a part of the page that is not about this text, or in what readers wrote. */
function isBeside(tree: Tree, element: NodeId): boolean {
  for (let node = element, level = 0; node > 0 && level < MOST_LEVELS; node = parent(tree, node), level += 1) {
    if (ofTag(WHOLE, tree, node) === 1) break;
    const names = `${attribute(tree, node, 'class') ?? ''} ${attribute(tree, node, 'id') ?? ''}`;
    if (ofTag(ASIDE, tree, node) === 1 || PAGE_PART.test(names)) return true;
  }
  return isInComments(tree, element);
}
const MOST_LEVELS = 12;
const WHOLE = nameSet('article main body');
const ASIDE = nameSet('footer aside nav');
const PAGE_PART = /(?:^|[\s_-])(?:footer|copyright|sidebar|widget|menu|nav|navbar|navigation|dropdown)(?:$|[\s_-])/i;

interface Found {
  readonly at: NodeId;
  readonly said: string;
}

/** What all hold that stand in the smallest element around the headline with one of them; they are in source order. */
function sameAround(tree: Tree, headline: NodeId, found: readonly Found[]): string | undefined {
  const next = found.findIndex(({ at }) => at >= headline);
  const after = next === -1 ? found.length : next;
  for (let around = headline; around !== NONE; around = parent(tree, around)) {
    const end = behind(tree, around);
    if ((found[after - 1]?.at ?? -1) < around && (found[after]?.at ?? end) >= end) continue;
    const inside = found.filter(({ at }) => at >= around && at < end);
    return inside.every(({ said }) => said === inside[0]?.said) ? inside[0]?.said : undefined;
  }
  return undefined;
}
