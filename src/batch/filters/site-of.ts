/** Which site a page is of. */
import { dirname } from 'node:path';

/** The host of the page's address; without one, the folder or archive that the page is in. */
export function siteOf({ id, url }: { readonly id: string; readonly url?: string }): string {
  const address = url ?? id;
  if (/^https?:/i.test(address) && URL.canParse(address)) return new URL(address).host.replace(/^www\./, '');
  return /^(.+)#\d+$/.exec(id)?.[1] ?? dirname(id);
}
