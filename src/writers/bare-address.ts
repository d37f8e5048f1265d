/**
 * Addresses in text, `https://example.org/x`, `www.example.org`, `me@example.org`: readers of GFM make links of them, most
 * of them escaped or not, and the text stays what it was. The escapes that would keep them from it are taken out again.
 */

const ESCAPED = /\\@|(?<=[ps])\\:(?=\/)|(?<=w)\\\./i;
/** What an address consists of that means nothing else in Markdown. */
const PLAIN = /^(?:\\<)?[\w!-%'()+,\-./:;=>?@~&]+$/;
const IS_LINK = /^["'(]*(?:https?:\/\/|www\.)[a-z\d]/i;
const HOLDS_LINK = /:\/\/|www\./i;

/** @param after the character behind the text */
export function withBareAddresses(written: string, after: string): string {
  if (!written.includes('\\') || !ESCAPED.test(written)) return written;
  return written.replace(/\S+/g, (run, at: number) => {
    if (!ESCAPED.test(run)) return run;
    const isBeforeBlank = at + run.length < written.length || after === '' || /\s/.test(after);
    return bare(run, isBeforeBlank);
  });
}

function bare(run: string, isBeforeBlank: boolean): string {
  const address = run.replace(/\\(?=@)|(?<=[ps])\\(?=:\/)|(?<=w)\\(?=\.)/gi, '');
  // A link reaches to the next blank, whatever stands in it; what looks like a reference would be one elsewhere.
  const isWhole = IS_LINK.test(address) && !address.includes(';');
  const shown = isWhole ? address.replace(/\\([&~])/g, '$1') : address;
  return PLAIN.test(shown) && (isBeforeBlank || !HOLDS_LINK.test(shown)) ? shown : run;
}
