/** mdast → a complete, clean HTML page. Nothing of the source's own markup passes through. */
import { toHtml } from 'hast-util-to-html';
import type { Html } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Document } from '../document.ts';
import { withoutControls } from './controls.ts';

/** The raw HTML our own Markdown may hold: tags without attributes, so that they can be passed on as they are. */
const OWN_TAG = /^<\/?(?:br|sub|sup|kbd|ins|mark)>$/;

export const html = {
  name: 'html',
  extension: 'html',
  write({ body, metadata }: Document): string {
    const language = metadata.language?.value ?? '';
    const title = metadata.title?.value ?? '';
    const content = toHast(body, {
      allowDangerousHtml: true,
      handlers: {
        html: (_state, node: Html) => (OWN_TAG.test(node.value) ? { type: 'raw', value: node.value } : undefined),
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

const escapeHtml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
