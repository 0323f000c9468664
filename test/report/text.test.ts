import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/report/paper/wrap.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const yaml = `organization: { name: 関所市, policy: isesaki }
assets:
  - id: welfare
    name: 生活保護ケース記録
    manager: 福祉課長
    form: electronic
    origin: internal
    businessPurpose: 生活保護の決定及び実施に関する事務
    contains: [sensitive-personal-information]
    classification: { confidentiality: 2, integrity: 2, availability: 1 }
    storage: { locked: true, hiddenFromView: true }
    encryption: { atRest: false, inTransit: true }
    transport: { carried: false }
  - { id: tax, name: 課税台帳 }
segments:
  - { id: resident, name: 住民記録ネットワーク, layer: mynumber }
  - { id: web, name: 公開ネットワーク, layer: internet }
connections:
  - { id: link, name: 臨時の接続, from: resident, to: web }
`;

/** A few rules, so that a snapshot can be read. */
const few = [
  'classification/encryption-at-rest',
  'classification/levels-assigned',
  'classification/storage-locked',
  'resilience/mynumber-separation',
].flatMap((rule) => ['--rule', rule]);

const text = (argv: readonly string[], world: Parameters<typeof sekisho>[1] = {}) =>
  inFolder(
    { '台帳.yaml': yaml },
    async (directory) =>
      (await sekisho(['台帳.yaml', '--as-of', '2026-11-20', ...argv], { directory, ...world })).stdout,
  );

describe('the text report', () => {
  it('shows line, clause, what is wrong and what to write; unknowns as a to-do list; a last line that sums up', async () => {
    expect(
      await text(['-p', 'isesaki', '-p', 'minakami', ...few], {
        columns: 80,
        environment: { NO_COLOR: '1' },
      }),
    ).toMatchSnapshot();
    expect(
      await text(['-p', 'isesaki', '-p', 'minakami', '--lang', 'en', ...few], {
        columns: 80,
        environment: { NO_COLOR: '1' },
      }),
    ).toMatchSnapshot();
  });

  it('shows what a finding weighs, the place and its underline in one colour, which can be read on black', async () => {
    const { stdout } = await sekisho(['examples/first-steps', '--as-of', '2026-11-20'], {
      columns: 80,
      environment: { FORCE_COLOR: '1' },
    });
    const paintedIn = (color: number) => new RegExp(`\\u001b\\[${color}m([^\\u001b]*)\\u001b\\[39m`, 'g');
    const painted = (color: number) => [...stdout.matchAll(paintedIn(color))].map(([, words]) => words);
    expect(painted(31)).toEqual(['違反（深刻度 高）', 'false', '^^^^^']);
    expect(painted(94)).toEqual(['要確認', '1', '^']);
    expect(painted(34)).toEqual([]);
  });

  it('keeps to the width of the terminal, Japanese characters counting two', async () => {
    for (const columns of [60, 80, 120]) {
      for (const lang of ['ja', 'en']) {
        const lines = (
          await text(['-p', 'minakami', '--lang', lang], { columns, environment: { NO_COLOR: '1' } })
        ).split('\n');
        expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
      }
    }
  });

  it('does not break lines where nobody has a width', async () => {
    const lines = (await text(['-p', 'isesaki', '-p', 'minakami'])).split('\n');
    expect(lines.some((line) => stringWidth(line) > 100)).toBe(true);
  });

  it('paints only what a terminal shows, and changes nothing else by it', async () => {
    const plain = await text([], { columns: 80, environment: { NO_COLOR: '1' } });
    const painted = await text([], { columns: 80, environment: {} });
    const forced = await text([], { environment: { FORCE_COLOR: '1' } });
    expect(plain).not.toContain('\u001b[');
    expect(painted).toContain('\u001b[');
    expect(forced).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences are what is taken out
    expect(painted.replaceAll(/\u001b\[[0-9;]*m/g, '')).toBe(plain);
    expect(await text([], { environment: { NO_COLOR: '1', FORCE_COLOR: '0' }, columns: 80 })).toBe(plain);
  });

  it('lets nothing in an inventory begin a line, where the log of a pipeline would take it for a command', async () => {
    const name = 'A\\n::stop-commands::pause\\r\\n  ::error::B';
    const forged = `assets:\n  - { id: a, name: "${name}", manager: false }\n`;
    await inFolder({ '台帳.yaml': forged }, async (directory) => {
      for (const world of [{ directory }, { directory, columns: 80 }]) {
        const { stdout } = await sekisho(['台帳.yaml', '-p', 'minakami'], world);
        expect(stdout).toContain('「A ::stop-commands::pause ::error::B」');
        expect(stdout).not.toMatch(/^\s*::/m);
      }
    });
  });

  it('lets no name of a file begin a line as a command', async () => {
    const faulty = 'assets:\n  - { id: a, name: 住民票, manager: false }\n';
    const files = ['::stop-commands::pause.yaml', ' ::error::b.yaml'];
    await inFolder(Object.fromEntries(files.map((file) => [file, faulty])), async (directory) => {
      const { stdout } = await sekisho(['-p', 'minakami'], { directory });
      for (const file of files) expect(stdout.split('\n')).toContain(`./${file}`);
      expect(stdout).not.toMatch(/^\s*::/m);
    });
  });

  it('marks the place under the source line', async () => {
    const lines = (await text(['-p', 'minakami'], { columns: 100, environment: { NO_COLOR: '1' } })).split(
      '\n',
    );
    const index = lines.findIndex((line) => line.includes('encryption: { atRest: false'));
    expect(lines[index]).toBe('    12 │     encryption: { atRest: false, inTransit: true }');
    expect(lines[index + 1]).toBe(`       │ ${' '.repeat(26)}^^^^^`);
  });
});

describe('wrapping', () => {
  it('loses nothing and exceeds no width that a character fits into', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'あ漢ーa1 、。「」()-/.'), maxLength: 80 }),
        fc.integer({ min: 4, max: 60 }),
        (content, width) => {
          const lines = wrap(content, width);
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(content.replaceAll(/\s/g, ''));
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('never begins a line with closing punctuation where a break before it can be had', () => {
    expect(wrap('台帳に書かれていません。次の項目を、書き足す。', 22)).toEqual([
      '台帳に書かれていませ',
      'ん。次の項目を、書き足',
      'す。',
    ]);
    expect(wrap('write encryption.atRest: true.', 20)).toEqual(['write', 'encryption.atRest:', 'true.']);
  });
});
