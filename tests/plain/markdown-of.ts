/** What a flat text reads as. */
import { convert, loadParts, needs, writers } from '../../src/index.ts';

export async function markdownOf(text: string): Promise<string> {
  const page = { id: 'x.txt', body: new TextEncoder().encode(text) };
  const options = { from: 'text' } as const;
  return writers.markdown.write(convert(page, options, await loadParts(needs(page, options))));
}
