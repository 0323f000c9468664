import fastStringWidth from 'fast-string-width';

/** @returns the width of a text in terminal columns: Japanese characters take two, colour codes none */
export function columns(text: string): number {
  return fastStringWidth(text);
}
