/** mdast → a complete, clean HTML page. Nothing of the source's own markup passes through. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Math as BlockMath, InlineMath } from 'mdast-util-math';
import { toHast } from 'mdast-util-to-hast';
import type { Document } from '../document.ts';
import { withoutControls } from './controls.ts';
import { EXTENSIONS } from './extensions.ts';
import { ownTag } from './handlers.ts';

export const html = {
  name: 'html',
  extension: EXTENSIONS.html,
  write({ body, metadata }: Document): string {
    const language = metadata.language?.value ?? '';
    const title = metadata.title?.value ?? '';
    const content = toHast(body, {
      allowDangerousHtml: true,
      handlers: {
        html: ownTag,
        inlineMath: (_state, { value }: InlineMath) => codeOf('math math-inline', value),
        math: (_state, { value }: BlockMath) => codeOf('math math-display', value),
      },
    });
    return withoutControls(
      [
        `<!doctype html>\n<html lang="${escapeHtml(language)}" dir="${metadata.direction?.value ?? 'ltr'}">`,
        `<head>\n<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n</head>`,
        `<body>\n${toHtml(content, { allowDangerousHtml: true })}\n</body>\n</html>\n`,
      ].join('\n'),
    );
  },
};

/** A formula as its TeX, under the classes that KaTeX and MathJax scripts look for. */
const codeOf = (className: string, value: string): Element => ({
  type: 'element',
  tagName: className.endsWith('display') ? 'div' : 'span',
  properties: { className: className.split(' ') },
  children: [{ type: 'text', value }],
});

const escapeHtml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
