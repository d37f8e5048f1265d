/** The tags of a source in order, found by the WHATWG tokenizer's rules in one pass that reads each character once. */

export interface SourceTag {
  /** Lower case. */
  readonly name: string;
  readonly isEnd: boolean;
  readonly isSelfClosing: boolean;
  readonly attributes: number;
  /** Where it stands in the source: from `<` to after `>`. */
  readonly start: number;
  readonly end: number;
}

/** Elements whose content is text up to their end tag. */
export const RAW_TEXT: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noembed noframes'.split(' '),
);

const NAME = /[^\t\n\f\r />]+/y;
const COMMENT_END = /--!?>/g;
const BANG = 33;
const SLASH = 47;
const EQUALS = 61;
const CLOSE = 62;
const QUESTION = 63;

export function* scanTags(source: string): Generator<SourceTag> {
  for (let at = source.indexOf('<'); at !== -1; at = source.indexOf('<', at)) {
    const isEnd = source.charCodeAt(at + 1) === SLASH;
    const nameAt = at + (isEnd ? 2 : 1);
    const first = source.charCodeAt(nameAt);
    if (!isLetter(first)) {
      at = isEnd || first === BANG || first === QUESTION ? commentEnd(source, at) : at + 1;
      if (at === -1) return;
      continue;
    }
    NAME.lastIndex = nameAt;
    const name = (NAME.exec(source)?.[0] ?? '').toLowerCase();
    const { end, attributes } = tagEnd(source, nameAt + name.length);
    if (end === -1) return;
    const isSelfClosing = source.charCodeAt(end - 2) === SLASH;
    yield { name, isEnd, isSelfClosing, attributes, start: at, end };
    at = isEnd || !RAW_TEXT.has(name) ? end : rawTextEnd(source, name, end);
    if (at === -1 || name === 'plaintext') return;
  }
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** White space as HTML has it: tab, line feed, form feed, carriage return, space. */
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 12 || code === 13;

function commentEnd(source: string, at: number): number {
  if (!source.startsWith('<!--', at)) return source.indexOf('>', at) + 1 || -1;
  COMMENT_END.lastIndex = at + 2; // `<!-->` is a whole comment
  return COMMENT_END.test(source) ? COMMENT_END.lastIndex : -1;
}

function rawTextEnd(source: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\t\\n\\f\\r />]`, 'gi');
  end.lastIndex = from;
  return end.exec(source)?.index ?? -1;
}

/** Behind the `>` that ends a tag: quotes hide one only around a value. -1 where the source ends first. */
function tagEnd(source: string, from: number): { end: number; attributes: number } {
  let attributes = 0;
  let inName = false;
  let hasName = false;
  for (let at = from; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === CLOSE) return { end: at + 1, attributes };
    if (isBlank(code)) inName = false;
    else if (code === SLASH) {
      inName = false;
      hasName = false;
    } else if (code === EQUALS && hasName) {
      at = valueEnd(source, at + 1);
      if (at === -1) break;
      inName = false;
      hasName = false;
    } else if (!inName) {
      attributes += 1;
      inName = true;
      hasName = true;
    }
  }
  return { end: -1, attributes };
}

/** The last character of an attribute's value. */
function valueEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && isBlank(source.charCodeAt(at))) at += 1;
  const quote = source[at];
  if (quote === '"' || quote === "'") return source.indexOf(quote, at + 1);
  while (at < source.length && source.charCodeAt(at) !== CLOSE && !isBlank(source.charCodeAt(at))) at += 1;
  return at - 1;
}
