/** Whether one line by itself looks like a statement of a program, a command or markup. Programs speak English whatever the text does. */
import { CODE, HYPHEN } from '../lines/glyphs.ts';
import type { Line } from '../lines/line.ts';

/** Longer lines are prose. */
const LONGEST = 160;
const FIRST_FOREIGN = 0x80;

/** What statements without a sign of `CODE` have. */
const BEGINS = /^(?:\.{1,2}[\\/]|import |from |\/[/*]|#!|#include |<[a-zA-Z/]|[A-Z]{3,} )/;
const HYPHENED = / -|-->|->>|-\.->/;

/** Nobody but who calls a program writes so. */
const COMMAND_LINES: readonly RegExp[] = [
  //   ring --rope=long tower     ring -n 3
  /^[a-z][\w.-]*(?: [\w./:@=\\<>{}[\]"'$-]+)*? (?:--[a-z][\w-]*|-[a-zA-Z](?= |$))/u,
  //   $ ring     (.venv) ➜ ring     ./ring.sh
  /^(?:\([\w.-]+\) )?(?:\$|>>>|➜) +\S/u,
  /^\.{1,2}[\\/][\w.-]\S*$/u,
  //   #!/bin/sh
  /^#!\/\S/u,
];
const COMMAND_LINE = new RegExp(COMMAND_LINES.map(({ source }) => source).join('|'), 'u');

const STATEMENTS: readonly RegExp[] = [
  ...COMMAND_LINES,
  //   ring(3);     while (rope) {     };
  /[\w)\]}"'];$/u,
  /[{[(]$/u,
  /^[{}\])]+[;,)]*$/u,
  //   // twice
  /^\/[/*] /u,
  //   bells["long"] = 3     RING=$(ring)     ring(rope, tower(3))     return { rope }
  /^[\w.[\]"'$*]+ (?:[:+-]?=|=>) (?!\p{L}+ \p{L})\S/u,
  /^(?:export )?[A-Z_][A-Z0-9_]*=\S/u,
  /^[\w.:]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)[:;]?$/u,
  /^return\b.*[;)\]}]$/u,
  //   import bell     from tower import bell     #include <bell.h>     def ring(     const rope =
  /^(?:import [\w.{*]+|from \S+ import |#include [<"]|(?:def|class|func|fn|function) \w+\s?[(:{]|(?:const|let|var) \w+ =)/u,
  //   Rope[the rope] --> Bell     <p>ring</p>     [tower]
  /^[A-Za-z]\w*(?:[[({].*[\])}])? *(?:-->|->>|-\.->)/u,
  /^<\/?[a-zA-Z][^<>]*>(?:.*<\/[a-zA-Z\d]+>)?$/u,
  /^\[[\w.-]+\]$/u,
  //   SELECT rope     RUN ring
  /^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|DROP|FROM|JOIN|WHERE|GROUP BY|ORDER BY|VALUES) (?=.*[a-z\d*[/])/u,
  /^(?:RUN|COPY|CMD|ENV|EXPOSE|WORKDIR|ENTRYPOINT) (?=.*[a-z\d*[/])/u,
];
const STATEMENT = new RegExp(STATEMENTS.map(({ source }) => source).join('|'), 'u');

/** Words alone may end in a semicolon, too, in verse and in lists. */
const WORDS = /^(?:[\p{L}\p{M}'’-]+,? ){3,}[\p{L}\p{M}'’-]+;$/u;
const SENTENCE = /\p{L}{2} \p{L}+ \p{L}+ \p{L}.*[.!?:]$/u;

export const isProse = ({ raw }: Line): boolean => raw.length > LONGEST || SENTENCE.test(raw);

/** Each statement has one; most lines of other texts have none. */
const hasSign = ({ raw, kinds }: Line): boolean =>
  (kinds & CODE) !== 0 || BEGINS.test(raw) || ((kinds & HYPHEN) !== 0 && HYPHENED.test(raw));

export const mayBeCode = (line: Line): boolean =>
  line.isComment === true ||
  (!line.isQuoted &&
    line.marker === undefined &&
    // A Greek question ends as a statement does.
    line.raw.charCodeAt(0) < FIRST_FOREIGN &&
    line.raw.length <= LONGEST &&
    hasSign(line) &&
    STATEMENT.test(line.raw) &&
    !SENTENCE.test(line.raw) &&
    !WORDS.test(line.raw));

/** What is code even where it stands alone. */
export const isCommandLine = (line: Line): boolean =>
  mayBeCode(line) && COMMAND_LINE.test(line.isComment ? line.raw.replace(/^# /, '') : line.raw);

/** Commands begin with small letters of ASCII or with signs, and no stop ends them. */
const COMMAND = /^[a-z_$./<{(@-](?!.*[.!?:,]$)/;

/** What most lines are told by, so that the longer pattern reads few. */
const MAY_BE_DIRECTIVE = /^[A-Z][A-Za-z]+ [\w!]*["/%_]/;
// There is one way only to read each piece: with several, what is no setting would take as many tries as their product.
const PATH = '[^\\s"/_%]*[/_%][^\\s"]*';
const PIECE = '(?: (?:"[^"]*"|\\[[\\w=,]+\\](?= |$)|(?!\\[[\\w=,]+\\](?: |$))[^\\s"/_%.]*[/_%.][^\\s"]*))*';
//   ScriptAlias "/bells/" "/srv/bells/"     LoadModule bell_module modules/mod_bell.so
const DIRECTIVE = new RegExp(
  `^[A-Z][A-Za-z]+ (?:"[^"/\\\\%^$*]*[/\\\\%^$*][^"]*"|${PATH} ${PATH}|${PATH} "[^"]*")${PIECE}$`,
);

/** A setting of a server: its name, then paths and patterns. */
export const isDirective = ({ raw }: Line): boolean =>
  MAY_BE_DIRECTIVE.test(raw) && raw.length <= LONGEST && DIRECTIVE.test(raw);

/** Whether a line looks like a command beside a comment, or like a statement. */
export const isCommand = (line: Line): boolean =>
  mayBeCode(line) ||
  (line.hashes === 0 &&
    !line.isQuoted &&
    line.marker === undefined &&
    line.raw.length <= LONGEST &&
    (COMMAND.test(line.raw) || isDirective(line)));
