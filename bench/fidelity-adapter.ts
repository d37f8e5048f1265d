/** What the fidelity bench calls for each case: the whole page, nothing extracted. */
import { ConvertError, convert as convertPage, loadParts, writers } from '../src/index.ts';

const parts = await loadParts();

/** The Markdown of one case; a page without content is an empty text. */
export function convert(html: string, { url }: { url?: string } = {}): string {
  try {
    const page = { id: 'case.html', body: html, ...(url === undefined ? {} : { url }) };
    return writers.markdown.write(convertPage(page, { from: 'html', fullPage: true }, parts));
  } catch (error) {
    if (error instanceof ConvertError) return '';
    throw error;
  }
}
