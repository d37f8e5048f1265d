/** What a line of a flat text is: `continue` goes on with what the line before it began, `line` is a line of its own in the same paragraph. */
export type Role =
  | 'title'
  | 'heading'
  | 'item'
  | 'quote'
  | 'prose'
  | 'continue'
  | 'line'
  | 'row'
  | 'code'
  | 'fence'
  | 'rule'
  | 'cut';
