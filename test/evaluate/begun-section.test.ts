import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inRepository } from '../support/git.ts';
import { inFolder } from '../support/load.ts';

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly record: { readonly kind: string };
    readonly location: { readonly file: string; readonly line: number; readonly pointer: string };
    readonly fingerprint: string;
  }[];
}

const rule = ['-p', 'minakami', '--rule', 'classification/manager-assigned'];
const organization = 'organization:\n  name: 関所町\n';

async function missed(files: Readonly<Record<string, string>>) {
  return inFolder(files, async (directory) => {
    const { stdout } = await sekisho(['.', ...rule, '-f', 'json'], { directory });
    const { findings } = JSON.parse(stdout) as Report;
    return findings.filter(({ ruleId }) => ruleId === rule.at(-1));
  });
}

describe('a section that is begun and has no records', () => {
  it('is where they are missed, rather than at the organization', async () => {
    const [elsewhere] = await missed({ 'a.yaml': organization });
    expect(elsewhere?.location).toMatchObject({ file: 'a.yaml', line: 2, pointer: '/organization' });
    const [begun] = await missed({ 'a.yaml': organization, 'b.yaml': '# 情報資産\nassets:\n' });
    expect(begun?.location).toMatchObject({ file: 'b.yaml', line: 2, pointer: '/assets' });
    expect(begun?.record).toEqual(elsewhere?.record);
    expect(begun?.fingerprint).toBe(elsewhere?.fingerprint);
  });

  it('is one of a change to the organization all the same', async () => {
    await inRepository(
      { '台帳/a.yaml': organization, '台帳/b.yaml': 'assets:\n' },
      async (place) => {
        await place.write({ '台帳/a.yaml': `${organization}  code: '104493'\n` });
        const { findings } = await place.report(['台帳', '--base', 'main', '--changed']);
        expect(findings.map(({ ruleId }) => ruleId)).toContain(rule.at(-1));
      },
      rule,
    );
  });
});
