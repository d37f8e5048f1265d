/** Lines that are titles by their place, and no headings. */
import type { Paragraph } from 'mdast';

export const boldLine = (line: Paragraph): Paragraph => ({
  ...line,
  children: [{ type: 'strong', children: line.children }],
});
