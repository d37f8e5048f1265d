/** The insertion modes "after body" and "after after body" (13.2.6.4.17, 13.2.6.4.20): all but comments goes back into the body. */
import { AFTER_AFTER_BODY, byTag, IN_BODY, ignore, type Rules } from '../mode.ts';
import type { Parser } from '../state.ts';
import { isBlank } from '../white-space.ts';
import { inBody } from './in-body.ts';

const back =
  (rule: (p: Parser) => void) =>
  (p: Parser): void => {
    p.mode = IN_BODY;
    rule(p);
  };

function text(p: Parser, start: number, end: number): void {
  if (!isBlank(p, start, end)) p.mode = IN_BODY;
  inBody.text(p, start, end);
}

export const afterBody: Rules = {
  startTag: byTag(
    { html: (p) => inBody.startTag(p) },
    back((p) => inBody.startTag(p)),
  ),
  endTag: byTag(
    {
      html: (p) => {
        p.mode = AFTER_AFTER_BODY;
      },
    },
    back((p) => inBody.endTag(p)),
  ),
  text,
  end: ignore,
};

export const afterAfterBody: Rules = { ...afterBody, endTag: back((p) => inBody.endTag(p)) };
