const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}、。，！？]/u;

/** What a line end stood for where a wrap is undone: nothing between two letters of a script without blanks. */
export const joint = (left: string, right: string): string =>
  UNSPACED.test(left.slice(-1)) && UNSPACED.test(right.slice(0, 1)) ? '' : ' ';
