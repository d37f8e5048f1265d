/** Completions for PowerShell, 5.1 and later. Where nothing is said, it completes files itself. */
import { type FlagParts, kindOfValue } from '../flag-parts.ts';

export function powershellCompletions(flags: readonly FlagParts[]): string {
  const options = flags.flatMap(({ short, long, help }) =>
    (short === undefined ? [long] : [short, long]).map((name) => `        ${quote(name)} = ${quote(help)}`),
  );
  const choices = flags
    .filter((flag) => kindOfValue(flag) === 'choice')
    .map((flag) => `        ${quote(flag.long)} = @(${flag.choices.map(quote).join(', ')})`);
  return `# PowerShell completion for article-convert
# Load it with: article-convert --completions powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName article-convert -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $options = [ordered]@{
${options.join('\n')}
    }
    $choices = @{
${choices.join('\n')}
    }
    $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    $last = if ($before.Count -gt 0) { $before[-1] } else { '' }
    if ($choices.ContainsKey($last)) {
        $choices[$last] | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
        }
    } elseif ($wordToComplete -like '-*') {
        $options.Keys | Where-Object { $_ -clike "$wordToComplete*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterName', $options[$_])
        }
    }
}
`;
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
