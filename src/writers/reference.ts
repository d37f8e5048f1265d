/** What CommonMark takes for a character reference: an ampersand alone is none, in `AT&T` and `?a=1&b=2`. */
import type { State } from 'mdast-util-to-markdown';

/** Behind the ampersand. */
export const REFERENCE = '(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[A-Za-z][A-Za-z\\d]{1,31});';
const HERE = new RegExp(`&${REFERENCE}`, 'y');
/** The longest name, with its signs. */
const LONGEST = 34;

export function beginsReference(value: string, at: number, after: string): boolean {
  HERE.lastIndex = 0;
  return HERE.test(value.slice(at, at + LONGEST) + after);
}

/** The library escapes each ampersand before a letter: from here on, those alone that begin a reference. */
export function escapeReferences(state: State): void {
  state.unsafe = state.unsafe.map((pattern) =>
    pattern.character === '&' ? { character: '&', after: REFERENCE, inConstruct: 'phrasing' } : pattern,
  );
}
