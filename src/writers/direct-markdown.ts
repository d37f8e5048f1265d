/** Document → Markdown without the library, or undefined where some block needs it: small pages start sooner so. */
import type { Document } from '../document.ts';
import type { WriteOptions } from '../options.ts';
import { withoutControls } from './controls.ts';
import { writeBlocks } from './direct.ts';
import { frontMatter } from './front-matter.ts';

export function directMarkdown(
  document: Document,
  { style = {}, frontMatter: hasFrontMatter = false }: WriteOptions,
): string | undefined {
  if (Object.keys(style).length > 0) return undefined;
  const written = writeBlocks(document.body.children, () => undefined);
  if (written === undefined) return undefined;
  return (hasFrontMatter ? frontMatter(document) : '') + withoutControls(ended(written));
}

/** A text ends with a line end, an empty one has none. */
export const ended = (written: string): string => (written === '' || written.endsWith('\n') ? written : `${written}\n`);
