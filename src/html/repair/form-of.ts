/**
 * A text by what its characters are: `a` for a letter, `m` for a mark, `1` for a digit, `$` for the sign of a currency. Patterns
 * of all scripts that count and look around take V8 milliseconds to compile, and every start would wait for them.
 */
export function formOf(text: string): string {
  const ascii = text.replace(/[A-Za-z]/g, 'a').replace(/\d/g, '1');
  if (!/[^\x00-\x7f]/.test(text)) return ascii;
  return ascii
    .replace(/\p{L}/gu, 'a')
    .replace(/\p{M}/gu, 'm')
    .replace(/\p{N}/gu, '1')
    .replace(/\p{Sc}/gu, '$$');
}
