/** Completions for fish: a line for each flag. */
import { type FlagParts, kindOfValue } from '../flag-parts.ts';

export const fishCompletions = (flags: readonly FlagParts[]): string => `# fish completion for article-convert
# Load it with: article-convert --completions fish | source

${flags.map(lineOf).join('\n')}
`;

function lineOf(flag: FlagParts): string {
  const { short, long, value, help } = flag;
  const kind = kindOfValue(flag);
  const takes = {
    choice: ` -x -a ${quote(flag.choices.join(' '))}`,
    file: ' -r -F',
    folder: " -x -a '(__fish_complete_directories)'",
    other: ' -x',
  };
  const names = `${short === undefined ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)}`;
  return `complete -c article-convert${names}${value === undefined ? '' : takes[kind]} -d ${quote(help)}`;
}

const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
