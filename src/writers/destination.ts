/** Addresses of links and images as they stand between the parentheses. */
import { REFERENCE } from './reference.ts';

/** What the library escapes. */
const UNSAFE = new RegExp(`[()[]|&(?=${REFERENCE})`, 'g');
const UNPAIRED = new RegExp(`[()]|&(?=${REFERENCE})`, 'g');
const PAIRED = new RegExp(`&(?=${REFERENCE})`, 'g');
/** CommonMark reads at least as many in each other. */
const DEEPEST = 8;

/** Parentheses that come in pairs need no escapes, nor do brackets: `/wiki/Sava_(town)`, `?a[]=1`. */
export const destination = (url: string): string => url.replace(isBalanced(url) ? PAIRED : UNPAIRED, '\\$&');

function isBalanced(url: string): boolean {
  let depth = 0;
  for (const sign of url.match(/[()]/g) ?? []) {
    depth += sign === '(' ? 1 : -1;
    if (depth < 0 || depth > DEEPEST) return false;
  }
  return depth === 0;
}

/** A link or image that the library has written, with its address as it is written here. */
export function withDestination(written: string, url: string): string {
  if (!/[([]/.test(url)) return written;
  const start = `](${url.replace(UNSAFE, '\\$&')}`;
  const at = written.lastIndexOf(start);
  return at === -1 ? written : `${written.slice(0, at)}](${destination(url)}${written.slice(at + start.length)}`;
}
