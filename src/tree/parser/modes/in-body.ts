/** The insertion modes "in body" and "text" (13.2.6.4.7, 13.2.6.4.8). */
import { reconstructFormatting } from '../formatting.ts';
import { insertText, insertVoid } from '../insert.ts';
import { ignore, type Rules, runByTag, tagTable } from '../mode.ts';
import { pop } from '../open-elements.ts';
import type { Parser } from '../state.ts';
import { processEnd } from '../tree-construction.ts';
import { isBlank, isNul } from '../white-space.ts';
import { adoptIntoBody, adoptIntoHtml, startFramesetInBody } from './document-element.ts';
import { endTemplate, inHead, startRawText } from './head.ts';
import * as ends from './in-body-end.ts';
import * as starts from './in-body-start.ts';
import { endInTemplate } from './template.ts';

/** Most tags of a page are processed by these, and most texts by `textInBody`: the dispatcher calls them itself. */
export const START_TAGS = tagTable(
  {
    'b big code em font i s small strike strong tt u': starts.startFormatting,
    a: starts.startAnchor,
    nobr: starts.startNobr,
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav ol p search section summary ul':
      starts.startBlock,
    'h1 h2 h3 h4 h5 h6': starts.startHeading,
    'li dd dt': starts.startListItem,
    'area br embed img keygen wbr': starts.startVoid,
    image: starts.startImage,
    input: starts.startInput,
    'param source track': insertVoid,
    hr: starts.startRule,
    'rb rtc': starts.startRubyBase,
    'rp rt': starts.startRubyText,
    'pre listing': starts.startPre,
    form: starts.startForm,
    button: starts.startButton,
    'applet marquee object': starts.startObject,
    table: starts.startTable,
    select: starts.startSelect,
    'optgroup option': starts.startOption,
    textarea: starts.startTextarea,
    xmp: starts.startXmp,
    iframe: starts.startIframe,
    'noembed noframes': startRawText,
    noscript: starts.startNoscriptInBody,
    plaintext: starts.startPlaintext,
    svg: starts.startSvg,
    math: starts.startMath,
    html: adoptIntoHtml,
    body: adoptIntoBody,
    frameset: startFramesetInBody,
    'base basefont bgsound link meta script style template title': (p) => inHead.startTag(p),
    'caption col colgroup frame head tbody td tfoot th thead tr': ignore,
  },
  starts.startOther,
);
export const END_TAGS = tagTable(
  {
    'a b big code em font i nobr s small strike strong tt u': ends.endFormatting,
    p: ends.endParagraph,
    'address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header hgroup listing main menu nav ol pre search section summary ul':
      ends.endBlock,
    li: ends.endListItem,
    'dd dt': ends.endDefinition,
    'h1 h2 h3 h4 h5 h6': ends.endHeading,
    br: ends.endBreak,
    form: ends.endForm,
    'applet marquee object': ends.endObject,
    template: endTemplate,
    body: ends.endBody,
    html: ends.endHtml,
  },
  ends.endOther,
);

export const inBody: Rules = {
  startTag: (p) => runByTag(START_TAGS, p),
  endTag: (p) => runByTag(END_TAGS, p),
  text: textInBody,
  end: endInTemplate,
};

export function textInBody(p: Parser, start: number, end: number): void {
  if (isNul(p, start)) return;
  reconstructFormatting(p);
  insertText(p, start, end);
  if (p.framesetOk && !isBlank(p, start, end)) p.framesetOk = false;
}

/** Inside scripts, styles and the like. */
export const text: Rules = {
  startTag: ignore,
  endTag: leaveText,
  text: insertText,
  end: (p) => {
    leaveText(p);
    processEnd(p);
  },
};

function leaveText(p: Parser): void {
  pop(p);
  p.mode = p.originalMode;
}
