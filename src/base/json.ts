import { withoutCommands } from './pipeline-commands.ts';
import { replaceUnseen } from './unseen.ts';

/**
 * JSON in which everything is seen, and which a pipeline may print: hidden characters and the beginnings of commands are
 * escaped. A program that reads it gets the texts as they were.
 *
 * @param replacer as `JSON.stringify` has it
 */
export function jsonText(
  value: unknown,
  indent?: number,
  replacer?: (key: string, value: unknown) => unknown,
): string {
  // Neither stands outside the strings of JSON.
  return withoutCommands(replaceUnseen(JSON.stringify(value, replacer, indent), escaped), escaped('#'));
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16).padStart(4, '0');
    return `\\u${unit}`;
  }).join('');
}
