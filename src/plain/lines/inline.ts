/**
 * Markdown marks inside the lines of a text that is Markdown: emphasis, code, links, images, escapes. Linear, and
 * what does not pair stays the characters it was. The rules are CommonMark's, without references and raw HTML.
 */
import type { FootnoteDefinition, Parents, PhrasingContent, Root } from 'mdast';

//   # Title     ```     | --- |     [a](b)     **a** or _a_
const SIGNS: readonly RegExp[] = [
  /^#{2,6} \S|(?<=\n[ \t]*\n)# [^\n]*\n[ \t]*$|^(?<![\s\S])# \S/m,
  /^ {0,3}(?:```|~~~)/m,
  /^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*$/m,
  /\[[^\]\n]{1,200}\]\((?:https?:|mailto:|\/|\.|#)[^)\s]{0,500}\)/,
  /(?<![\p{L}\p{N}*])\*{1,3}[^\s*][^*\n]{0,300}\*{1,3}(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_[^\s_][^_\n]{0,300}_(?![\p{L}\p{N}_])/u,
];
/** Plain text has one of them by chance, hardly two. */
const FEWEST_SIGNS = 2;

//   **What it costs**     ← as nobody writes but in Markdown
const BOLD_LINE = /^[ \t]*\*\*[^*\n]{2,200}\*\*:?[ \t]*$/gm;
const FEWEST_BOLD = 2;

const SAMPLE = 100_000;

export function isMarkdown(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (SIGNS.filter((sign) => sign.test(sample)).length >= FEWEST_SIGNS) return true;
  return sample.includes('**') && (sample.match(BOLD_LINE)?.length ?? 0) >= FEWEST_BOLD;
}

/** Longer runs of marks are ornaments, and deeper emphasis is none. */
const LONGEST_RUN = 3;
const DEEPEST = 10;

/** Reads the marks in all texts of a tree; notes that a text refers to become notes. */
export function withInline({ children }: Root): Root {
  const notes = notesOf(children);
  const body: Root = {
    type: 'root',
    children: children.map((node, at) => notes.definitions.get(at) ?? node),
  };
  const open: Parents[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      node.children = node.children.flatMap((child) =>
        child.type === 'text' ? readInline(child.value, notes.labels) : [child],
      );
    else for (const child of node.children) if ('children' in child) open.push(child);
  }
  return body;
}

//   [^1]: The note.
const NOTE = /^\[\^([^\]\s]{1,40})\]:[ \t]*/;
const NO_NOTES: ReadonlySet<string> = new Set();

/** Paragraphs that are notes, by their place. */
function notesOf(children: Root['children']): {
  labels: ReadonlySet<string>;
  definitions: ReadonlyMap<number, FootnoteDefinition>;
} {
  const labels = new Set<string>();
  const definitions = new Map<number, FootnoteDefinition>();
  for (const [at, node] of children.entries()) {
    const [first, ...others] = node.type === 'paragraph' ? node.children : [];
    const [mark = '', label] = first?.type === 'text' ? (NOTE.exec(first.value) ?? []) : [];
    if (first?.type !== 'text' || label === undefined || labels.has(label)) continue;
    labels.add(label);
    const text = { type: 'text' as const, value: first.value.slice(mark.length) };
    const paragraph = { type: 'paragraph' as const, children: [text, ...others] };
    definitions.set(at, { type: 'footnoteDefinition', identifier: label.toLowerCase(), label, children: [paragraph] });
  }
  return { labels, definitions };
}

/** The words of a line without its marks. */
export const withoutMarks = (line: string): string => readInline(line).map(textOf).join('');

/** Nesting is capped, so that this may recurse. */
function textOf(node: PhrasingContent): string {
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** A run of emphasis marks that may still pair, or what is settled. */
type Token =
  | { readonly node: PhrasingContent }
  | { readonly sign: string; count: number; readonly opens: boolean; readonly closes: boolean };

const MARKS = /[\\`*_~![\]<]/g;
const ESCAPED = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;
/** No address is longer. */
const ADDRESS = 2000;
const SAFE = /^(?:https?:\/\/|mailto:|[^:]*(?:[/?#]|$))/i;
const REFERENCE = /^\[\^([^\]\s]{1,40})\]/;
const LONGEST_REFERENCE = 44;
const AUTOLINK = /^<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/;

/** `notes` are the labels that have a note. */
export function readInline(text: string, notes: ReadonlySet<string> = NO_NOTES): PhrasingContent[] {
  const tokens: Token[] = [];
  const brackets: { readonly at: number; readonly isImage: boolean }[] = [];
  const ticks = new Map<number, number>();
  let from = 0;
  let at = 0;
  const say = (end: number): void => {
    if (end > from) tokens.push({ node: { type: 'text', value: text.slice(from, end) } });
  };
  MARKS.lastIndex = 0;
  for (let mark = MARKS.exec(text); mark !== null; mark = MARKS.exec(text)) {
    at = mark.index;
    const [sign] = mark;
    let end = at;
    if (sign === '\\' && ESCAPED.test(text[at + 1] ?? '')) {
      say(at);
      tokens.push({ node: { type: 'text', value: text[at + 1] as string } });
      end = at + 2;
    } else if (sign === '`') {
      const count = runAt(text, at, '`');
      const close = closingTicks(text, at + count, count, ticks);
      if (close === -1) MARKS.lastIndex = at + count;
      else {
        say(at);
        tokens.push({ node: { type: 'inlineCode', value: codeOf(text.slice(at + count, close)) } });
        end = close + count;
      }
    } else if (sign === '*' || sign === '_' || sign === '~') {
      const count = runAt(text, at, sign);
      const [opens, closes] = flanks(text, at, at + count, sign);
      if ((sign === '~' ? count === 2 : count <= LONGEST_RUN) && (opens || closes)) {
        say(at);
        tokens.push({ sign, count, opens, closes });
        end = at + count;
      } else MARKS.lastIndex = at + count;
    } else if (sign === '<') {
      const [whole, url] = AUTOLINK.exec(text.slice(at, at + ADDRESS)) ?? [];
      if (whole !== undefined && url !== undefined) {
        say(at);
        tokens.push({ node: { type: 'link', url, children: [{ type: 'text', value: url }] } });
        end = at + whole.length;
      }
    } else if (sign === '[' && notes.size > 0 && REFERENCE.test(text.slice(at, at + LONGEST_REFERENCE))) {
      const [whole = '', label = ''] = REFERENCE.exec(text.slice(at, at + LONGEST_REFERENCE)) ?? [];
      if (notes.has(label)) {
        say(at);
        tokens.push({ node: { type: 'footnoteReference', identifier: label.toLowerCase(), label } });
        end = at + whole.length;
      }
    } else if (sign === '[' || (sign === '!' && text[at + 1] === '[')) {
      say(at);
      brackets.push({ at: tokens.length, isImage: sign === '!' });
      tokens.push({ node: { type: 'text', value: sign === '!' ? '![' : '[' } });
      end = at + (sign === '!' ? 2 : 1);
    } else if (sign === ']') {
      const open = brackets.pop();
      const target = open === undefined ? undefined : targetAt(text, at + 1);
      if (open !== undefined && target !== undefined) {
        say(at);
        const children = paired(tokens.splice(open.at).slice(1));
        tokens.push({ node: linkOf(children, target, open.isImage) });
        // No link holds another.
        if (!open.isImage) brackets.length = 0;
        end = target.end;
      }
    }
    if (end > at) {
      from = end;
      MARKS.lastIndex = end;
    }
  }
  say(text.length);
  return paired(tokens);
}

function runAt(text: string, at: number, sign: string): number {
  let end = at;
  while (text[end] === sign) end += 1;
  return end - at;
}

/** Where a run of so many ticks begins, behind `from`; `none` remembers what was looked for in vain. */
function closingTicks(text: string, from: number, count: number, none: Map<number, number>): number {
  if (none.has(count)) return -1;
  for (let at = text.indexOf('`', from); at !== -1; ) {
    const run = runAt(text, at, '`');
    if (run === count) return at;
    at = text.indexOf('`', at + run);
  }
  none.set(count, from);
  return -1;
}

const codeOf = (inner: string): string =>
  inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== '' ? inner.slice(1, -1) : inner;

/** Whether a run of marks may open and close emphasis. */
function flanks(text: string, start: number, end: number, sign: string): [boolean, boolean] {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  const spaced = { before: /\s/.test(before), after: /\s/.test(after) };
  const word = { before: WORD.test(before), after: WORD.test(after) };
  const left = !spaced.after && (word.after || spaced.before || !word.before);
  const right = !spaced.before && (word.before || spaced.after || !word.after);
  if (sign === '*') return /\d/.test(before) && /\d/.test(after) ? [false, false] : [left, right];
  return [left && (!right || !word.before), right && (!left || !word.after)];
}

interface Target {
  readonly url: string;
  readonly title: string | undefined;
  readonly end: number;
}

/** `(address "title")` right behind a bracket. */
function targetAt(text: string, at: number): Target | undefined {
  if (text[at] !== '(') return undefined;
  let depth = 0;
  for (let end = at; end < text.length && end - at < ADDRESS; end += 1) {
    const sign = text[end];
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '[') return undefined;
    if (depth > 0) continue;
    const [, url, double, single] =
      /^\s*<?([^\s<>]*)>?(?:\s+(?:"([^"]*)"|'([^']*)'))?\s*$/.exec(text.slice(at + 1, end)) ?? [];
    return url !== undefined && SAFE.test(url) ? { url, title: double ?? single, end: end + 1 } : undefined;
  }
  return undefined;
}

function linkOf(children: PhrasingContent[], { url, title }: Target, isImage: boolean): PhrasingContent {
  const named = title ? { title } : {};
  if (!isImage) return { type: 'link', url, ...named, children: children as never };
  return { type: 'image', url, alt: children.map(textOf).join(''), ...named };
}

/** Pairs marks of emphasis: each closing run with the nearest open one of its sign. */
function paired(tokens: readonly Token[]): PhrasingContent[] {
  const out: (PhrasingContent | { sign: string; count: number })[] = [];
  const open: { readonly at: number; readonly sign: string }[] = [];
  const waiting = { '*': 0, _: 0, '~': 0 } as Record<string, number>;
  for (const token of tokens) {
    if ('node' in token) {
      out.push(token.node);
      continue;
    }
    let { count } = token;
    while (token.closes && count > 0 && (waiting[token.sign] as number) > 0) {
      let last = open.at(-1) as { at: number; sign: string };
      while (last.sign !== token.sign) {
        open.pop();
        waiting[last.sign] = (waiting[last.sign] as number) - 1;
        last = open.at(-1) as { at: number; sign: string };
      }
      const opener = out[last.at] as { sign: string; count: number };
      const taken = Math.min(2, opener.count, count);
      const children = settled(out.splice(last.at + 1));
      const type = token.sign === '~' ? 'delete' : taken === 2 ? 'strong' : 'emphasis';
      out.push({ type, children } as PhrasingContent);
      count -= taken;
      opener.count -= taken;
      if (opener.count === 0) {
        open.pop();
        waiting[token.sign] = (waiting[token.sign] as number) - 1;
        out.splice(last.at, 1);
      }
    }
    if (count === 0) continue;
    if (token.opens && open.length < DEEPEST) {
      open.push({ at: out.length, sign: token.sign });
      waiting[token.sign] = (waiting[token.sign] as number) + 1;
    }
    out.push({ sign: token.sign, count });
  }
  return settled(out);
}

/** What did not pair is text, and texts side by side are one. */
function settled(parts: readonly (PhrasingContent | { sign: string; count: number })[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const part of parts) {
    const node: PhrasingContent = 'sign' in part ? { type: 'text', value: part.sign.repeat(part.count) } : part;
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else nodes.push(node.type === 'text' ? { ...node } : node);
  }
  return nodes;
}
