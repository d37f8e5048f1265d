/** `<pre>` → code block, its language from the class names highlighters use. */
import type { Code } from 'mdast';
import { attribute, firstChild, kind, NONE, type NodeId, nextInside, tag, text } from '../../tree/node.ts';
import type { State } from './state.ts';

const LANGUAGE = /(?:^|\s)(?:language|lang|highlight-source|brush:)-?\s*([\w+#.-]+)/;

export function codeBlock({ tree }: State, node: NodeId): Code {
  let value = '';
  let language = LANGUAGE.exec(attribute(tree, node, 'class') ?? '')?.[1];
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node)) {
    if (kind(tree, at) === 'text') value += text(tree, at);
    else if (tag(tree, at) === 'br') value += '\n';
    language ??= LANGUAGE.exec(attribute(tree, at, 'class') ?? '')?.[1];
  }
  return { type: 'code', value: value.replace(/\n$/, ''), ...(language === undefined ? {} : { lang: language }) };
}
