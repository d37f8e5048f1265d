/** Seeded tag soup, and real pages cut and shuffled: the same number always gives the same source. */

/** Numbers from 0 to below `below`, evenly enough (mulberry32). */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const TAGS =
  'a a b b i em font nobr code big p p div div span ul ol li li dl dt dd table table tr td th tbody thead tfoot caption col colgroup select option optgroup hr input textarea button form h1 h2 pre listing plaintext xmp iframe noembed noframes noscript script style title template template html head body frameset frame svg math mi mo mtext annotation-xml foreignObject desc title mglyph malignmark br img image area applet marquee object ruby rb rt rtc rp main nav section search address center dialog menu keygen base link meta param source x-y ABBR DIV'.split(
    ' ',
  );
const ATTRIBUTES = [
  'a=1',
  'a=2',
  'id="x"',
  "class='y z'",
  'type=hidden',
  'encoding="text/html"',
  'color=red',
  'xlink:href=#a',
  'viewBox=0',
  'definitionurl=u',
  'xml:lang=en',
  'checked',
  'title="a&amp;b&copy=1&notit;&lt"',
  'href=/a/',
  'A=B',
  '=c',
  'd = e',
  '"f',
  'g=&#65;',
  '/',
  'h="\r\n"',
  'ü=ö',
];
const TEXTS = [
  'x',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t\f',
  ' x ',
  'a & b',
  '&amp;',
  '&lt;b',
  '&notin;',
  '&not',
  '&#0;',
  '&#x80;',
  '&#13;',
  '&#32;',
  '&Tab;',
  '&NewLine;',
  '&#10;',
  '&#x1F600;',
  '&#xD800;',
  '&bogus;',
  '&',
  '&#;',
  '&#x;',
  '<',
  '</',
  '< ',
  '</>',
  '</ x>',
  '<3',
  '\0',
  ' \0 ',
  'ä',
  '😀',
  '>',
  '"',
  ']]>',
  '-->',
];
const DECLARATIONS = [
  '<!--c-->',
  '<!-->',
  '<!--->',
  '<!--a--!>',
  '<!--a-->b-->',
  '<!-- -- -->',
  '<!x>',
  '<?php x?>',
  '<![CDATA[x&amp;y]]>',
  '<![CDATA[ ',
  '<!DOCTYPE html>',
  '<!doctype>',
  '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">',
  "<!DOCTYPE html SYSTEM 'about:legacy-compat'>",
  '<!DOCTYPE svg x>',
  '<!--<script>',
  '<script><!--<script></script>--></script>',
  '<!',
  '<!-',
  '<!--',
];

/** A source of up to 40 pieces. */
export function soup(seed: number): string {
  const next = random(seed);
  const pick = <T>(items: readonly T[]): T => items[next(items.length)] as T;
  const vocabulary = next(3) === 0 ? Array.from({ length: 6 }, () => pick(TAGS)) : TAGS;
  const pieces: string[] = next(2) === 0 ? ['<!DOCTYPE html>'] : [];
  for (let count = next(40) + 1; count > 0; count -= 1) {
    const kind = next(20);
    if (kind < 9) pieces.push(startTag(next, pick(vocabulary), pick));
    else if (kind < 14) pieces.push(`</${pick(vocabulary)}>`);
    else if (kind < 19) pieces.push(pick(TEXTS));
    else pieces.push(pick(DECLARATIONS));
  }
  return pieces.join('');
}

function startTag(next: (below: number) => number, name: string, pick: <T>(items: readonly T[]) => T): string {
  let attributes = '';
  for (let count = next(5) - 2; count > 0; count -= 1) attributes += ` ${pick(ATTRIBUTES)}`;
  return `<${name}${attributes}${next(8) === 0 ? '/' : ''}${next(60) === 0 ? '' : '>'}`;
}

/** A piece of a page with tags dropped, doubled, moved and cut. */
export function mutate(page: string, seed: number): string {
  const next = random(seed);
  const start = next(Math.max(1, page.length - 4000));
  const pieces = page.slice(start, start + 500 + next(6000)).split(/(?=<)/);
  for (let count = next(12) + 1; count > 0 && pieces.length > 1; count -= 1) {
    const at = next(pieces.length);
    const piece = pieces[at] as string;
    const kind = next(5);
    if (kind === 0) pieces.splice(at, 1);
    else if (kind === 1) pieces.splice(next(pieces.length), 0, piece);
    else if (kind === 2) pieces[at] = piece.slice(0, next(piece.length + 1));
    else if (kind === 3) pieces.splice(next(pieces.length), 0, ...pieces.splice(at, next(5) + 1));
    else pieces.splice(at, 0, soup(next(1 << 30)).slice(0, 60));
  }
  // The cuts may part the two halves of a character, which no bytes stand for.
  return pieces.join('').toWellFormed();
}
