import { chmod, mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Report {
  readonly summary: { readonly files: number };
  readonly findings: readonly {
    readonly ruleId: string;
    readonly verdict: string;
    readonly message: string;
    readonly remedy: string;
    readonly record: { readonly id: string };
    readonly location: { readonly file: string; readonly line: number };
  }[];
}

// The body says that its documents are all listed, so that one that is missing is a fail; the asset lacks levels.
const inventory = {
  '団体.yaml': 'organization: { name: 関所市, complete: [documents] }\ndocuments: []\n',
  '資産/資産.yaml': 'assets:\n  - { id: a, name: 住民台帳, classification: { confidentiality: 3 } }\n',
};

const rules = ['evaluation/standards-established', 'classification/levels-assigned'];

async function judge(directory: string, lang = 'ja'): Promise<{ code: number; report: Report }> {
  const only = rules.flatMap((rule) => ['--rule', rule]);
  const argv = ['check', '.', '-p', 'kumagaya', ...only, '-f', 'json', '--lang', lang];
  const { code, stdout, stderr } = await sekisho(argv, { directory });
  expect(stderr).toBe('');
  return { code, report: JSON.parse(stdout) as Report };
}

function verdicts({ findings }: Report): string[] {
  return findings
    .filter(({ ruleId }) => ruleId === 'inventory/syntax' || rules.includes(ruleId))
    .map(({ ruleId, verdict }) => `${ruleId} ${verdict}`)
    .sort();
}

const whole = ['classification/levels-assigned unknown', 'evaluation/standards-established fail'];

/** What is missing may stand where nobody can look; what is there is judged all the same. */
const notWhole = [
  'classification/levels-assigned unknown',
  'evaluation/standards-established unknown',
  'inventory/syntax fail',
];

/**
 * Makes a folder that nobody can open, not even root, for whom permissions do not count: its path is longer than the
 * system takes. It is put together of two halves, each of which is short enough to be made, and taken apart again.
 */
async function withFolderTooDeep<Result>(directory: string, use: () => Promise<Result>): Promise<Result> {
  const half = (top: string) => path.join(top, ...Array.from({ length: 14 }, () => '深'.repeat(60)));
  const [upper, lower] = [path.join(directory, '上'), path.join(directory, '下')];
  await mkdir(half(upper), { recursive: true });
  await mkdir(half(lower), { recursive: true });
  await writeFile(
    path.join(half(lower), '文書.yaml'),
    'documents: [{ id: d, name: 対策基準, type: standards }]\n',
  );
  const joined = path.join(half(upper), '下');
  await rename(lower, joined);
  try {
    return await use();
  } finally {
    await rename(joined, lower);
  }
}

describe('an inventory that cannot be read whole', () => {
  it('is one with a folder that cannot be opened: that is told, and what is missing is unknown', async () => {
    await inFolder(inventory, async (directory) => {
      expect(verdicts((await judge(directory)).report)).toEqual(whole);
      await withFolderTooDeep(directory, async () => {
        const { code, report } = await judge(directory);
        expect(verdicts(report)).toEqual(notWhole);
        expect(code).toBe(1);
        expect(report.summary.files).toBe(2);
        const finding = report.findings.find(({ ruleId }) => ruleId === 'inventory/syntax');
        expect(finding?.location.file).toMatch(/^上\/深+\/.*深$/);
        expect(finding?.message).toBe(
          `「${finding?.location.file}」はフォルダーとして開けず、中にある台帳を読めません (ENAMETOOLONG: 名前が長すぎます)。`,
        );
        expect(finding?.remedy).toContain('exclude');
        const english = (await judge(directory, 'en')).report.findings;
        expect(english.find(({ ruleId }) => ruleId === 'inventory/syntax')?.message).toMatch(
          /^“上\/.*” is a folder that cannot be opened, so inventory files in it are not read \(ENAMETOOLONG: the name is too long\)\.$/,
        );
      });
    });
  });

  it('is whole again once the folder is excluded', async () => {
    const texts = { ...inventory, 'sekisho.config.yaml': 'exclude: [上/**]\n' };
    await inFolder(texts, async (directory) => {
      await withFolderTooDeep(directory, async () => {
        expect(verdicts((await judge(directory)).report)).toEqual(whole);
      });
    });
  });

  // To root no folder is forbidden: this runs where somebody else runs it.
  it.skipIf(process.getuid?.() === 0)('is one with a folder that may not be read (not to root)', async () => {
    await inFolder(inventory, async (directory) => {
      const forbidden = path.join(directory, '資産');
      await chmod(forbidden, 0o000);
      try {
        const { code, report } = await judge(directory);
        expect(report.findings.map(({ message }) => message)).toContainEqual(
          '「資産」はフォルダーとして開けず、中にある台帳を読めません (EACCES)。',
        );
        expect(code).toBe(1);
      } finally {
        await chmod(forbidden, 0o755);
      }
    });
  });

  it('is one with a link that leads nowhere', async () => {
    await inFolder(inventory, async (directory) => {
      await symlink('../よその部/文書.yaml', path.join(directory, '資産/文書.yaml'));
      const { code, report } = await judge(directory);
      expect(verdicts(report)).toEqual(notWhole);
      expect(code).toBe(1);
      const finding = report.findings.find(({ ruleId }) => ruleId === 'inventory/syntax');
      expect(finding).toMatchObject({
        message:
          '「資産/文書.yaml」はリンクで、その先を開けません (ENOENT: ファイルまたはフォルダーがありません)。',
        location: { file: '資産/文書.yaml', line: 1 },
      });
      const english = (await judge(directory, 'en')).report.findings;
      expect(english.map(({ message }) => message)).toContain(
        '“資産/文書.yaml” is a link to something that cannot be opened (ENOENT: there is no such file or folder).',
      );
    });
  });

  it('is told of even where there is nothing else', async () => {
    await inFolder({}, async (directory) => {
      await symlink('nowhere', path.join(directory, 'a.yaml'));
      const { code, report } = await judge(directory);
      expect(verdicts(report)).toContain('inventory/syntax fail');
      expect(code).toBe(1);
    });
  });
});
