/**
 * Caps how deeply a source nests before it is parsed: the parser's libraries recurse and overflow near 1,000
 * elements, and some of its rules look through all open elements. One pass over the tags follows which elements
 * are open, by the parser's own rules of what closes what, and takes out those that would open deeper than the cap,
 * with their end tags; their text stays. Ordinary pages come back untouched.
 */
import { RAW_TEXT, type SourceTag, scanTags } from './scan-tags.ts';

/** The deepest of 1,497 crawled pages nests 56 deep; the parser overflows past 1,000. */
export const MAX_NESTING = 400;
/** Open formatting elements are opened anew in each block: without a cap a page of them grows quadratically. */
const MAX_FORMATTING = 20;
/** The parser compares each attribute of a tag with all others of it. */
const MAX_ATTRIBUTES = 1000;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const VOID = set('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr');
const FORMATTING = set('a b big code em font i nobr s small strike strong tt u');
const SPECIAL = set(
  'address applet article aside blockquote body button caption center colgroup dd details dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html iframe li listing main marquee menu nav noembed noframes noscript object ol p plaintext pre script search section select style summary table tbody td template textarea tfoot th thead title tr ul xmp',
);
const SCOPE = set('applet caption html table td th marquee object template');
const SHIELDS_FORMATTING = set('applet caption marquee object td template th');
const P_SCOPE: ReadonlySet<string> = new Set([...SCOPE, 'button']);
const LI_SCOPE: ReadonlySet<string> = new Set([...SCOPE, 'ol', 'ul']);
const TABLE_SCOPE = set('table template html');
const ITEM_SCOPE: ReadonlySet<string> = new Set([...SPECIAL].filter((name) => !/^(?:address|div|p)$/.test(name)));
const TABLE_PARTS = set('table caption colgroup tbody thead tfoot tr td th');
const CLOSES_P = set(
  'address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup li listing main menu nav ol p pre search section summary ul',
);
/** What a start tag closes, and what shields the open ones from it. */
const IMPLIED: ReadonlyMap<string, { readonly closes: ReadonlySet<string>; readonly until: ReadonlySet<string> }> =
  new Map([
    ['li', { closes: set('li'), until: ITEM_SCOPE }],
    ['dd', { closes: set('dd dt'), until: ITEM_SCOPE }],
    ['dt', { closes: set('dd dt'), until: ITEM_SCOPE }],
    ['button', { closes: set('button'), until: SCOPE }],
    ['option', { closes: set('option'), until: SPECIAL }],
    ['td', { closes: set('td th'), until: TABLE_SCOPE }],
    ['th', { closes: set('td th'), until: TABLE_SCOPE }],
    ['tr', { closes: set('tr'), until: TABLE_SCOPE }],
    ['tbody', { closes: set('tbody thead tfoot'), until: TABLE_SCOPE }],
    ['thead', { closes: set('tbody thead tfoot'), until: TABLE_SCOPE }],
    ['tfoot', { closes: set('tbody thead tfoot'), until: TABLE_SCOPE }],
  ]);

interface Open {
  readonly name: string;
  readonly isDropped: boolean;
  /** For an element that shields formatting: how much of the list was shielded before it. */
  readonly shieldedBefore?: number;
  readonly formatting?: Formatting;
}

interface Formatting {
  readonly name: string;
  /** Its start tag: the parser counts equal ones. */
  readonly source: string;
  isOpen: boolean;
}

interface Nesting {
  readonly open: Open[];
  /** How many of each name are open. */
  readonly counts: Map<string, number>;
  /** Formatting elements without an end tag yet: they outlive the blocks they stand in, and are opened anew in the next. */
  readonly formatting: Formatting[];
  /** How many of them stand outside the cell or object that is being read. */
  shielded: number;
  depth: number;
}

export function flattenNesting(source: string): { source: string; flattened: number } {
  const nesting: Nesting = { open: [], counts: new Map(), formatting: [], shielded: 0, depth: 0 };
  let textFrom = 0;
  return dropTags(source, (tag) => {
    if (tag.start > textFrom) reopenFormatting(nesting);
    textFrom = tag.end;
    const isDropped = tag.isEnd ? endElement(nesting, tag.name) : startElement(nesting, tag, source);
    return isDropped || tag.attributes > MAX_ATTRIBUTES;
  });
}

/** The last resort: only tags that cannot nest stay. */
export const keepFlatTags = (source: string): { source: string; flattened: number } =>
  dropTags(source, ({ name }) => !FLAT.has(name));
const FLAT = set('p br hr h1 h2 h3 h4 h5 h6 script style title textarea xmp iframe noembed noframes meta link base');

function dropTags(source: string, isDropped: (tag: SourceTag) => boolean): { source: string; flattened: number } {
  const kept: string[] = [];
  let flattened = 0;
  let from = 0;
  for (const tag of scanTags(source)) {
    if (!isDropped(tag)) continue;
    if (!tag.isEnd) flattened += 1;
    kept.push(source.slice(from, tag.start));
    from = tag.end;
  }
  kept.push(source.slice(from));
  return { source: kept.join(''), flattened };
}

/** Opens an element; whether its tag is to be dropped. */
function startElement(nesting: Nesting, tag: SourceTag, source: string): boolean {
  const { name } = tag;
  if (VOID.has(name) || isIgnored(nesting, name)) return false;
  if (tag.isSelfClosing && !SPECIAL.has(name) && isForeign(nesting)) return false;
  if (name === 'a' || name === 'nobr') endElement(nesting, name);
  else if (!isForeign(nesting)) closeImplied(nesting, name);
  if (!SPECIAL.has(name) || name === 'button') reopenFormatting(nesting);
  let isDropped = nesting.depth >= MAX_NESTING && !RAW_TEXT.has(name);
  let formatting: Formatting | undefined;
  if (FORMATTING.has(name) && !isDropped) {
    formatting = addFormatting(nesting, name, source.slice(tag.start, tag.end));
    isDropped = formatting === undefined;
  }
  const shield = SHIELDS_FORMATTING.has(name) ? { shieldedBefore: nesting.shielded } : {};
  if (SHIELDS_FORMATTING.has(name)) nesting.shielded = nesting.formatting.length;
  push(nesting, { name, isDropped, ...shield, ...(formatting === undefined ? {} : { formatting }) });
  return isDropped;
}

function push(nesting: Nesting, opened: Open): void {
  nesting.open.push(opened);
  nesting.counts.set(opened.name, (nesting.counts.get(opened.name) ?? 0) + 1);
  if (!opened.isDropped) nesting.depth += 1;
}

/** Text and inline elements open the formatting again that a block closed before its end tag. */
function reopenFormatting(nesting: Nesting): void {
  const { formatting, shielded } = nesting;
  let at = formatting.length;
  while (at > shielded && formatting[at - 1]?.isOpen === false) at -= 1;
  for (const again of formatting.slice(at)) {
    again.isOpen = true;
    push(nesting, { name: again.name, isDropped: false, formatting: again });
  }
}

/** The parser opens parts of a table only inside one. */
const isIgnored = ({ counts }: Nesting, name: string): boolean =>
  name !== 'table' &&
  TABLE_PARTS.has(name) &&
  !['table', 'template', 'svg', 'math'].some((around) => counts.get(around));

const isForeign = ({ counts }: Nesting): boolean => (counts.get('svg') ?? 0) > 0 || (counts.get('math') ?? 0) > 0;

/** The parser remembers three of the same tag. Nothing where the cap is reached: then the element is not to be opened. */
function addFormatting(nesting: Nesting, name: string, source: string): Formatting | undefined {
  const { formatting, shielded } = nesting;
  const same = formatting.filter((one, at) => at >= shielded && one.source === source);
  if (same[2] !== undefined && same[0] !== undefined) formatting.splice(formatting.indexOf(same[0]), 1);
  if (formatting.length >= MAX_FORMATTING) return undefined;
  const added = { name, source, isOpen: true };
  formatting.push(added);
  return added;
}

function closeImplied(nesting: Nesting, name: string): void {
  const implied = IMPLIED.get(name);
  if (implied !== undefined) closeFrom(nesting, find(nesting, implied.closes, implied.until));
  if (CLOSES_P.has(name)) closeFrom(nesting, find(nesting, P_ONLY, P_SCOPE));
}
const P_ONLY = set('p');

/** Closes an element; whether its end tag is to be dropped. */
function endElement(nesting: Nesting, name: string): boolean {
  const { open, formatting } = nesting;
  if (FORMATTING.has(name)) {
    const last = formatting.findLastIndex((one) => one.name === name);
    if (last >= nesting.shielded) formatting.splice(last, 1);
  }
  const at = find(nesting, new Set([name]), shieldOf(name));
  const found = open[at];
  if (found === undefined) return false;
  // What stands inside a form outlives it, as does a block inside a formatting element.
  if (name === 'form' || (FORMATTING.has(name) && open.slice(at).some((one) => SPECIAL.has(one.name)))) {
    open.splice(at, 1);
    forget(nesting, found);
  } else closeFrom(nesting, at);
  return found.isDropped;
}

function shieldOf(name: string): ReadonlySet<string> {
  if (TABLE_PARTS.has(name)) return TABLE_SCOPE;
  if (name === 'p') return P_SCOPE;
  if (name === 'li') return LI_SCOPE;
  return SPECIAL.has(name) || FORMATTING.has(name) ? SCOPE : SPECIAL;
}

/** Index of the innermost open element of these names that no shield stands before, or -1. */
function find({ open, counts }: Nesting, names: ReadonlySet<string>, shields: ReadonlySet<string>): number {
  let some = false;
  for (const name of names) some ||= (counts.get(name) ?? 0) > 0;
  if (!some) return -1;
  const lowest = Math.max(0, open.length - MAX_NESTING);
  for (let at = open.length - 1; at >= lowest; at -= 1) {
    const name = open[at]?.name ?? '';
    if (names.has(name)) return at;
    if (shields.has(name)) return -1;
  }
  return -1;
}

function closeFrom(nesting: Nesting, at: number): void {
  if (at === -1) return;
  for (const closed of nesting.open.splice(at).reverse()) {
    forget(nesting, closed);
    if (closed.shieldedBefore === undefined) continue;
    nesting.formatting.length = Math.min(nesting.formatting.length, nesting.shielded);
    nesting.shielded = closed.shieldedBefore;
  }
}

function forget(nesting: Nesting, { name, isDropped, formatting }: Open): void {
  if (formatting !== undefined) formatting.isOpen = false;
  nesting.counts.set(name, (nesting.counts.get(name) ?? 1) - 1);
  if (!isDropped) nesting.depth -= 1;
}
