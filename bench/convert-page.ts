/** One conversion as the benchmarks want it: no document is an answer, anything but a ConvertError is a bug to show. */
import { convert } from '../src/convert.ts';
import type { Document } from '../src/document.ts';
import { ConvertError } from '../src/errors.ts';
import type { ConvertOptions } from '../src/options.ts';
import { loadParts, type Parts } from '../src/parts.ts';
import type { Page } from '../src/resource.ts';

export const parts = await loadParts();

/** The document, or nothing where the page has none. */
export function convertPage(page: Page, options: ConvertOptions, using: Parts = parts): Document | undefined {
  try {
    return convert(page, options, using);
  } catch (error) {
    if (!(error instanceof ConvertError)) console.error(`${page.id}: ${(error as Error).stack}`);
    return undefined;
  }
}

/** The document without the title that heads it, for references that hold the body alone. */
export function withoutTitle(document: Document): Document {
  const [first, ...rest] = document.body.children;
  if (first?.type !== 'heading' || first.depth !== 1) return document;
  return { ...document, body: { ...document.body, children: rest } };
}
