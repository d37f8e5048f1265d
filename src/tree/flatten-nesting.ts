/**
 * Caps how deeply a source nests before it is parsed: the parser's libraries recurse and overflow near 1,000
 * elements. A linear scan of the tags drops those that would open deeper than the cap, with their end tags;
 * their text stays. Sources below the cap, all ordinary pages, come back untouched.
 */

/** No page of a crawl of 1,497 nests deeper than 160; the parser overflows past 1,000. */
export const MAX_NESTING = 400;

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>/g;
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose start tag closes an open one of the same name, so that a run of them does not nest. */
const SELF_CLOSING_RUN = new Set(
  'p li dt dd option optgroup tr td th thead tbody tfoot rp rt a button h1 h2 h3 h4 h5 h6'.split(' '),
);
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;

export function flattenNesting(source: string): { source: string; flattened: number } {
  if (!couldNestDeeply(source)) return { source, flattened: 0 };
  const open: { name: string; dropped: boolean }[] = [];
  const kept: string[] = [];
  let flattened = 0;
  let depth = 0;
  let from = 0;
  let rawUntil = '';
  for (const match of source.matchAll(TAG)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) continue;
    const isEnd = match[1] === '/';
    if (rawUntil !== '' && !(isEnd && name === rawUntil)) continue;
    rawUntil = !isEnd && RAW.test(name) ? name : '';
    if (VOID.has(name)) continue;
    let drop: boolean;
    if (isEnd) {
      const closed = closedBy(open, name);
      if (closed === -1) continue;
      drop = open[closed]?.dropped === true;
      for (const left of open.splice(closed)) if (!left.dropped) depth -= 1;
    } else {
      if (SELF_CLOSING_RUN.has(name) && open.at(-1)?.name === name) {
        if (open.pop()?.dropped === false) depth -= 1;
      }
      drop = depth >= MAX_NESTING && !RAW.test(name);
      open.push({ name, dropped: drop });
      if (drop) flattened += 1;
      else depth += 1;
    }
    if (!drop) continue;
    kept.push(source.slice(from, match.index));
    from = match.index + match[0].length;
  }
  kept.push(source.slice(from));
  return { source: kept.join(''), flattened };
}

/** Index of the open element an end tag closes; misnested tags are looked for a few places down, so that this stays linear. */
function closedBy(open: readonly { name: string }[], name: string): number {
  for (let at = open.length - 1; at >= 0 && at >= open.length - 32; at -= 1) if (open[at]?.name === name) return at;
  return -1;
}

/** A cheap upper bound: fewer than the cap more start tags than end tags means no deep nesting of well-formed markup. */
function couldNestDeeply(source: string): boolean {
  let depth = 0;
  for (let at = source.indexOf('<'); at !== -1; at = source.indexOf('<', at + 1)) {
    const next = source.charCodeAt(at + 1) | 32;
    if (source.charCodeAt(at + 1) === 47) depth = Math.max(0, depth - 1);
    else if (next >= 97 && next <= 122 && (depth += 1) >= MAX_NESTING) return true;
  }
  return false;
}
