/** The pipeline as unified plugins, between rehype-parse and remark-stringify or any plugins of theirs. */
import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import rehypeParse from 'rehype-parse';
import remarkStringify from 'remark-stringify';
import type { Plugin, Preset, Processor } from 'unified';
import { convertTree } from './convert.ts';
import type { Document } from './document.ts';
import type { ConvertOptions } from './options.ts';
import { loadParts, type Parts } from './parts.ts';
import { fromHast } from './tree/from-hast.ts';

/** Options of a conversion. Parts that were loaded before are used, all others once for the processor. */
export interface ArticleOptions extends Omit<ConvertOptions, 'from' | 'charset'> {
  readonly parts?: Parts;
}

/** What a plugin leaves in `file.data.article`. */
export type ArticleData = Pick<Document, 'metadata' | 'quality'>;

declare module 'vfile' {
  interface DataMap {
    article: ArticleData;
  }
}

interface File {
  readonly path?: string | undefined;
  readonly data: Record<string, unknown>;
}

/**
 * Page → article as mdast, in the place of rehype-remark. Metadata and quality are in `file.data.article`. Fails with a
 * ConvertError `no-content` where there is no article.
 */
export const rehypeArticleToRemark: Plugin<[ArticleOptions?], HastRoot, Root> = (options = {}) => {
  const article = articleOf(options);
  return async (tree, file) => (await article(tree, file)).body;
};

/** Page → article as hast: headings, paragraphs, lists, tables and the like alone, none of the page's own markup. */
export const rehypeArticle: Plugin<[ArticleOptions?], HastRoot, HastRoot> = (options = {}) => {
  const article = articleOf(options);
  return async (tree, file) => {
    const made = toHast((await article(tree, file)).body);
    return made.type === 'root' ? made : { type: 'root', children: made.type === 'doctype' ? [] : [made] };
  };
};

function articleOf({ parts, ...options }: ArticleOptions): (tree: HastRoot, file: File) => Promise<Document> {
  let loaded: Promise<Parts> | undefined;
  return async (tree, file) => {
    loaded ??= parts === undefined ? loadParts(['parseHtml', 'model']) : Promise.resolve(parts);
    const document = convertTree(fromHast(tree), { id: file.path ?? 'page' }, options, await loaded);
    const { metadata, quality } = document;
    file.data.article = { metadata, quality } satisfies ArticleData;
    return document;
  };
}

/** Tables, notes and strike-through as GitHub writes them. */
function gfm(this: Processor): void {
  this.data('toMarkdownExtensions', [gfmToMarkdown()]);
}

/** HTML → Markdown of the article: `unified().use(articlePreset)`. */
export const articlePreset: Preset = {
  plugins: [rehypeParse, rehypeArticleToRemark, gfm, [remarkStringify, { bullet: '-', rule: '-' }]],
};
