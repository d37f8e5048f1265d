/** `<iframe>`, `<video>` and their kin → a link to what they show, by its title or its host. */
import type { Link } from 'mdast';
import {
  attribute,
  firstChild,
  NONE,
  type NodeId,
  nextInside,
  nextSibling,
  parent,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { squeeze } from '../../words.ts';
import { safeAddress } from './address.ts';
import type { State } from './state.ts';

const MEDIA = nameSet('video audio');
/** Where an address stands, and where it waits until the reader comes near. */
const SOURCES = [
  'src',
  'data',
  'url',
  'data-src',
  'data-lazy-src',
  'data-litespeed-src',
  'data-cmp-src',
  'data-cookieblock-src',
];

/** Frames that show nothing to read or to see: advertisements, counters, buttons to share and to follow, proofs that one is human. */
const NOT_SHOWN =
  /^https?:\/\/(?:[\w-]+\.)*(?:doubleclick\.net|googlesyndication\.com|googletagmanager\.com|google-analytics\.com|adnxs\.com|amazon-adsystem\.com|taboola\.com|outbrain\.com|addthis\.com|sharethis\.com|disqus\.com|hcaptcha\.com|recaptcha\.net|challenges\.cloudflare\.com|google\.com\/recaptcha|facebook\.com\/(?:v[\d.]+\/)?plugins\/(?:like|share|follow|page|comments)|(?:twitter|x)\.com\/(?:widgets\/)?(?:tweet_button|follow_button)|youtube\.com\/subscribe_embed)(?:[/.?:#]|$)/i;

export function embed(state: State, node: NodeId): Link | undefined {
  const { tree } = state;
  if (!state.links || isTiny(tree, node)) return undefined;
  const url = playerAddress(tree, node) ?? addressOf(state, node);
  // A page shows a film once; its copy for readers without scripts is no second one.
  if (url === undefined || state.embedded.has(url)) return undefined;
  state.embedded.add(url);
  const said = squeeze(
    attribute(tree, node, 'title') ?? attribute(tree, node, 'aria-label') ?? attribute(tree, node, 'playlabel') ?? '',
  );
  const label = said || (ofTag(MEDIA, tree, node) === 1 ? fileOf(url) : undefined) || hostOf(url) || url;
  return { type: 'link', url, children: [{ type: 'text', value: label }], data: { embed: true } };
}

/** Elements that scripts make players of: they know an address, or a film's number at the one place that the name says. */
export function isPlayer(tree: Tree, node: NodeId): boolean {
  const name = tag(tree, node);
  if (name !== 'oembed' && !PLAYER.test(name)) return false;
  // For readers without scripts there may be a link in it.
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node))
    if (tag(tree, at) === 'a') return false;
  return true;
}
const PLAYER = /^(?:lite|amp)-(youtube|vimeo)$/;

function playerAddress(tree: Tree, node: NodeId): string | undefined {
  const site = PLAYER.exec(tag(tree, node))?.[1];
  const film = attribute(tree, node, 'videoid') ?? attribute(tree, node, 'data-videoid');
  if (site === undefined || film === undefined || !/^[\w-]+$/.test(film)) return undefined;
  return site === 'youtube' ? `https://www.youtube.com/watch?v=${film}` : `https://vimeo.com/${film}`;
}

const PARAGRAPH = nameSet('p');

/** Words of a paragraph around an embed: it does not part them. */
export function isInLine(tree: Tree, node: NodeId): boolean {
  const around = parent(tree, node);
  if (ofTag(PARAGRAPH, tree, around) === 0) return false;
  for (let at = firstChild(tree, around); at !== NONE; at = nextSibling(tree, at))
    if (ofTag(UNREAD, tree, at) === 0 && text(tree, at).trim() !== '') return true;
  return false;
}
const UNREAD = nameSet('iframe video audio embed object script noscript style');

function addressOf({ tree, base }: State, node: NodeId): string | undefined {
  const isMedia = ofTag(MEDIA, tree, node) === 1;
  const holders = [node];
  if (isMedia)
    for (let child = firstChild(tree, node); child !== NONE; child = nextSibling(tree, child))
      if (tag(tree, child) === 'source') holders.push(child);
  for (const holder of holders) {
    for (const name of SOURCES) {
      const address = safeAddress(attribute(tree, holder, name), base);
      if (address === undefined || address === 'unsafe' || address.url === '') continue;
      const url = address.url.startsWith('//') ? `https:${address.url}` : address.url;
      if (!NOT_SHOWN.test(url) && (/^https?:\/\//i.test(url) || (isMedia && !/^[a-z][a-z0-9+.-]*:/i.test(url))))
        return url;
    }
  }
  return undefined;
}

/** Counters are frames of a pixel or none. */
const isTiny = (tree: Tree, node: NodeId): boolean =>
  ['width', 'height'].some((side) => Number.parseFloat(attribute(tree, node, side) ?? '100') <= 1);

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '');

const fileOf = (url: string): string =>
  url
    .replace(/[?#].*$/s, '')
    .split('/')
    .at(-1) ?? '';
