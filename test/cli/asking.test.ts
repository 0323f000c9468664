import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askAt } from '../../src/cli/asking.ts';

/** A terminal at which a text is typed, and what it shows. */
function terminal() {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  return {
    asking: askAt(input, output),
    type: (text: string) => input.write(text),
    shown: () => output.read(),
  };
}

describe('a person at a terminal', () => {
  it('is asked one question after the other, also where the answers were typed ahead', async () => {
    const { asking, type, shown } = terminal();
    const first = asking.ask('団体: ');
    type('関所町\r2\r');
    expect(await first).toBe('関所町');
    expect(await asking.ask('番号: ')).toBe('2');
    expect(shown()).toMatch(/団体: [\s\S]*番号: 2\n$/);
    asking.close();
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['the end of input', '\u0004'],
  ])('breaks off with %s, for all questions', async (_, key) => {
    const { asking, type, shown } = terminal();
    const first = asking.ask('団体: ');
    type(key);
    expect(await first).toBeUndefined();
    expect(await asking.ask('番号: ')).toBeUndefined();
    expect(shown()).toMatch(/\n$/);
  });
});
