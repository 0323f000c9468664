/** Whether a text says anything: one of blanks alone is as good as none. */
export function isWritten(text: string | false | undefined): text is string {
  return typeof text === 'string' && text.trim() !== '';
}
