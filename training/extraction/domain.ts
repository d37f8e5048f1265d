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

const ADDRESS = /(?:href|src|action|content)\s*=\s*["']?https?:\/\/([\w.-]+\.[a-z]{2,})/gi;
/** Services that pages of many sites name. */
const SHARED = new Set(
  'w3.org doubleclick.net google.com googlesyndication.com google-analytics.com adobe.com macromedia.com facebook.com twitter.com'.split(
    ' ',
  ),
);

/** The site of a page whose address is lost: the domain that it names most. */
export function domainNamedIn(html: string): string | undefined {
  const counts = new Map<string, number>();
  for (const [, host = ''] of html.matchAll(ADDRESS)) {
    const domain = domainOf(host);
    if (!SHARED.has(domain)) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
