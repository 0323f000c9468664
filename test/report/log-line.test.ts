import { describe, expect, it } from 'vitest';
import { logLine } from '../../src/report/paper/log-line.ts';
import { wrap } from '../../src/report/paper/wrap.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

describe('a line in the log of a pipeline', () => {
  it.each([
    ['第1課 12:30::40', '第1課 12:30::40'],
    ['a # b ## c [d] #[e]', 'a # b ## c [d] #[e]'],
    ['::error::x', '\\u{3a}:error::x'],
    ['  　::error::x', '  　\\u{3a}:error::x'],
    ['a ##[error]x', 'a \\u{23}#[error]x'],
    ['a###[error]x', 'a#\\u{23}#[error]x'],
    ['##vso[task.complete]##VSO[a]', '\\u{23}#vso[task.complete]\\u{23}#VSO[a]'],
    ["##teamcity[a b='c']", "\\u{23}#teamcity[a b='c']"],
  ])('%j is %j', (line, expected) => {
    expect(logLine(line)).toBe(expected);
    expect(logLine(expected)).toBe(expected);
  });
});

/** From the office of the name two ways lead on, each told hop by hop, a line each. */
const network = (name: string) => `segments:
  - { id: a, name: ${name}, layer: mynumber }
  - { id: b, name: 中継, layer: lgwan }
  - { id: c, name: 公開, layer: internet }
connections:
  - { id: ab, name: 通信, from: a, to: b, control: none }
  - { id: bc, name: 通信, from: b, to: c, control: none }
`;

describe('the way of data', () => {
  it.each([
    ['"::stop-commands::x"', ' \\u{3a}:stop-commands::x → 中継 '],
    ['"住基 ##[group]x"', ' 住基 \\u{23}#[group]x → 中継 '],
  ])('from %s is told, and commands nothing', async (name, told) => {
    await inFolder({ 'a.yaml': network(name) }, async (directory) => {
      const rule = ['--rule', 'resilience/mynumber-separation'];
      const { stdout } = await sekisho(['a.yaml', '-p', 'isesaki', ...rule], { directory });
      for (const line of stdout.split('\n')) expect(line).not.toMatch(/^\s*::|##\w*\[/);
      expect(stdout).toContain(told);
    });
  });
});

describe('a wrapped line', () => {
  it('cuts no character in two, and parts none from what belongs to it', () => {
    const text = '𠮷野家🏴葛\u{e0100}ハ\u309a👩🏽\u200d🔬'.repeat(9);
    for (let width = 2; width < 40; width++) {
      const lines = wrap(text, width);
      expect(lines.join('')).toBe(text);
      for (const line of lines) expect(line).not.toMatch(/\p{Cs}|^[\p{M}\u200d]|\u200d$/u);
    }
  });
});
