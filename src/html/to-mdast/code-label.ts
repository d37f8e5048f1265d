/** Beside code, tools write the name of its language and "Copy": both belong to the box and not to the text. */
import { attribute, firstChild, kind, NONE, type NodeId, nextInside, parent, tag, text } from '../../tree/node.ts';
import { behind } from '../../tree/scan.ts';
import { CODE_LABEL } from './class-words.ts';
import { isLanguage } from './code-language.ts';
import { classOf, type State } from './state.ts';

const LANGUAGE = /(?:^|[\s_-])(?:lang|language)(?:-?(?:label|name))?(?:\s|$)/i;
/** A language's name; a file's name, with its ending, says more. */
const isLanguageText = (said: string): boolean => /^[\p{L}\d+#/ -]{1,20}$/u.test(said);
const COPY_TEXT =
  /^(?:copy|copied|copier|copié|kopier\w*|copiar|copiad[ao]|copia\w*|复制|複製|コピー|복사|скопир\w*|копир\w*)(?:[\s!.]|[^\x00-\x7f]|$).{0,20}$/iu;
/** How far above a label the box around it and the code may stand, and how much of the box is looked at. */
const LEVELS = 3;
const NODES = 60;
/** Blanks and all. */
const LONGEST = 200;

export function isCodeLabel({ tree, classWords }: State, node: NodeId): boolean {
  if (!classWords.say(node, CODE_LABEL) || /^(?:pre|code)$/.test(tag(tree, node))) return false;
  const classes = classOf(tree, node);
  if (/(?:^|\s)toolbar(?:\s|$)/.test(classes) && /(?:^|\s)code-toolbar(?:\s|$)/.test(classOf(tree, parent(tree, node))))
    return true;
  const said = shortText(tree, node);
  if (!(LANGUAGE.test(classes) && isLanguageText(said)) && !COPY_TEXT.test(said)) return false;
  for (let box = parent(tree, node), level = 0; box > 0 && level < LEVELS; box = parent(tree, box), level += 1)
    if (holdsCode(tree, box)) return true;
  return false;
}

/** A link that only runs a script, in the box of some code: phpBB's "Select all". */
export function isCodeButton({ tree }: State, link: NodeId): boolean {
  if (attribute(tree, link, 'href') !== '#' || attribute(tree, link, 'onclick') === undefined) return false;
  return holdsCode(tree, parent(tree, link)) || holdsCode(tree, parent(tree, parent(tree, link)));
}

/** The text of an element that may be a label; nothing for one that holds more than labels do. */
function shortText(tree: State['tree'], node: NodeId): string {
  let said = '';
  let count = 0;
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node)) {
    count += 1;
    if (count > NODES || said.length > LONGEST) return '';
    if (kind(tree, at) === 'text') said += text(tree, at);
  }
  return said.trim();
}

function holdsCode(tree: State['tree'], box: NodeId): boolean {
  let count = 0;
  for (let at = firstChild(tree, box); at !== NONE && count < NODES; at = nextInside(tree, at, box)) {
    if (tag(tree, at) === 'pre') return true;
    if (kind(tree, at) === 'element') count += 1;
  }
  return false;
}

/** What the label of a box says, for code that does not name its language itself: the one label since the code before. */
export function labelledLanguage({ tree }: State, code: NodeId): string | undefined {
  for (let box = parent(tree, code), level = 0; box > 0 && level < LEVELS; box = parent(tree, box), level += 1) {
    let count = 0;
    let labels: string[] = [];
    for (let at = firstChild(tree, box); at !== NONE && at < code; at = nextInside(tree, at, box)) {
      if (kind(tree, at) !== 'element') continue;
      count += 1;
      if (count > NODES) return undefined;
      if (tag(tree, at) === 'pre' && behind(tree, at) <= code) labels = [];
      else if (LANGUAGE.test(classOf(tree, at))) labels.push(shortText(tree, at).toLowerCase());
    }
    const [label] = labels;
    if (label !== undefined) return labels.length === 1 && isLanguage(label) ? label : undefined;
  }
  return undefined;
}
