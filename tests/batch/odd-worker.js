/** A worker that answers, hangs or dies as the page's id says. */
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ page }) => {
  if (page.id === 'hangs') for (;;);
  if (page.id === 'dies') throw new Error('odd');
  if (page.id === 'exits') process.exit(7);
  parentPort.postMessage({ id: page.id, status: 'skipped', reason: 'empty', message: '' });
});
parentPort.postMessage('ready');
