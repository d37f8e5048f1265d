/** Completions for bash, 3.2 as macOS has it included. */
import { type FlagParts, kindOfValue } from '../flag-parts.ts';

export function bashCompletions(flags: readonly FlagParts[]): string {
  const names = flags.flatMap(({ short, long }) => (short === undefined ? [long] : [short, long]));
  const patternOf = ({ short, long }: FlagParts): string => (short === undefined ? long : `${short}|${long}`);
  const valued = flags.filter(({ value }) => value !== undefined);
  const choices = valued
    .filter((flag) => kindOfValue(flag) === 'choice')
    .map((flag) => `    ${patternOf(flag)}) words='${flag.choices.join(' ')}' ;;`);
  const only = (kind: string): string =>
    valued
      .filter((flag) => kindOfValue(flag) === kind)
      .map(patternOf)
      .join('|');
  return `# bash completion for article-convert
# Load it with: source <(article-convert --completions bash)

_article_convert() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev='' words='' at
  COMPREPLY=()
  [ "$COMP_CWORD" -gt 0 ] && prev=\${COMP_WORDS[COMP_CWORD - 1]}
  # --to=json comes as three words.
  if [ "$cur" = = ]; then
    cur=''
  elif [ "$prev" = = ]; then
    prev=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((at = 1; at < COMP_CWORD; at += 1)); do
    [ "\${COMP_WORDS[at]}" = -- ] && return
  done
  case $prev in
${choices.join('\n')}
    ${only('folder')})
      local IFS=$'\\n'
      COMPREPLY=($(compgen -d -- "$cur"))
      compopt -o filenames 2>/dev/null
      return ;;
    ${only('file')}) return ;;
    ${only('other')}) compopt +o default +o bashdefault 2>/dev/null; return ;;
    *) case $cur in -*) words='${names.join(' ')}' ;; esac ;;
  esac
  [ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$cur"))
}

# Where nothing is said, files are completed.
complete -o bashdefault -o default -F _article_convert article-convert
`;
}
