/** C0 and C1 controls but tab and newline: they would command a terminal. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;
const POP = '\u202c';
const POP_ISOLATE = '\u2069';
const OPENS = /[\u202a-\u202e\u2066-\u2068]/;

export const withoutControls = (written: string): string => {
  const shown = written.replace(CONTROLS, '');
  return OPENS.test(shown) ? shown.split('\n').map(closeBidi).join('\n') : shown;
};

/** An override or isolate that a line leaves open would turn what follows it around: it ends with its line. */
function closeBidi(line: string): string {
  const open: string[] = [];
  let isolates = 0;
  for (const character of line.match(/[\u202a-\u202e\u2066-\u2069]/g) ?? []) {
    if (character === POP) {
      if (open.at(-1) === POP) open.pop();
    } else if (character === POP_ISOLATE) {
      // An isolate's end closes the embeddings inside it (UAX 9, X6a).
      if (isolates > 0) while (open.pop() !== POP_ISOLATE);
      isolates = Math.max(0, isolates - 1);
    } else {
      open.push(character < '\u2066' ? POP : POP_ISOLATE);
      if (character >= '\u2066') isolates += 1;
    }
  }
  return line + open.reverse().join('');
}
