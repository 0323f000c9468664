import { fieldTextLines } from '../../generated/field-texts.ts';
import { once } from '../base/once.ts';
import type { FieldTexts, Shape } from './shape.ts';

/**
 * @returns what people are told of a field. The texts of schemas are parsed one by one: they are longer than all else that is
 *   known of the fields, and a run tells few of them
 */
export function textsOf({ texts = {} }: Shape): FieldTexts {
  return typeof texts === 'number' ? JSON.parse(lines()[texts] ?? '{}') : texts;
}

const lines = once(() => fieldTextLines.split('\n'));
