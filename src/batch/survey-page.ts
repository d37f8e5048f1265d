/** One page → the keys of its texts, by a worker: the first of two readings. */
import { survey } from '../survey.ts';
import type { PartStore } from './convert-page.ts';
import type { Result } from './result.ts';
import { commonOf, missed, optionsFor, type Task, type Work } from './task.ts';

/** The keys stand in the content, as 64-bit floats. */
export async function surveyPage(task: Task, work: Work, parts: PartStore): Promise<Result> {
  try {
    const { parseHtml } = await parts.load(['parseHtml']);
    if (parseHtml === undefined) throw new Error('the parser was not loaded');
    const keys = Float64Array.from(survey(task.page, optionsFor(work.options, task.kind), parseHtml));
    return { ...commonOf(task), status: 'converted', content: new Uint8Array(keys.buffer), tables: [], notes: [] };
  } catch (error) {
    return missed(task, error, 0);
  }
}

export const keysIn = (content: Uint8Array): readonly number[] => [
  ...new Float64Array(content.buffer, content.byteOffset, content.byteLength / Float64Array.BYTES_PER_ELEMENT),
];
