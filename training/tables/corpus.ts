/** The training corpus as blocks: Markdown documents by language, with what Markdown marks taken off. */
import { execFileSync } from 'node:child_process';

export interface CorpusDocument {
  readonly language: string;
  /** Equal for the versions of one document in all languages. */
  readonly key: string;
  readonly blocks: readonly CorpusBlock[];
  /** What the document sets in bold, in code or as a link: names of things, as cells have them. */
  readonly terms: readonly string[];
}

export type CorpusBlock =
  | { readonly type: 'heading' | 'paragraph' | 'code'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] };

/** Variants whose words are spelt alike share a model; Nigerian Pidgin goes with English. */
const LANGUAGE: Readonly<Record<string, string>> = {
  'pt-BR': 'pt',
  'pt-PT': 'pt',
  'zh-CN': 'zh',
  'zh-HK': 'zh-Hant',
  'zh-MO': 'zh-Hant',
  'zh-TW': 'zh-Hant',
  pcm: 'en',
};

export function readCorpus(file: string): CorpusDocument[] {
  const lines = execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 30 });
  const documents: CorpusDocument[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = lines.indexOf(10, at);
    const line = lines.subarray(at, end === -1 ? lines.length : end).toString('utf8');
    at = end === -1 ? lines.length : end + 1;
    if (line === '') continue;
    const { lang, source, path, markdown } = JSON.parse(line) as Record<
      'lang' | 'source' | 'path' | 'markdown',
      string
    >;
    const key = `${source}/${path.replace(`translations/${lang}/`, '')}`;
    documents.push({ language: LANGUAGE[lang] ?? lang, key, blocks: blocksOf(markdown), terms: termsOf(markdown) });
  }
  return documents;
}

/**
 * Words are counted in one fold and tables of the other are cut by them: the two share neither documents nor, as far as courses
 * differ, their subject.
 */
export const courseFold = (key: string): 0 | 1 => (key.startsWith('IoT-For-Beginners/') ? 0 : 1);

/** A number below `folds` that belongs to a document. */
export function foldOf(key: string, folds: number): number {
  let hash = 7;
  for (let at = 0; at < key.length; at += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return (((hash >>> 3) % folds) + folds) % folds;
}

const TERM = /\*\*([^*\n]{2,60})\*\*|(?<!!)\[([^\]\n]{2,60})\]\(|`([^`\n]{2,40})`/g;

const termsOf = (markdown: string): string[] =>
  Array.from(markdown.matchAll(TERM), ([, bold, link, code]) => inline(bold ?? link ?? code ?? '')).filter(
    (term) => /[\p{L}\p{N}]/u.test(term) && !/[[\]|]/.test(term),
  );

const inline = (text: string): string =>
  text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]{1,200}>/g, '')
    .replace(/(\*\*|__|`|~~)/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim();

function blocksOf(markdown: string): CorpusBlock[] {
  const blocks: CorpusBlock[] = [];
  let paragraph: string[] = [];
  let items: string[] = [];
  let rows: string[][] = [];
  const flush = () => {
    const text = inline(paragraph.join(' '));
    if (text !== '') blocks.push({ type: 'paragraph', text });
    if (items.length > 0) blocks.push({ type: 'list', items });
    if (rows.length > 1) blocks.push({ type: 'table', rows });
    paragraph = [];
    items = [];
    rows = [];
  };
  let code: string[] | undefined;
  for (const line of markdown.split(/\r?\n/)) {
    if (/^\s*(```|~~~)/.test(line)) {
      flush();
      if (code !== undefined && code.length > 1) blocks.push({ type: 'code', text: code.join('\n') });
      code = code === undefined ? [] : undefined;
    } else if (code !== undefined) code.push(line);
    else if (/^#{1,6}\s/.test(line)) {
      flush();
      const text = inline(line.replace(/^#+\s*|\s*#+$/g, ''));
      if (text !== '') blocks.push({ type: 'heading', text });
    } else if (/^\s*([-*+]|\d+[.)])\s+\S/.test(line)) {
      if (items.length === 0) flush();
      const item = inline(line.replace(/^\s*([-*+]|\d+[.)])\s+(\[[ x]\]\s*)?/, ''));
      if (item !== '') items.push(item);
    } else if (/^\s*\|.*\|\s*$/.test(line)) {
      if (rows.length === 0) flush();
      if (!/^[\s|:-]+$/.test(line))
        rows.push(
          line
            .trim()
            .slice(1, -1)
            .split(/(?<!\\)\|/)
            .map(inline),
        );
    } else if (/^\s*$/.test(line) || /^\s*(<|-{3,}|>|\[!)/.test(line)) flush();
    else {
      if (items.length > 0 || rows.length > 0) flush();
      paragraph.push(line);
    }
  }
  flush();
  return blocks;
}

/** The separate strings of a document, as a reader meets them: each begins and ends as a cell could. */
export const unitsOf = ({ blocks }: CorpusDocument): string[] =>
  blocks.flatMap((block) =>
    block.type === 'code'
      ? []
      : block.type === 'list'
        ? block.items
        : block.type === 'table'
          ? block.rows.flat().filter((cell) => cell !== '')
          : [block.text],
  );
