/** Markers that are typed before the text of items, where a style sheet hides the list's own: `1.` in the first item, `•` in all. */
import type { ListItem, Text } from 'mdast';

const NUMBER = /^[\s\u00a0]*(\d{1,4})(?:[.)．）][\s\u00a0]+|[、．）][\s\u00a0]*)(?=\S)/u;
const BULLET = /^[\s\u00a0]*[•‣◦▪▫●○■□➢➤►▸⁃∙·][\s\u00a0]*(?=\S)/u;
/** One number at the start of a lone item may be a year. */
const FEWEST = 2;

/** The items without them, where all say what their places say anyway. */
export function withoutTypedMarkers(items: ListItem[], ordered: boolean, start: number): ListItem[] {
  if (items.length < FEWEST) return items;
  const marker = ordered ? NUMBER : BULLET;
  const isTyped = items.every((item, at) => {
    const found = marker.exec(firstText(item)?.value ?? '');
    return found !== null && (!ordered || Number(found[1]) === start + at);
  });
  if (isTyped) {
    for (const item of items) {
      const text = firstText(item) as Text;
      text.value = text.value.replace(marker, '');
    }
  }
  return items;
}

function firstText({ children: [first] }: ListItem): Text | undefined {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' ? text : undefined;
}
