/** Classes and ids that a page's own short style sheets hide: `.trap{display:none}`. Rules are read one by one, without a cascade. */
import { classNumbersOf } from '../tree/class-numbers.ts';
import { firstChild, NONE, type NodeId, nodeCount, rangeLength, type Tree, text } from '../tree/node.ts';
import { nameSet, ofTag } from '../tree/scan.ts';
import { codeMayHold, WordSearch } from '../tree/word-search.ts';

const SHEETS = nameSet('style');
const SCRIPTS = nameSet('script');
/** Bytes. The bundles of themes hide what their scripts show; a rule written for one page stands in a short sheet. */
const LONGEST_SHEET = 20_000;

/** `visibility` is for what waits until the page is drawn. */
const HIDES = /(?:^|[;{\s])display\s*:\s*none/i;
const SHOWS = /(?:^|[;\s])display\s*:(?!\s*none)/i;
const NONE_SHOWN = new WordSearch('none');
/** Looked for first: most rules are about something else. */
const DISPLAY = /display/i;
const SIMPLE = /^[.#][\w-]+$/;

/** The names with their sign, `.trap` and `#trap`, of what may be on the page: no rule of a wide screen and no script of the page shows them again. */
export function hiddenBySheets(tree: Tree): ReadonlySet<string> {
  const hidden = new Set<string>();
  const shown = new Set<string>();
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (ofTag(SHEETS, tree, node) === 0) continue;
    const content = firstChild(tree, node);
    if (content === NONE || rangeLength(tree, content) > LONGEST_SHEET || !codeMayHold(tree, node, NONE_SHOWN))
      continue;
    const sheet = text(tree, node);
    if (HIDES.test(sheet)) readSheet(sheet.replace(/\/\*[\s\S]*?\*\//g, ''), hidden, shown);
  }
  for (const name of shown) hidden.delete(name);
  if (hidden.size > 0) dropAbsent(tree, hidden);
  if (hidden.size > 0) dropScripted(tree, hidden);
  return hidden;
}

/** Each rule by its selector; inside `@media` those that hold on a wide screen. */
function readSheet(sheet: string, hidden: Set<string>, shown: Set<string>): void {
  /** For each block around that holds rules, whether these hold. */
  const around: boolean[] = [];
  let from = 0;
  let selector = '';
  let opening = sheet.indexOf('{');
  let closing = sheet.indexOf('}');
  while (opening !== -1 || closing !== -1) {
    const isOpening = opening !== -1 && (closing === -1 || opening < closing);
    const index = isOpening ? opening : closing;
    const piece = sheet.slice(from, index);
    from = index + 1;
    if (isOpening) opening = sheet.indexOf('{', from);
    else closing = sheet.indexOf('}', from);
    if (isOpening) {
      if (selector !== '') around.push(isWide(selector));
      selector = piece.slice(piece.lastIndexOf(';') + 1).trim();
    } else if (selector === '') around.pop();
    else {
      if (!around.includes(false)) readRule(selector, piece, hidden, shown);
      selector = '';
    }
  }
}

const isWide = (rule: string): boolean =>
  !/print|max-width|max-device-width|prefers-|@(?:-webkit-)?keyframes/i.test(rule);

function readRule(selector: string, declarations: string, hidden: Set<string>, shown: Set<string>): void {
  if (!DISPLAY.test(declarations)) return;
  const hides = HIDES.test(declarations);
  if (selector.startsWith('@') || !(hides || SHOWS.test(declarations))) return;
  for (const one of selector.split(',')) {
    const name = one.trim();
    if (hides && SIMPLE.test(name)) hidden.add(name);
    // `.menu.open{display:block}`: what a state shows a reader can get at.
    else if (!hides) for (const [part] of name.matchAll(/[.#][\w-]+/g)) shown.add(part);
  }
}

/** Sheets hide much that the page before us does not have, and scripts are long. */
function dropAbsent(tree: Tree, hidden: Set<string>): void {
  const { classValues } = classNumbersOf(tree);
  for (const name of hidden) {
    if (name.startsWith('.') && !classValues.some((value) => value.includes(name.slice(1)))) hidden.delete(name);
  }
}

/** A script that names what is hidden may show it. */
function dropScripted(tree: Tree, hidden: Set<string>): void {
  for (let node: NodeId = 1; node < nodeCount(tree) && hidden.size > 0; node += 1) {
    if (ofTag(SCRIPTS, tree, node) === 0) continue;
    const script = text(tree, node);
    for (const name of hidden) if (script.includes(name.slice(1))) hidden.delete(name);
  }
}
