/** The insertion modes of framesets (13.2.6.4.18, 13.2.6.4.19, 13.2.6.4.21): of text only the white space stays. */
import { insertElement, insertText, insertVoid } from '../insert.ts';
import { AFTER_AFTER_FRAMESET, AFTER_FRAMESET, byTag, ignore, type Rules } from '../mode.ts';
import { tagId } from '../names.ts';
import { isCurrentHtml, pop } from '../open-elements.ts';
import type { Parser } from '../state.ts';
import { skipToWhiteSpace, skipWhiteSpace } from '../white-space.ts';
import { inHead } from './head.ts';
import { inBody } from './in-body.ts';

const FRAMESET = tagId('frameset');

function whiteSpaceOf(p: Parser, start: number, end: number, insert: (p: Parser, start: number, end: number) => void) {
  for (let from = start; from < end; ) {
    const wordAt = skipWhiteSpace(p, from, end);
    if (wordAt > from) insert(p, from, wordAt);
    from = skipToWhiteSpace(p, wordAt, end);
  }
}

const insertWhiteSpace = (p: Parser, start: number, end: number): void => whiteSpaceOf(p, start, end, insertText);

export const inFrameset: Rules = {
  startTag: byTag(
    {
      html: (p) => inBody.startTag(p),
      frameset: insertElement,
      frame: insertVoid,
      noframes: (p) => inHead.startTag(p),
    },
    ignore,
  ),
  endTag: byTag(
    {
      frameset: (p) => {
        if (p.top <= 1) return;
        pop(p);
        if (!isCurrentHtml(p, FRAMESET)) p.mode = AFTER_FRAMESET;
      },
    },
    ignore,
  ),
  text: insertWhiteSpace,
  end: ignore,
};

export const afterFrameset: Rules = {
  startTag: byTag({ html: (p) => inBody.startTag(p), noframes: (p) => inHead.startTag(p) }, ignore),
  endTag: byTag(
    {
      html: (p) => {
        p.mode = AFTER_AFTER_FRAMESET;
      },
    },
    ignore,
  ),
  text: insertWhiteSpace,
  end: ignore,
};

export const afterAfterFrameset: Rules = {
  ...afterFrameset,
  endTag: ignore,
  text: (p, start, end) => whiteSpaceOf(p, start, end, (one, from, to) => inBody.text(one, from, to)),
};
