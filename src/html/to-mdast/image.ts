/** `<img>` and its kin → image: the address a lazy loader would set, no placeholder, no tracking pixel. */
import type { Image } from 'mdast';
import {
  attribute,
  attributeNames,
  children,
  firstChild,
  NONE,
  type NodeId,
  nextInside,
  nextSibling,
  parent,
  previousSibling,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { isBlankText, isText, nameSet, ofTag } from '../../tree/scan.ts';
import { squeeze } from '../../words.ts';
import { safeAddress } from './address.ts';
import { isAlive, type State } from './state.ts';

const LAZY =
  /^data-(?:lazy-|hi-res-|full-|orig(?:inal)?-|actual-|real-|large-|pin-|pagespeed-lazy-)?src$|^data-(?:original|lazy|url|image|img|hires|orig-file|large-file|full-url)$/;
const LAZY_SET = /^data-(?:lazy-)?(?:srcset|original-set)$/;
/** What stands in `src` until the picture is loaded. */
const PLACEHOLDER =
  /^data:|^about:|(?:^|[/_-])(?:blank|spacer|placeholder|lazy(?:load)?|transparent|1x1|pixel|grey|loading)[\w-]*\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)/i;

/** Of these, what is one for sure: a file that is named for nothing else, without a description. */
const SURELY_NOTHING = /(?:^|\/)(?:blank|spacer|pixel|clear|transparent|placeholder|1x1)\.(?:gif|png|svg)(?:$|\?)/i;
/** Counters of readers that do not say how small they are. */
const COUNTER =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:scorecardresearch\.com|doubleclick\.net|google-analytics\.com|quantserve\.com|pixel\.wp\.com|stats\.wp\.com|facebook\.com\/tr\b)/i;
/** Names that may hold any address: they count where they name a picture, or where nothing else does. */
const ANY = /^data-(?:url|image|img|full-url|original|lazy)$/;
const PICTURE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)(?:$|[?#])/i;

export function image(state: State, node: NodeId): Image | undefined {
  const { tree } = state;
  if (!state.images || isPixel(state, node)) return undefined;
  for (const written of candidates(state, node)) {
    const address = safeAddress(written, state.base);
    if (address === undefined || address === 'unsafe' || address.url === '') continue;
    if ((SURELY_NOTHING.test(written) || COUNTER.test(written)) && !attribute(tree, node, 'alt')) continue;
    const title = squeeze(attribute(tree, node, 'title') ?? '');
    const alt = squeeze(attribute(tree, node, 'alt') ?? '');
    return { type: 'image', url: address.url, alt, ...(title ? { title } : {}) };
  }
  return undefined;
}

/** What an image shows that stands for a sign of the text: `<img class="emoji" alt="☀">`, or a small one of an emoji. */
export function signOf({ tree }: State, node: NodeId): string | undefined {
  const alt = squeeze(attribute(tree, node, 'alt') ?? '');
  if (alt === '' || alt.length > LONGEST_SIGN || alt.includes(' ')) return undefined;
  if (EMOJI_CLASS.test(attribute(tree, node, 'class') ?? '') || isInitial(tree, node, alt)) return alt;
  const width = Number.parseFloat(attribute(tree, node, 'width') ?? attribute(tree, node, 'height') ?? '');
  return width <= WIDEST_SIGN && (isEmoji(alt) || EMOTICON.test(alt)) ? alt : undefined;
}

const LONGEST_SIGN = 32;
const WIDEST_SIGN = 32;
const isEmoji = (alt: string): boolean =>
  /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0f\u20e3]+$/u.test(alt);
const EMOJI_CLASS = /(?:^|\s)(?:emoji|wp-smiley|smil(?:ey|ies)|emoticon)(?:\s|$)/;
/** `:-)`, `;P`, `:lol:`. */
const EMOTICON = /^(?:[:;=8][-'o]?[)(\]DPpOo|/*]|:[a-z_]+:)$/;

/** A drawn letter that the word behind it begins with. */
const isInitial = (tree: Tree, node: NodeId, alt: string): boolean => {
  const next = nextSibling(tree, node);
  return /^\p{Lu}$/u.test(alt) && next !== NONE && isText(tree, next) && /^\p{Ll}/u.test(text(tree, next));
};

/** Addresses in the order they are worth. */
function* candidates({ tree }: State, node: NodeId): Generator<string> {
  const names = attributeNames(tree, node).filter((name) => name.startsWith('data-'));
  const src = valueIn(tree, node, 'src').trim();
  const isReal = src !== '' && !PLACEHOLDER.test(src);
  for (const name of names) {
    if (!LAZY.test(name)) continue;
    const value = valueIn(tree, node, name).trim();
    if (isAddress(value) && !(isReal && ANY.test(name) && !PICTURE.test(value))) yield value;
  }
  for (const name of names) if (LAZY_SET.test(name)) yield* largest(valueIn(tree, node, name));
  if (isReal) yield src;
  yield* largest(valueIn(tree, node, 'srcset'));
  if (tag(tree, parent(tree, node)) === 'picture') {
    for (let at = previousSibling(tree, node); at !== NONE; at = previousSibling(tree, at)) {
      if (tag(tree, at) === 'source') yield* largest(valueIn(tree, at, 'srcset') || valueIn(tree, at, 'data-srcset'));
    }
  }
  if (src !== '' && !src.startsWith('data:')) yield src;
}

const valueIn = (tree: Tree, node: NodeId, name: string): string => attribute(tree, node, name) ?? '';

const isAddress = (value: string): boolean =>
  /^\s*(?:https?:)?\/\/|^\s*[^\s{}[\]]+\.\w{2,5}(?:[?#]\S*)?\s*$|^\s*\.{0,2}\//.test(value);

/** The widest of a srcset's addresses; they may hold commas (HTML, 4.8.4.2.1). */
function largest(srcset: string): string[] {
  let best: string[] = [];
  let most = -1;
  for (const [, url = '', size = '1'] of srcset.matchAll(/([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)/g)) {
    if (Number(size) <= most || url.startsWith('data:')) continue;
    most = Number(size);
    best = [url];
  }
  return best;
}

function isPixel({ tree }: State, node: NodeId): boolean {
  // What AMP says of an image's size may be its proportion.
  if (tag(tree, node) !== 'img') return false;
  return sizeOf(tree, node, 'width', WIDTH) <= 1 && sizeOf(tree, node, 'height', HEIGHT) <= 1;
}

const WIDTH = /(?:^|;)\s*width\s*:\s*([\d.]+)px/i;
const HEIGHT = /(?:^|;)\s*height\s*:\s*([\d.]+)px/i;

function sizeOf(tree: Tree, node: NodeId, name: string, inStyle: RegExp): number {
  const said = attribute(tree, node, name) ?? inStyle.exec(attribute(tree, node, 'style') ?? '')?.[1];
  return Number.parseFloat(said ?? '100');
}

/** The image before a `<noscript>` is the lazy form of the one inside it. */
export function hasImageBeside(state: State, noscript: NodeId): boolean {
  const { tree } = state;
  for (let at = previousSibling(tree, noscript); at !== NONE; at = previousSibling(tree, at)) {
    if (tag(tree, at) === '') continue;
    if (isImage(tag(tree, at))) return image(state, at) !== undefined;
    for (let inside = firstChild(tree, at); inside !== NONE; inside = nextInside(tree, inside, at)) {
      if (isImage(tag(tree, inside))) return image(state, inside) !== undefined;
    }
    return false;
  }
  // Zhihu sets the copy first.
  let after = nextSibling(tree, noscript);
  while (after !== NONE && isText(tree, after) && isBlankText(tree, after)) after = nextSibling(tree, after);
  return after !== NONE && isImage(tag(tree, after)) && isAlive(state, after) && image(state, after) !== undefined;
}

/** `<img>`, and the elements that sites make for it: `<amp-img>`, `<a-img>`, `<lazy-image>`. */
export const isImage = (name: string): boolean => name === 'img' || (name.includes('-') && OWN.test(name));
const OWN = /^(?:\w+-)+(?:img|image)$|^amp-anim$/;

const SPAN = nameSet('span');
const FIGURE = nameSet('figure');

/** Words beside a picture that a figure makes a button of: "click to see it in full size". */
export function isPictureLabel(tree: Tree, node: NodeId): boolean {
  const button = parent(tree, node);
  if (ofTag(SPAN, tree, node) === 0 || ofTag(FIGURE, tree, parent(tree, button)) === 0) return false;
  return (
    attribute(tree, button, 'role') === 'button' &&
    children(tree, button).some((at) => isImage(tag(tree, at)) || tag(tree, at) === 'picture')
  );
}
