/** Document → Markdown without the library, or undefined where some block needs it: small pages start sooner so. */
import type { Document } from '../document.ts';
import type { WriteOptions } from '../options.ts';
import { withoutControls } from './controls.ts';
import { writeBlock } from './direct.ts';
import { frontMatter } from './front-matter.ts';

export function directMarkdown(
  document: Document,
  { style = {}, frontMatter: hasFrontMatter = false }: WriteOptions,
): string | undefined {
  if (Object.keys(style).length > 0) return undefined;
  const blocks: string[] = [];
  for (let at = 0; at < document.body.children.length; at += 1) {
    const written = writeBlock(document.body.children, at);
    if (written === undefined) return undefined;
    blocks.push(written);
  }
  const text = blocks.join('\n\n');
  return (hasFrontMatter ? frontMatter(document) : '') + withoutControls(text === '' ? '' : `${text}\n`);
}
