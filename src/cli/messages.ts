/** All that is said on standard error while pages are converted: for people, or a JSON object a line for programs. */
import { printable } from '../batch/summary.ts';
import type { Output } from './output.ts';

export interface Message {
  /** What kind of thing is told: `failed`, `note`, `progress`, `summary`, `error`. */
  readonly event: string;
  /** For people, without the name of the program. */
  readonly text: string;
  /** For programs. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export class Messages {
  readonly #stderr: Output;
  readonly #format: 'text' | 'json';
  /** Puts a line above what is drawn on the terminal, while something is. */
  above: ((line: string) => void) | undefined;

  constructor(stderr: Output, format: 'text' | 'json') {
    this.#stderr = stderr;
    this.#format = format;
  }

  say({ event, text, facts = {} }: Message): void {
    const shown = event === 'note' ? text : `article-convert: ${text}`;
    const line = this.#format === 'json' ? JSON.stringify({ event, message: text, ...facts }) : printable(shown);
    if (this.above !== undefined) this.above(line);
    else this.#stderr.write(`${line}\n`);
  }

  /** A page, record or member that gave no document, or the run itself. */
  failed(id: string, message: string, reason?: string): void {
    const name = id === '-' ? 'standard input' : id;
    this.say({
      event: 'failed',
      text: `${name}: ${message}`,
      facts: { id, ...(reason === undefined ? {} : { reason }) },
    });
  }
}
