/**
 * Pieces → phrasing content. The mark that reaches furthest goes outside, so that touching marks become one and
 * none is opened twice where once is enough; a link is never cut in two.
 */
import type { PhrasingContent } from 'mdast';
import type { Marks, Piece } from './pieces.ts';

type Name = 'link' | 'delete' | 'strong' | 'emphasis';

/**
 * Where two reach equally far, the first is outside: a link's bracket lets emphasis form beside letters, and strong inside
 * emphasis is `***both***`, which forms there, too.
 */
const ORDER: readonly Name[] = ['link', 'delete', 'emphasis', 'strong'];

const MARKS = ['delete', 'strong', 'emphasis'] as const;

export function phrasing(pieces: readonly Piece[]): PhrasingContent[] {
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === 'text' && isUnmarked(only.marks))
    return [{ type: 'text', value: withAddresses(only.value) }];
  return build(pieces, 0, pieces.length, ORDER, 0);
}

const isUnmarked = (marks: Marks): boolean =>
  marks.link === undefined &&
  marks.strong === undefined &&
  marks.emphasis === undefined &&
  marks.delete === undefined &&
  marks.code === undefined &&
  marks.raw === undefined;

/** The pieces from `start` to `end`; `names` are the marks not opened yet, `raw` how many raw tags are open. */
function build(
  pieces: readonly Piece[],
  start: number,
  end: number,
  names: readonly Name[],
  raw: number,
): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  for (let at = start; at < end; ) {
    const { marks } = pieces[at] as Piece;
    const chosen = furthest(pieces, at, end, names, raw);
    if (chosen === undefined) {
      at = plain(pieces, at, end, raw, found);
      continue;
    }
    if (chosen.name === 'raw') {
      const name = marks.raw?.[raw] ?? '';
      found.push({ type: 'html', value: `<${name}>` });
      for (const node of build(pieces, at, chosen.end, names, raw + 1)) found.push(node);
      found.push({ type: 'html', value: `</${name}>` });
    } else {
      const children = build(
        pieces,
        at,
        chosen.end,
        names.filter((name) => name !== chosen.name),
        raw,
      );
      if (chosen.name !== 'link') found.push({ type: chosen.name, children });
      else {
        const { url = '', title } = marks.link ?? {};
        // A link in a link's content cannot come about: names holds each mark once.
        found.push({ type: 'link', url, ...(title === undefined ? {} : { title }), children: children as never });
      }
    }
    at = chosen.end;
  }
  return found;
}

function furthest(
  pieces: readonly Piece[],
  at: number,
  end: number,
  names: readonly Name[],
  raw: number,
): { name: Name | 'raw'; end: number } | undefined {
  const { marks } = pieces[at] as Piece;
  const candidates: (Name | 'raw')[] = names.filter((name) => marks[name] !== undefined);
  if (marks.raw?.[raw] !== undefined) candidates.push('raw');
  let best: { name: Name | 'raw'; end: number } | undefined;
  for (const name of candidates) {
    let to = at + 1;
    while (to < end && has(pieces[to]?.marks, name, marks, raw)) to += 1;
    if (name !== 'link') to = besideLink(pieces, at, to, end, names);
    if (best === undefined || to > best.end) best = { name, end: to };
  }
  return best;
}

const has = (there: Marks | undefined, name: Name | 'raw', here: Marks, raw: number): boolean =>
  name === 'raw'
    ? there?.raw?.[raw] === here.raw?.[raw]
    : name === 'link'
      ? there?.link === here.link
      : there?.[name] !== undefined;

/** A mark that ends inside a link ends before it. */
function besideLink(pieces: readonly Piece[], at: number, to: number, end: number, names: readonly Name[]): number {
  const link = pieces[to - 1]?.marks.link;
  if (!names.includes('link') || link === undefined || to >= end || pieces[to]?.marks.link !== link) return to;
  let before = to;
  while (before > at && pieces[before - 1]?.marks.link === link) before -= 1;
  return before === at ? to : before;
}

const isSame = (one: Marks, other: Marks): boolean =>
  one.link === other.link && MARKS.every((name) => (one[name] === undefined) === (other[name] === undefined));

/**
 * Readers make links of bare addresses, escaped or not, and take a no-break space for a part of them: a blank after an
 * address is an ordinary one.
 */
const withAddresses = (value: string): string =>
  value.includes('\xa0') && ADDRESS.test(value)
    ? value.replace(/\S+(\xa0?)/g, (word, space) => (space && ADDRESS.test(word) ? `${word.slice(0, -1)} ` : word))
    : value;

const ADDRESS = /:\/\/|www\.|@/i;

/** One leaf, or the texts that follow each other without another mark, as one node. */
function plain(pieces: readonly Piece[], at: number, end: number, raw: number, found: PhrasingContent[]): number {
  const piece = pieces[at] as Piece;
  if (piece.kind === 'break') found.push({ type: 'break' });
  else if (piece.kind === 'leaf') found.push(piece.node);
  else {
    const isCode = piece.marks.code !== undefined;
    let value = '';
    let to = at;
    for (; to < end; to += 1) {
      const next = pieces[to] as Piece;
      if (next.kind !== 'text' || (next.marks.code !== undefined) !== isCode || next.marks.raw?.[raw] !== undefined)
        break;
      if (to > at && !isSame(next.marks, piece.marks)) break;
      value += next.value;
    }
    found.push(
      isCode
        ? { type: 'inlineCode', value: value.replace(/\s+/g, ' ') }
        : { type: 'text', value: withAddresses(value) },
    );
    return to;
  }
  return at + 1;
}
