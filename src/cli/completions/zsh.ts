/** Completions for zsh, by its own _arguments. */
import { type FlagParts, kindOfValue } from '../flag-parts.ts';

const ACTIONS = { file: '_files', folder: '_files -/', other: ' ' } as const;

export const zshCompletions = (flags: readonly FlagParts[]): string => `#compdef article-convert
# zsh completion for article-convert
# Load it with: source <(article-convert --completions zsh)

_article-convert() {
  _arguments -s -S \\
${flags.map((flag) => `    ${specOf(flag)} \\`).join('\n')}
    '*:input:_files'
}

if [ "$funcstack[1]" = _article-convert ]; then
  _article-convert "$@"
else
  compdef _article-convert article-convert
fi
`;

function specOf(flag: FlagParts): string {
  const { short, long, value, isMany, help } = flag;
  const assign = value === undefined ? '' : '=';
  const names = short === undefined ? `${long}${assign}` : `'{${short},${long}${assign}}'`;
  const others = isMany ? '*' : short === undefined ? '' : `(${short} ${long})`;
  const kind = kindOfValue(flag);
  const action = kind === 'choice' ? `(${flag.choices.join(' ')})` : ACTIONS[kind];
  const argument = value === undefined ? '' : `:${value}:${action}`;
  return `'${others}${names}[${help.replace(/[[\]:\\]/g, '\\$&').replaceAll("'", "'\\''")}]${argument}'`;
}
