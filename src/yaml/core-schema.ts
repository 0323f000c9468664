import { floatCoreTag, intCoreTag, NOT_RESOLVED } from 'js-yaml';

/** @returns what a plain scalar without a tag means by the core schema (YAML 1.2 section 10.3.2) */
export function resolvePlain(text: string): unknown {
  const first = text.charCodeAt(0);
  if (first > 127) return text;
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  if (((first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46) && mayBeNumber(text)) {
    const integer = intCoreTag.resolve(text, false, '');
    if (integer !== NOT_RESOLVED) return integer;
    const float = floatCoreTag.resolve(text, false, '');
    if (float !== NOT_RESOLVED) return float;
  }
  return text;
}

/**
 * Whether what begins like a number may be one. Days and addresses, of which registers are full, are ruled out without the
 * patterns: a sign within a number stands behind its `e`, and it has one point.
 */
function mayBeNumber(text: string): boolean {
  let points = text.charCodeAt(0) === 46 ? 1 : 0;
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 && ++points > 1) return false;
    if ((code === 45 || code === 43) && (text.charCodeAt(at - 1) | 32) !== 101) return false;
  }
  return true;
}

/** Whether a value matches its tag (YAML 1.2 section 10.3). */
export function matchesTag(value: unknown, tag: string): boolean {
  switch (tag) {
    case '!!int':
      return Number.isInteger(value);
    case '!!float':
      return typeof value === 'number';
    case '!!bool':
      return typeof value === 'boolean';
    case '!!null':
      return value === null;
    default:
      return false;
  }
}
