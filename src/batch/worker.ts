/** A worker thread: a task in, a result out, one at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { convertPage, PartStore } from './convert-page.ts';
import { READY } from './ready.ts';
import type { Task, Work } from './task.ts';

if (parentPort !== null) listen(parentPort, workerData as Work);

function listen(port: NonNullable<typeof parentPort>, work: Work): void {
  const parts = new PartStore();
  port.on('message', async (task: Task) => {
    const settle = work.isSurvey ? (await import('./survey-page.ts')).surveyPage : convertPage;
    const result = await settle(task, work, parts);
    port.postMessage(result, result.status === 'converted' ? [result.content.buffer as ArrayBuffer] : []);
  });
  port.postMessage(READY);
}
