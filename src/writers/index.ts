/** Output formats by name. */
import type { Document } from '../document.ts';
import type { WriteOptions } from '../options.ts';
import { html } from './html.ts';
import { json, jsonl } from './json.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

/** Document → text; pure. */
export interface Writer {
  readonly name: string;
  /** File extension without the dot. */
  readonly extension: string;
  write(document: Document, options?: WriteOptions): string;
}

export const writers = { markdown, json, jsonl, text, html } as const satisfies Record<string, Writer>;
