// Pipelines read the output of the programs that they run. GitHub takes `##[command]` for a command wherever it stands in
// a line (its ActionCommand.cs), Azure does with `##vso[…]` and `##[…]`, and TeamCity with `##teamcity[…]`.
const sign = /#(?=#\w*\[)/g;

/**
 * Takes away from a text whatever a pipeline would take for a command within a line.
 *
 * @param hash what to write in place of the first `#`
 */
export function withoutCommands(text: string, hash: string): string {
  return text.includes('#') ? text.replaceAll(sign, hash) : text;
}
