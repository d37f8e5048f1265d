/**
 * Escapes that the library sets to be sure and that nothing needs are taken out of a text again: `[1]`, `~20`, `#tag`, and
 * addresses, of which readers of GFM make links, most of them escaped or not. The text says the same.
 */

/** @param before the character before the text, @param after the one behind it */
export function withoutSpareEscapes(written: string, before: string, after: string): string {
  if (!written.includes('\\')) return written;
  return withBareAddresses(withPlainSigns(withBrackets(written, before, after), before), after);
}

/** A bracket in which nothing is escaped, with nothing behind it that would make a link or a definition of it. */
const BRACKETS = /\\\[([^[\]\\]*)\](?![([:])/g;
/** `[^1]` may be a footnote, `[!NOTE]` a callout, `[x]` at the start of an item a task. */
const MEANS_MORE = /^[\^!]|^[ xX]?$/;

function withBrackets(written: string, before: string, after: string): string {
  if (!written.includes('\\[')) return written;
  const shown = written.replace(BRACKETS, (whole, content: string, at: number) => {
    const previous = at === 0 ? before : written.charAt(at - 1);
    const next = at + whole.length < written.length ? '' : after;
    return MEANS_MORE.test(content) || /[!\]]$/.test(previous) || /^[([:]/.test(next) ? whole : whole.slice(1);
  });
  // Around a link, `[[1](#ref1)]`: what has a link in it is no label.
  return after === '[' ? shown.replace(/(^|[^!\]\\])\\\[$/, (_, previous: string) => `${previous}[`) : shown;
}

/**
 * A tilde behind a blank can only open, and each that could close is escaped; an asterisk between blanks can do neither; a
 * heading has a blank behind its sign.
 */
function withPlainSigns(written: string, before: string): string {
  const isStart = /^\s*$/.test(before);
  const shown = isStart && /^\\(?:#[^\s#\\]|~[^\s~\\])/.test(written) ? written.slice(1) : written;
  const marked = /\\[~*]/.test(shown) ? shown.replace(SPARE, '') : shown;
  return marked.includes('\\_\\_\\_') ? marked.replace(BLANK_TO_FILL, (blank) => blank.replaceAll('\\', '')) : marked;
}
/** `Name: ______ Date`: between blanks, and not alone in its line. */
const BLANK_TO_FILL = /(?<=[^\s\\] )(?:\\_){3,}(?= \S)/g;
/** The backslash alone. */
const SPARE = /(?<=\s)\\(?=~[^\s~\\])|(?<=\()\\(?=~[\p{L}\p{N}])|(?<=[^\s\\] )\\(?=\* \S)/gu;

const ESCAPED = /\\@|(?<=[ps])\\:(?=\/)|(?<=w)\\\./i;
/** What an address consists of that means nothing else in Markdown. */
const PLAIN = /^(?:\\<)?[\w!-%'()+,\-./:;=>?@~&]+$/;
const IS_LINK = /^["'(]*(?:https?:\/\/|www\.)[a-z\d]/i;
const HOLDS_LINK = /:\/\/|www\./i;

function withBareAddresses(written: string, after: string): string {
  if (!ESCAPED.test(written)) return written;
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
