/**
 * A text that an editor keeps as a list of pieces, in JSON: paragraphs, headings, lists, each with its words in pieces again
 * (Editor.js, Portable Text, rich text of Contentful and Slate, Draft.js, ProseMirror). As HTML.
 */

/** Where pieces hold their words and further pieces; what else they hold says how they look, or leads elsewhere. */
const HOLDS =
  /^(?:text|value|content|html|children|data|items|body|attributes|attrs|fields|nodes|blocks|innerBlocks|leaves|caption|title)$/;
/** What leads somewhere is a card, an entry of a menu. */
const LEADS = /^(?:slug|url|uri|href|link|permalink|path|publishedAt|datePublished|createdAt)$/;
const KINDS = ['type', 'nodeType', '_type', 'style', 'name', 'tag', 'blockName', 'object', '__typename'];
const HEADING = /head(?:ing|er)|^h[1-6]$|subtitle/i;
const ITEM = /list-?item/i;
const LIST = /list$/i;
/** Bounds, not measurements. */
const MOST_PIECES = 3000;
const LEAST_PIECES = 2;
const MOST_LEVELS = 8;

/** '' where the list is none of text. */
export function htmlOfPieces(list: readonly unknown[]): string {
  if (list.length < LEAST_PIECES || list.length > MOST_PIECES || !list.every(isPiece)) return '';
  const html = list.map((piece) => htmlOf(piece as Piece)).join('');
  return html.replaceAll('</ul><ul>', '');
}

type Piece = Readonly<Record<string, unknown>>;

const isPiece = (value: unknown): value is Piece =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  KINDS.some((key) => key in value) &&
  !Object.keys(value).some((key) => LEADS.test(key));

function htmlOf(piece: Piece): string {
  const kinds = KINDS.map((key) => piece[key]).filter((kind) => typeof kind === 'string');
  const lines = linesOf(piece).filter((line) => line.trim() !== '');
  if (lines.length === 0) return '';
  if (kinds.some((kind) => HEADING.test(kind))) return `<h2>${lines.join(' ')}</h2>`;
  const isList = lines.length > 1 || 'listItem' in piece || kinds.some((kind) => LIST.test(kind) || ITEM.test(kind));
  return isList ? `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>` : paragraphOf(lines[0] as string);
}

/** Markup of its own stays as it is. */
const paragraphOf = (line: string): string =>
  /^\s*<(?:p|h[1-6]|ul|ol|div|table|blockquote)[\s>]/i.test(line) ? line : `<p>${line}</p>`;

/** The words of a piece: pieces of a line one behind the other, items of a list each for itself. */
function linesOf(piece: Piece): string[] {
  const lines: string[] = [];
  const add = (value: unknown, level: number, isItem: boolean): void => {
    if (level > MOST_LEVELS) return;
    if (typeof value === 'string') {
      const html = /<[a-z][^<>]*>/i.test(value) ? value : value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
      if (isItem || lines.length === 0) lines.push(html);
      else lines[lines.length - 1] += html;
    } else if (Array.isArray(value)) for (const one of value) add(one, level + 1, isItem);
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) if (HOLDS.test(key)) add(one, level + 1, isItem);
  };
  for (const [key, value] of Object.entries(piece)) {
    if (!HOLDS.test(key)) continue;
    const items = itemsIn(value);
    if (items === undefined) add(value, 0, false);
    else
      for (const item of items) {
        const before = lines.length;
        lines.push('');
        add(item, 1, false);
        if (lines[before] === '') lines.pop();
      }
  }
  return lines;
}

/** The items of a list: `items`, at the piece or in its data, or its children where these are called items. */
function itemsIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.length > 0 && value.every(isItem) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { items } = value as { readonly items?: unknown };
  return Array.isArray(items) ? items : undefined;
}

const isItem = (value: unknown): boolean =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && KINDS.some((key) => ITEM.test(String((value as Piece)[key] ?? ''))));
