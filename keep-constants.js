/**
 * esbuild makes the constants of a bundle's top level variables, and V8 looks those up, and what they are, each time;
 * constants it compiles into the code: the parser takes a fourteenth less time, the whole conversion a fiftieth.
 */
import { transform } from 'esbuild';

/** Makes each statement with `var` of a bundle's top level `const` again whose variables have one value; the text is in lines yet. */
export async function keepConstants(text) {
  const lines = text.replace(/^var (?=[\w$]+ = )/gm, 'const ').split('\n');
  for (;;) {
    const code = lines.join('\n');
    for (const at of await declarationsAtFault(code)) {
      const line = lines.findLastIndex((text, line) => line <= at && /^(?:const|var) /.test(text));
      if (line !== -1) lines[line] = lines[line].replace(/^const/, 'var');
    }
    if (lines.join('\n') === code) return code;
  }
}

/** Lines that declare as constant what has no value there, or is assigned later. */
async function declarationsAtFault(text) {
  const messages = await transform(text, { logLevel: 'silent', target: 'node20' }).then(
    ({ warnings }) => warnings.filter(({ id }) => id === 'assign-to-constant').map(({ notes }) => notes[0]),
    ({ errors }) => errors,
  );
  return messages.map(({ location }) => location.line - 1);
}
