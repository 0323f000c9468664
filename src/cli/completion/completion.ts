import { choice } from '../choice.ts';
import { type ExitCode, exitCodes, type Io } from '../io.ts';
import { type Shell, shells } from './shells.ts';

/**
 * Runs `sekisho completion`: prints the script that makes a shell ask {@link runComplete} for completions.
 *
 * @throws UsageError if there is none for the shell
 */
export function runCompletion(given: string, io: Io): ExitCode {
  io.stdout(scripts[choice('completion', given, shells)]);
  return exitCodes.clean;
}

// The scripts know no commands or options. They pass on what is typed and show the answer: one candidate a line, as
// value, tab, description; and a line `:files` where a path may follow, which the shell completes best itself.
const scripts: Readonly<Record<Shell, string>> = {
  // Must run in bash 3.2, the version of macOS. Where COMPREPLY stays empty, `-o default` completes paths.
  bash: `_sekisho() {
  local line files=
  COMPREPLY=()
  while IFS= read -r line; do
    if [ "$line" = ':files' ]; then files=yes; else COMPREPLY+=("\${line%%$'\\t'*}"); fi
  done < <(sekisho complete bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [ -z "$files" ]; then compopt +o default 2>/dev/null || :; fi
}
complete -o default -F _sekisho sekisho
`,
  zsh: `#compdef sekisho
_sekisho() {
  local line files
  local -a offered
  while IFS= read -r line; do
    if [[ $line == ':files' ]]; then files=yes
    else offered+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}"); fi
  done < <(sekisho complete zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  if (( $#offered )); then _describe sekisho offered; fi
  if [[ -n $files ]]; then compset -P '*='; _files; fi
}
if [[ \${funcstack[1]} == _sekisho ]]; then _sekisho "$@"; else compdef _sekisho sekisho; fi
`,
  fish: `function __sekisho_complete
    set -l typed (commandline -opc)
    set -e typed[1]
    set -l current (commandline -ct)
    for line in (sekisho complete fish -- $typed "$current" 2>/dev/null)
        if test "$line" = ':files'
            set -l before (string match -r '^.*=' -- "$current")
            for file in (__fish_complete_path (string replace -r '^.*=' '' -- "$current"))
                echo "$before$file"
            end
        else
            echo $line
        end
    end
end
complete -c sekisho -f -a '(__sekisho_complete)'
`,
  // Must run in Windows PowerShell 5.1, which leaves out empty words: hence the dot before the last one. '--' is quoted,
  // since an unquoted one does not reach the command that npm installs. Where nothing is offered, it completes paths itself.
  powershell: `Register-ArgumentCompleter -Native -CommandName sekisho -ScriptBlock {
    param($word, $command, $cursor)
    $typed = @($command.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $lines = @(sekisho complete powershell '--' @typed ".$word" 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
    }
    foreach ($line in $lines) {
        if ($line -eq ':files') {
            $before = $word -replace '[^=]*$', ''
            foreach ($file in [System.Management.Automation.CompletionCompleters]::CompleteFilename($word.Substring($before.Length))) {
                [System.Management.Automation.CompletionResult]::new($before + $file.CompletionText, $file.ListItemText, $file.ResultType, $file.ToolTip)
            }
        } else {
            $value, $about = $line -split "\\t", 2
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
        }
    }
}
`,
};
