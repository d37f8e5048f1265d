/** mdast → a complete, clean HTML page. Nothing of the source's own markup passes through. */
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import type { Document } from '../document.ts';
import { withoutControls } from './controls.ts';
import { ownTag } from './handlers.ts';

export const html = {
  name: 'html',
  extension: 'html',
  write({ body, metadata }: Document): string {
    const language = metadata.language?.value ?? '';
    const title = metadata.title?.value ?? '';
    const content = toHast(body, {
      allowDangerousHtml: true,
      handlers: { html: ownTag },
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
