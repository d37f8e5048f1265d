/** Shows how far a batch is: one line that is drawn again on a terminal, else a line every few seconds. */
import { now } from '../batch/clock.ts';
import { describe, type Progress, type Standing } from '../batch/progress.ts';
import type { Messages } from './messages.ts';
import type { Output } from './output.ts';

export interface Display {
  /** Takes what was drawn away; nothing is shown from here on. */
  end(): void;
}

/** Milliseconds. Short batches say nothing at all. */
const FIRST_DRAWN = 400;
const DRAWN = 200;
const PLAIN = 5000;

/** A line to standard error every five seconds: for logs, and for programs as JSON. */
export function showLines(progress: Progress, messages: Messages): Display {
  const start = now();
  const timer = setInterval(() => {
    const standing = progress.standing((now() - start) / 1000);
    messages.say({ event: 'progress', text: describe(standing), facts: factsOf(standing) });
  }, PLAIN).unref();
  return { end: () => clearInterval(timer) };
}

const factsOf = ({ share, perSecond, left, input, ...counts }: Standing) => ({
  ...counts,
  perSecond: Math.round(perSecond * 10) / 10,
  ...(share === undefined ? {} : { share: Math.round(share * 1000) / 1000 }),
  ...(left === undefined ? {} : { secondsLeft: Math.round(left) }),
  ...(input === '' ? {} : { input }),
});

/** On a terminal; messages go above the line. */
export async function showBar(progress: Progress, messages: Messages, stderr: Output): Promise<Display> {
  const { createLogUpdate } = await import('log-update');
  // The cursor stays: a process that is killed could not bring it back.
  const draw = createLogUpdate(sized(stderr) as unknown as NodeJS.WritableStream, { showCursor: true });
  const start = now();
  let isDrawn = false;
  const update = (): void => {
    const elapsed = now() - start;
    if (elapsed < FIRST_DRAWN) return;
    isDrawn = true;
    draw(barLine(progress.standing(elapsed / 1000), widthOf(stderr)));
  };
  const timer = setInterval(update, DRAWN).unref();
  messages.above = (line) => {
    if (isDrawn) draw.clear();
    stderr.write(`${line}\n`);
    if (isDrawn) update();
  };
  return {
    end() {
      clearInterval(timer);
      messages.above = undefined;
      if (isDrawn) draw.clear();
    },
  };
}

/** Some terminals, of recorders and of CI, say that they are nothing wide. */
const widthOf = ({ columns }: Output): number => columns || 80;

const sized = (stderr: Output) => ({
  isTTY: true,
  write: (text: string) => stderr.write(text),
  get columns() {
    return widthOf(stderr);
  },
  get rows() {
    return stderr.rows || 24;
  },
});

const BAR = 20;

/** `[████████░░░░░░░░░░░░] 1,234 done (40%), 312/s, 12 s left`, never wider than the terminal. */
export function barLine(standing: Standing, columns: number): string {
  const { share } = standing;
  const full = Math.round((share ?? 0) * BAR);
  const bar = share === undefined || columns < 60 ? '' : `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] `;
  const line = `${bar}${describe(standing)}`;
  return line.length < columns ? line : line.slice(0, Math.max(0, columns - 1));
}
