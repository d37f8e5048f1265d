/** A report on disk → its figures. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ReportRow } from '../report.ts';
import { Figures } from './figures.ts';

/** Throws what Node throws where the file cannot be read. */
export async function figuresOf(path: string): Promise<Figures> {
  const figures = new Figures();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line !== '') figures.add(JSON.parse(line) as ReportRow);
  }
  return figures;
}
