import fastStringWidth from 'fast-string-width';

/** @returns how many columns a text takes in a terminal; Japanese characters take two, colours none */
export function columns(text: string): number {
  return fastStringWidth(text);
}
