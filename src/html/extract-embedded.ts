/**
 * The article of a page whose visible part has none: as HTML out of its JSON (JSON-LD, the state of a script framework)
 * or its templates, or what an old page says to browsers without frames. What a script would show is there before it runs.
 */
import type { Verdict } from '../document.ts';
import { attribute, kind, NONE, type NodeId, nextInside, nextOutside, type Tree, tag, text } from '../tree/node.ts';
import { assignedJson } from './assigned-json.ts';
import { measure } from './features/measure.ts';
import { htmlOfPieces } from './pieces-of-text.ts';

/** Fewer characters are a label, a notice, a description. */
const LEAST = 300;
/** Sentences: stops and commas for so many characters. */
const CHARACTERS_A_STOP = 250;
/** Bounds, not measurements: a page made to be large must not take long. */
const MOST_VALUES = 200_000;

/** Whether so little of a page was kept that its content must be elsewhere. */
export function isBare(verdicts: readonly Verdict[]): boolean {
  let size = 0;
  for (const { keep, text: words } of verdicts) if (keep) size += words.length;
  return size < BARE;
}
const BARE = 140;

/** A text, and the entries of data that hold it, the nearest first. */
export interface Embedded {
  readonly html: string;
  readonly holders: readonly Entry[];
}

export type Entry = Readonly<Record<string, unknown>>;

/** HTML of the longest text that reads like an article, or nothing. */
export function extractEmbedded(tree: Tree): Embedded | undefined {
  let best: Embedded | undefined;
  let length = 0;
  const offer: Offer = (html, weight, holders = NOBODY, least = LEAST) => {
    const size = proseSize(html);
    if (size >= least && size * weight > length) {
      length = size * weight;
      best = { html, holders };
    }
  };
  for (let node: NodeId = 0; node !== NONE; ) {
    const name = tag(tree, node);
    if (name === 'script') {
      const isJson = /json/i.test(attribute(tree, node, 'type') ?? '');
      offerStrings(isJson ? text(tree, node) : assignedJson(text(tree, node)), offer);
    }
    if (name === 'noframes') offer(text(tree, node), 1, NOBODY, LEAST_BODY);
    if (name === 'template') offer(serialize(tree, node), 1);
    node = name === 'template' ? nextOutside(tree, node) : nextInside(tree, node);
  }
  return best;
}

const NOBODY: readonly Entry[] = [];
/** A text is a part of a part of what has a title, an author, a day. */
const MOST_HOLDERS = 3;

/** Gives HTML, what its characters count, what holds it, and how many characters it must have. */
type Offer = (html: string, weight: number, holders?: readonly Entry[], least?: number) => void;

interface Open {
  readonly value: unknown;
  readonly holders: readonly Entry[];
}

function offerStrings(json: string, offer: Offer): void {
  let open: Open[];
  if (json === '') return;
  try {
    open = [{ value: JSON.parse(json), holders: NOBODY }];
  } catch {
    return;
  }
  for (let left = MOST_VALUES; open.length > 0 && left > 0; left -= 1) {
    const { value, holders } = open.pop() as Open;
    if (typeof value === 'string') {
      // Marked-up text is what the page would show; bare text may be an excerpt of it.
      if (value.length >= LEAST) offerText(value, offer, holders);
    } else if (Array.isArray(value)) {
      const html = htmlOfPieces(value);
      if (html !== '') offer(html, WHOLE, holders);
      for (const one of value) open.push({ value: one, holders });
    } else if (typeof value === 'object' && value !== null) {
      const around = [value as Entry, ...holders].slice(0, MOST_HOLDERS);
      for (const [key, one] of Object.entries(value)) {
        if (BODY.test(key) && typeof one === 'string') offerText(one, offer, around, LEAST_BODY);
        else open.push({ value: one, holders: around });
      }
    }
  }
}

function offerText(value: string, offer: Offer, holders: readonly Entry[], least?: number): void {
  const isMarked = isMarkup(value);
  offer(isMarked ? value : paragraphs(value), isMarked ? WHOLE : 1, holders, least);
}

/** As marked-up text. */
const WHOLE = 1.2;

/** What schema.org calls the text itself; a short one is a short article. */
const BODY = /^articleBody$/;
const LEAST_BODY = 80;

const isMarkup = (value: string): boolean => /<(?:p|h[1-6]|li|div|br|section|article)[\s/>]/i.test(value);

const paragraphs = (value: string): string =>
  value
    .split(/\n\s*\n|\n/)
    .map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
    .join('\n');

/** Characters of text, 0 where it does not read like sentences: code, addresses, lists of keys. */
function proseSize(html: string): number {
  const plain = html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const { size, stops, commas, words } = measure(plain);
  const isProse = stops + commas >= size / CHARACTERS_A_STOP && stops <= words / 2 && !/[{}]\s*[;"]/.test(plain);
  return isProse ? size : 0;
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** The elements inside a node as markup, without recursion. */
function serialize(tree: Tree, root: NodeId): string {
  let html = '';
  const open: { readonly node: NodeId; readonly end: NodeId }[] = [];
  for (let node = nextInside(tree, root, root); node !== NONE; node = nextInside(tree, node, root)) {
    while (open.length > 0 && open.at(-1)?.end === node) html += `</${tag(tree, open.pop()?.node ?? NONE)}>`;
    if (kind(tree, node) === 'text') html += escaped(text(tree, node));
    if (kind(tree, node) !== 'element') continue;
    html += `<${tag(tree, node)}${attributesOf(tree, node)}>`;
    if (!VOID.test(tag(tree, node))) open.push({ node, end: nextOutside(tree, node, root) });
  }
  while (open.length > 0) html += `</${tag(tree, open.pop()?.node ?? NONE)}>`;
  return html;
}

const escaped = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const KEPT_ATTRIBUTES = ['href', 'src', 'alt', 'class', 'id'];

function attributesOf(tree: Tree, node: NodeId): string {
  return KEPT_ATTRIBUTES.map((name) => {
    const value = attribute(tree, node, name);
    return value === undefined ? '' : ` ${name}="${escaped(value).replace(/"/g, '&quot;')}"`;
  }).join('');
}
