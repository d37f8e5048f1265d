/** Registrable domains, near enough to fold by: pages of one site must never be on both sides. */

const SECOND_LEVEL = new Set('ac co com edu gob gov gv ltd me mil ne net nom or org plc sch'.split(' '));

/** `https://www.news.example.co.uk/x` → `example.co.uk`. */
export function domainOf(url: string): string {
  const host = /^(?:[a-z]+:\/\/)?(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? url;
  if (/^[\d.]+$/.test(host)) return host;
  const labels = host.replace(/\.$/, '').split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const isCountry = top.length === 2;
  return labels.slice(isCountry && SECOND_LEVEL.has(second) ? -3 : -2).join('.');
}
