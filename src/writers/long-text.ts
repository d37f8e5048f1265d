/**
 * Text nodes of megabytes, written in pieces: escaping one of them whole takes memory many times its size. A piece ends between two letters, where no pattern of the
 * escaping reaches across, so the bytes are the same.
 */

import type { Text } from 'mdast';
import { defaultHandlers, type Handlers, type SafeConfig } from 'mdast-util-to-markdown';
import { codeUnitAt } from '../code-unit.ts';
import { isPlain } from './is-plain.ts';

type Handler = NonNullable<Handlers['text']>;

const PIECE = 65_536;

const write: Handler = (node: Text, parent, state, info) => {
  const { value } = node;
  if (value.length <= PIECE) return defaultHandlers.text(node, parent, state, info);
  const siblings = parent?.children ?? [];
  const index = state.indexStack.at(-1) ?? 0;
  let written = '';
  for (let start = 0; start < value.length; ) {
    const end = pieceEnd(value, start + PIECE);
    const around: SafeConfig & { beforeNode?: unknown; afterNode?: unknown } = {
      ...info,
      before: start === 0 ? info.before : value.charAt(start - 1),
      after: end === value.length ? info.after : value.charAt(end),
      ...(start === 0 ? { beforeNode: siblings[index - 1] } : {}),
      ...(end === value.length ? { afterNode: siblings[index + 1] } : {}),
    };
    const piece = value.slice(start, end);
    written += isPlain(piece, around) ? piece : state.safe(piece, around);
    start = end;
  }
  return written;
};

/** The library asks what a text begins with by writing all of it; its first letters say that too. */
const peek: Handler = (node: Text, parent, state, info) => {
  const end = pieceEnd(node.value, 256);
  return write({ type: 'text', value: node.value.slice(0, end) }, parent, state, info);
};

export const text: Handler & { peek: Handler } = Object.assign(write, { peek });

/** The next place from `at` on where both neighbours are letters, or the end. */
function pieceEnd(value: string, at: number): number {
  for (let end = at; end < value.length; end += 1) {
    if (isLetter(codeUnitAt(value, end - 1)) && isLetter(codeUnitAt(value, end))) return end;
  }
  return value.length;
}

/** Latin letters, and the scripts from Greek to Han and Hangul: no marks, blanks or halves of characters. */
const isLetter = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x370 && code < 0x1fff) ||
  (code >= 0x3041 && code < 0xd800);
