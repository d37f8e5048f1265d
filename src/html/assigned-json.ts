/** The state that a script hands over to others as JSON: `window.__INITIAL_STATE__ = {"article": …};`, `… = JSON.parse("{…}")`. */

const ASSIGNMENT =
  /^\s*(?:(?:var|let|const)\s+[\w$]+|(?:window|self|globalThis)(?:\.[\w$]+|\[["'][\w$]+["']\]))\s*=\s*(JSON\.parse\(\s*)?(?=[{["])/;

/** '' where a script begins with something else. */
export function assignedJson(script: string): string {
  const match = ASSIGNMENT.exec(script);
  if (match === null) return '';
  const start = match[0].length;
  const value = script.slice(start, endOfValue(script, start));
  if (match[1] === undefined) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return '';
  }
}

/** Behind the bracket or the quote that closes the one at `start`. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth === 0 && !isQuoted) return at + 1;
  }
  return text.length;
}
