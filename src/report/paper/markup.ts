import { escapeUTF8 } from 'entities/escape';
import { withoutCommands } from '../../base/pipeline-commands.ts';
import { printable } from './printable.ts';

/**
 * Escapes a text for HTML and XML, between tags and in quoted attributes. Characters outside ASCII stay; those that are
 * hidden, or that XML 1.0 (2.2) does not allow, are shown as code points.
 */
export function escapeMarkup(text: string): string {
  return withoutCommands(escapeUTF8(printable(text)), '&#35;');
}
