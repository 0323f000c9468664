import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sekisho } from '../../support/cli.ts';
import { inOffice, type Office } from '../../support/office.ts';
import { type FirstDaySheet, firstDay } from './first-day.ts';
import { filesOf } from './first-day-files.ts';
import { secondDay } from './second-day.ts';

interface MappedColumn {
  readonly header: string;
  readonly field?: string | readonly string[];
  readonly guess?: string | readonly string[];
  readonly rowNumber?: boolean;
}

interface MappedSheet {
  readonly file: string;
  readonly sheet: string;
  readonly section?: string;
  readonly guess?: string;
  readonly columns?: readonly MappedColumn[];
}

/** What became of a column at the first import; `kept` where the vocabulary has no field for it, and so it is kept. */
type Verdict = 'exact' | 'guessed' | 'kept' | 'missed' | 'guessed wrong' | 'wrong';

const rightly: ReadonlySet<Verdict> = new Set(['exact', 'guessed', 'kept']);

function judge(right: string | readonly string[], column: MappedColumn | undefined): Verdict {
  const rights = [right].flat();
  const isKept = (target: string) => target.startsWith('x-');
  const isRight = (targets: readonly string[]) =>
    targets.every((target) => rights.includes(isKept(target) ? 'x' : target));
  if (column === undefined) return 'missed';
  if (column.rowNumber) return rights.includes('row-number') ? 'exact' : 'wrong';
  if (column.guess !== undefined) return isRight([column.guess].flat()) ? 'guessed' : 'guessed wrong';
  const field = [column.field ?? 'x-'].flat();
  if (field.every(isKept)) return isRight(field) ? 'kept' : 'missed';
  return isRight(field) ? 'exact' : 'wrong';
}

/** Headers as the mapping has them: on one line, in one width, and joined with those of their groups. */
function foldHeader(header: string): string {
  return header.replaceAll(' > ', '／').normalize('NFKC').replaceAll(/[\s※]/gu, '').replaceAll('/', '／');
}

interface JudgedSheet {
  readonly sheet: FirstDaySheet;
  readonly section: string | undefined;
  readonly isGuess: boolean;
  readonly columns: readonly { readonly header: string; readonly verdict: Verdict; readonly said: unknown }[];
}

async function judgeSheets(
  office: Office,
  sheets: readonly FirstDaySheet[],
): Promise<readonly JudgedSheet[]> {
  const mapping: { readonly sheets: readonly MappedSheet[] } = parse(
    await office.text('台帳/register.mapping.yaml'),
  );
  return sheets.map((sheet) => {
    const mapped = mapping.sheets.find((one) => one.file === sheet.file && one.sheet === sheet.sheet);
    const columns = sheet.columns
      .filter(([header]) => header !== '')
      .map(([header, right]) => {
        const column = mapped?.columns?.find((one) => foldHeader(one.header) === foldHeader(header));
        return { header, verdict: judge(right, column), said: column?.field ?? column?.guess };
      });
    return {
      sheet,
      section: mapped?.section ?? mapped?.guess,
      isGuess: mapped?.section === undefined,
      columns,
    };
  });
}

async function firstImport(
  sheets: readonly FirstDaySheet[],
  use: (judged: readonly JudgedSheet[], office: Office, stdout: string) => Promise<void> | void,
): Promise<void> {
  const files = filesOf(sheets);
  await inOffice(files, async (office) => {
    const { stdout } = await office.imports(...Object.keys(files));
    await use(await judgeSheets(office, sheets), office, stdout);
  });
}

describe.each([
  ['whose headers were fixed before the table of synonyms was looked at', firstDay, 0.95],
  ['that were written when the first were understood', secondDay, 0.95],
])('registers %s', (_, sheets, floor) => {
  it('are known for what they are, most of their columns too, and none wrong for certain', async () => {
    await firstImport(sheets, (judged) => {
      const all = judged.filter(({ sheet }) => sheet.section !== undefined);
      expect(all.map(({ section }) => section)).toEqual(all.map(({ sheet }) => sheet.section));
      // What the vocabulary has no section for is asked about, and not taken for something else.
      const others = judged.filter(({ sheet }) => sheet.section === undefined);
      expect(others.map(({ section }) => section)).toEqual(others.map(() => undefined));
      const columns = all.flatMap((one) => one.columns);
      expect(columns.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
      const share = columns.filter(({ verdict }) => rightly.has(verdict)).length / columns.length;
      expect(share).toBeGreaterThanOrEqual(floor);
      for (const one of all) {
        const right = one.columns.filter(({ verdict }) => rightly.has(verdict)).length;
        expect(right / one.columns.length, one.sheet.sheet).toBeGreaterThanOrEqual(0.8);
      }
    });
  });

  it('account for every cell, and are the same records once the guesses are taken', async () => {
    await firstImport(sheets, async (judged, office, stdout) => {
      for (const [, all = '', parts = ''] of stdout.matchAll(/ {2}欄 (\d+): (.*)/g)) {
        const sum = [...parts.matchAll(/ (\d+)(?:、|$)/g)].reduce((total, [, one]) => total + Number(one), 0);
        expect(sum, parts).toBe(Number(all));
      }
      const files = [...new Set(judged.map(({ sheet }) => sheet.file))];
      const second = await office.imports(...files, '--accept-guesses');
      // No record is made a second time, though its number, its division or its name was a guess before.
      expect(second.stdout).not.toContain('表から消えています');
      expect(second.stdout).not.toContain('名称が無いので取り込めない行');
      for (const { sheet } of judged) {
        if (sheet.section === undefined) continue;
        const names = (await office.records(sheet.section)).map(({ name }) => name);
        const [, , values = ''] = sheet.columns.find(([, right]) => [right].flat()[0] === 'name') ?? [];
        expect(names).toEqual(expect.arrayContaining(values.split('|').filter((name) => name !== '')));
      }
      const checked = await sekisho(['check', '台帳', '-p', 'isesaki'], { directory: office.directory });
      expect(checked.code).toBe(1);
      expect(checked.stderr).toBe('');
      const again = await office.imports(...files);
      expect(again.stdout).not.toContain('書き込みました');
    });
  });
});

it('a list of media says by its name what the form of all in it is, once somebody has confirmed it', async () => {
  const files = filesOf(firstDay.filter(({ sheet }) => sheet === 'USBメモリ等管理簿'));
  await inOffice(files, async (office) => {
    await office.imports(...Object.keys(files));
    await office.imports(...Object.keys(files), '--accept-guesses');
    expect(await office.records('assets')).toMatchObject([
      { id: 'USB-01', form: 'media', medium: 'USBメモリ' },
      { id: 'USB-02', form: 'media', medium: 'USBメモリ' },
      { id: 'HDD-01', form: 'media', medium: '外付けハードディスク' },
    ]);
    const again = await office.imports(...Object.keys(files));
    expect(again.stdout).not.toContain('書き込みました');
  });
});
