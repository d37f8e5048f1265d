/** Nothing to run: wrong usage, or help and version that were asked for. Text, and the exit code that goes with it. */
export class Stop extends Error {
  readonly exitCode: number;

  constructor(exitCode: number, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** One line on what was wrong, with the way to more. */
export const usage = (message: string): Stop =>
  new Stop(2, `article-convert: ${message.trimEnd()}\nTry: article-convert --help\n`);
