/** Looks on while pages are converted and tells the user: failures, notes, progress, the summary, the page about the batch. */
import { join } from 'node:path';
import { now } from '../batch/clock.ts';
import type { Figures } from '../batch/html-report/figures.ts';
import type { Observer } from '../batch/observer.ts';
import type { Progress } from '../batch/progress.ts';
import type { ReportRow } from '../batch/report.ts';
import type { Tally } from '../batch/tally.ts';
import type { Messages } from './messages.ts';
import type { Streams } from './output.ts';
import { REPORT } from './output-plan.ts';
import type { Plan } from './plan.ts';
import type { Display } from './progress-display.ts';

type Terminals = Pick<Streams, 'stdout' | 'stderr'>;

export class Watch implements Observer {
  readonly #plan: Plan;
  readonly #terminals: Terminals;
  readonly #messages: Messages;
  readonly #start = now();
  /** Pages without a document are answered on standard output. */
  readonly #isAnswering: boolean;
  readonly #saysProgress: boolean;
  /** The first input, which is opened before it is known whether there are more pages. */
  readonly #opened: { readonly id: string; readonly size?: number }[] = [];
  #isLone = true;
  #progress: Progress | undefined;
  #display: Display | undefined;
  #figures: Figures | undefined;

  constructor(plan: Plan, terminals: Terminals, messages: Messages) {
    this.#plan = plan;
    this.#terminals = terminals;
    this.#messages = messages;
    this.#saysProgress = plan.progress && !plan.quiet;
    this.#isAnswering = plan.isRows && plan.outDir === undefined && plan.output === undefined;
  }

  /** Before the first page, when it is known whether it is the only one. */
  async begin(isLone: boolean): Promise<void> {
    this.#isLone = isLone;
    if (this.#plan.reportHtml !== undefined) {
      this.#figures = new (await import('../batch/html-report/figures.ts')).Figures();
    }
    if (isLone || !this.#saysProgress) return;
    this.#progress = await this.#show();
    for (const input of this.#opened.splice(0)) this.#progress.opened(input);
  }

  /** Before the inputs are read a first time; looks on at that until `stop`. */
  async beginSurvey(): Promise<Observer> {
    return this.#saysProgress ? await this.#show('looking for what sites repeat') : {};
  }

  opened(input: { readonly id: string; readonly size?: number }): void {
    if (this.#progress !== undefined) this.#progress.opened(input);
    else if (this.#opened.length === 0) this.#opened.push(input);
  }

  passed(): void {
    this.#progress?.passed();
  }

  resumed(pages: number): void {
    this.#progress?.resumed(pages);
  }

  finished(row: ReportRow, notes: readonly string[]): void {
    const { id, status, reason, message = '' } = row;
    const { verbose, options } = this.#plan;
    this.#progress?.finished(row);
    this.#figures?.add(row);
    if (this.#isLone || verbose || options.explain)
      for (const text of notes) this.#messages.say({ event: 'note', text });
    if (status !== 'converted' && !this.#isAnswering && (status === 'failed' || this.#isLone)) {
      this.#messages.failed(id, message, reason);
    }
  }

  /** Takes the moving line away, however the run ended. */
  stop(): void {
    this.#display?.end();
    this.#display = undefined;
  }

  /**
   * The run has come to an end, or was stopped: the summary, and the page about it.
   * @param again the command to go on with
   */
  async end(tally: Tally, { version, again }: { readonly version: string; readonly again: string }): Promise<void> {
    this.stop();
    const seconds = (now() - this.#start) / 1000;
    if (this.#figures !== undefined) await this.#writePage(tally, this.#figures, { version, seconds });
    if (!this.#isLone && !this.#plan.quiet) {
      const { summaryOf } = await import('./run-summary.ts');
      this.#messages.say(summaryOf(tally, seconds));
    }
    if (tally.isInterrupted) {
      this.#messages.say({ event: 'interrupted', text: `interrupted${this.#isLone ? '' : `; to resume: ${again}`}` });
    }
  }

  async #writePage(
    tally: Tally,
    seen: Figures,
    { version, seconds }: { readonly version: string; readonly seconds: number },
  ): Promise<void> {
    const { reportHtml = '', report, outDir, force, resume } = this.#plan;
    const { renderReport } = await import('../batch/html-report/page.ts');
    const { putFile } = await import('../batch/put-file.ts');
    let figures = seen;
    if (tally.resumed > 0) {
      // What the runs before this one did stands in the report alone.
      const { figuresOf } = await import('../batch/html-report/figures-of.ts');
      figures = await figuresOf(report ?? join(outDir ?? '', REPORT));
    }
    await putFile(reportHtml, renderReport(figures, { tool: `article-convert ${version}`, seconds }), force || resume);
  }

  async #show(phase?: string): Promise<Progress> {
    const { Progress } = await import('../batch/progress.ts');
    const { showBar, showLines } = await import('./progress-display.ts');
    const { countInputs } = await import('./count-inputs.ts');
    const { stdout, stderr } = this.#terminals;
    const { inputs, filesFrom, isNull, ignore, outDir, output, logFormat, shard } = this.#plan;
    const progress = new Progress(phase);
    if (shard === undefined) {
      const list = filesFrom === undefined ? { isNull } : { path: filesFrom, isNull };
      void countInputs(inputs.length === 0 ? ['-'] : inputs, list, ignore.length > 0).then((total) => {
        progress.inputs = total;
      });
    }
    const isMoving = stderr.isTTY === true && logFormat === 'text' && process.env.TERM !== 'dumb';
    // Documents that scroll by on the same terminal show well enough how far it is.
    const isMixed = stderr.isTTY === true && stdout.isTTY === true && outDir === undefined && output === undefined;
    if (!isMixed) {
      this.#display = isMoving ? await showBar(progress, this.#messages, stderr) : showLines(progress, this.#messages);
    }
    return progress;
  }
}
