/**
 * What a command printed stands right below it, and values right below their name:
 *
 *   pi@bell:~/tower $ python3 ring.py        ring_deps =
 *   Temperature 26°C                             north/Rope @ 1.0.5
 *   Temperature 28°C                             north/Bell @ 2.1.1
 */
import { PROMPT } from '../lines/glyphs.ts';
import type { Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';
import { isProse } from './statements.ts';

//   pi@bell:~/tower $ ls     (.venv) ➜  tower ls     $ ls     PS C:\> ls     C:\tower> ls
const TYPED =
  /^(?:\([\w.-]+\)\s+)?(?:[\w.-]+@[\w.-]+:\s?[~/]\S* ?[$#%] \S|\[[\w.-]+@[\w.-]+ [^\]]*\][$#] \S|[$➜❯]\s+[a-z./]|(?:PS )?[A-Z]:\\[^<>|]*> ?\S)/;
const NAME = /^[\w.-]+ ?=$/;

/** Marks the lines below a prompt, or set in below a name, up to a blank line or a sentence. */
export function markOutput(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if ((line.kinds & PROMPT) === 0) continue;
    const isName = NAME.test(line.raw);
    if (!isName && !TYPED.test(line.raw)) continue;
    roles[at] ??= 'code';
    for (let next = at + 1; next < lines.length; next += 1) {
      const below = lines[next] as Line;
      if (below.blankBefore || isProse(below) || (isName && below.indent <= line.indent)) break;
      roles[next] ??= 'code';
      at = next;
    }
  }
}

/** Marks what a command printed where blank lines part it from the text, and no line of it is a sentence. */
export function markPrinted(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (const [at, { raw, blankBefore, blankAfter }] of lines.entries()) {
    if (!blankBefore || blankAfter || roles[at] !== 'code' || !TYPED.test(raw)) continue;
    let end = at + 1;
    while (lines[end]?.blankBefore === false && !isProse(lines[end] as Line) && end - at < MOST_PRINTED) end += 1;
    if (lines[end]?.blankBefore !== false) roles.fill('code', at, end);
  }
}
const MOST_PRINTED = 60;
