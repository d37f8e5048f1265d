/** What a heading says, without the line over or under it that stands in the same element: a kicker, a subtitle, the section. */
import { isNextName } from '../tree/next-name.ts';
import { attribute, children, type NodeId, type Tree, text } from '../tree/node.ts';
import { behind, isBlankText, isElement, isText, nameSet, ofTag } from '../tree/scan.ts';
import { lettersOf, squeeze, wordsIn } from '../words.ts';
import { partsOfTitle } from './title.ts';

/** The letters of what the page's head calls it, and of the parts of that. */
export const namesSaid = (said: readonly string[]): ReadonlySet<string> =>
  new Set(said.flatMap((name) => [name, ...partsOfTitle(name)]).map(lettersOf));

export function headingText(tree: Tree, heading: NodeId, names: () => ReadonlySet<string>): string {
  const whole = squeeze(textFrom(tree, heading + 1, behind(tree, heading)));
  const pieces = piecesOf(tree, heading);
  if (pieces.length < 2) return whole;
  return saidPart(tree, pieces, names()) ?? mainPart(tree, pieces) ?? whole;
}

/** The children of the heading that say something, or of the only element in it. */
function piecesOf(tree: Tree, heading: NodeId): NodeId[] {
  let holder = heading;
  for (;;) {
    const pieces = [...children(tree, holder)].filter(
      (node) =>
        (isElement(tree, node) && ofTag(BREAKING, tree, node) === 0) ||
        (isText(tree, node) && !isBlankText(tree, node)),
    );
    const [only] = pieces;
    if (pieces.length !== 1 || only === undefined || !isElement(tree, only)) return pieces;
    holder = only;
  }
}
const BREAKING = nameSet('br wbr');

/** All but the first piece, or but the last, where the head calls the page just so, and not by the other part as well. */
function saidPart(tree: Tree, pieces: readonly NodeId[], names: ReadonlySet<string>): string | undefined {
  const found = new Set<string>();
  for (let cut = 1; cut < pieces.length; cut += 1) {
    for (const part of [pieces.slice(cut), pieces.slice(0, cut)]) {
      const line = joined(tree, part);
      if (isTitle(line) && names.has(lettersOf(line))) found.add(line);
    }
    if (cut >= MOST_CUTS) break;
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
const MOST_CUTS = 4;

const BESIDE =
  /(?:^|[\s_-]|article)(?:kicker|dachzeile|eyebrow|(?:over|roof|top|strap|tag|spitz)-?(?:line|marke)|(?:top|sub|super|pre|over)-?title|sub-?head(?:ing|line)?|(?:entry|post)-section|visually-?hidden|sr-only|screen-reader-text)(?:$|[\s_-])/i;
const SMALL = nameSet('small');

/** What is left without the pieces that are called a line over or under the title. */
function mainPart(tree: Tree, pieces: readonly NodeId[]): string | undefined {
  const isBeside = (node: NodeId): boolean =>
    ofTag(SMALL, tree, node) === 1 || (isElement(tree, node) && BESIDE.test(attribute(tree, node, 'class') ?? ''));
  const left = pieces.filter((node) => !isBeside(node));
  const line = left.length < pieces.length ? joined(tree, left) : '';
  return isTitle(line) ? line : undefined;
}

const LEAST_LETTERS = 8;
const isTitle = (line: string): boolean => wordsIn(line).length > 1 || lettersOf(line).length >= LEAST_LETTERS;

/** Without the signs that parted them from the rest. */
const joined = (tree: Tree, pieces: readonly NodeId[]): string =>
  squeeze(pieces.map((node) => textFrom(tree, node, behind(tree, node))).join(' ')).replace(
    /^[:|/–—·•-]+\s+|\s+[:|/–—·•-]+$|\s*[|:]$/g,
    '',
  );

/** Text of a range of nodes, with a blank for each break and each border of a block in it. */
function textFrom(tree: Tree, first: NodeId, end: NodeId): string {
  let found = '';
  for (let node = first; node < end; node += 1) {
    if (isText(tree, node)) found += text(tree, node);
    else if (ofTag(UNTITLED, tree, node) === 1) node = behind(tree, node) - 1;
    else if (ofTag(BREAKS, tree, node) === 1 || isNextName(tree, node)) found += ' ';
  }
  return found;
}
const BREAKS = nameSet('br div p h2 h3 h4 li');
/** No part of a heading's words. */
const UNTITLED = nameSet('button style script');
