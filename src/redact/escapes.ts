/**
 * @returns a text on one line, with what it has escaped as YAML and JSON do: a message that tells of a wrong value quotes it as
 *   its file writes it
 */
export function unescaped(written: string): string {
  const text = written.replaceAll(/\s*[\r\n]\s*/g, ' ');
  if (!text.includes('\\')) return text;
  return text.replaceAll(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([abefnrtv0NLP_"/\\ ]))/gi,
    (whole: string, two?: string, four?: string, eight?: string, mark?: string) => {
      if (mark !== undefined) return marks[mark] ?? whole;
      const code = Number.parseInt(two ?? four ?? eight ?? '', 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}

const marks: Readonly<Record<string, string>> = {
  ...{ a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '0': '\0' },
  ...{ N: '\x85', L: '\u2028', P: '\u2029', _: '\xa0', '"': '"', '/': '/', '\\': '\\', ' ': ' ' },
};
