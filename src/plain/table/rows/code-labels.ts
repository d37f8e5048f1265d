/**
 * Whether each line but the first says in a sentence what a name of a program means, where one blank parts cells:
 *
 *   Kommando  Betydelse
 *   rec-start Börjar spela in genast.
 *   rec_list  Visar vad som finns sparat.
 */
const FEWEST_ROWS = 3;
const NAME = '(?=\\S*(?:\\p{L}[-_.]\\p{L}|\\p{Ll}\\p{Lu}))[\\p{L}\\p{N}_.-]+';
const ROW = new RegExp(`^${NAME}\\s\\p{L}[\\p{L}\\p{M}’']*,?\\s.*[.。।]$`, 'u');
/** A small letter would go on with a heading: `Project files`. */
const HEADER = /^[^\s.]+\s(?!\p{Ll})[^\s.]+(?:\s[^\s.]+){0,4}$/u;

export function haveCodeLabels([header = '', ...body]: readonly string[]): boolean {
  return body.length >= FEWEST_ROWS && HEADER.test(header) && body.every((line) => ROW.test(line));
}
