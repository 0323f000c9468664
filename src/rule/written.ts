/** Whether a text is stated: blanks alone count as missing. */
export function isWritten(text: string | false | undefined): text is string {
  return typeof text === 'string' && text.trim() !== '';
}
