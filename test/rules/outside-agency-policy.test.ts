import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

/** What is said of the policy of 市立病院, which the policy of the city does not bind. */
async function judge(documents: string): Promise<readonly string[]> {
  const yaml = `organization:
  name: 関所市
  complete: [documents]
  agencies: [{ id: office, name: 市長部局, organ: mayor }, { id: land, name: 市立病院, organ: unlisted }]
documents: ${documents}
`;
  const findings = await findingsOf('organization/outside-agency-policy', 'isesaki', yaml);
  return findings.map(({ verdict, message }) => `${verdict}: ${message}`);
}

describe('the policy of an agency out of scope', () => {
  it('is there once it is in force', async () => {
    const policy = '{ id: p, name: 病院ポリシー, type: basic-policy, agency: land, adopted: 2026-04-01 }';
    expect(await judge(`[${policy}]`)).toEqual([]);
  });

  it('is not there while it is a draft', async () => {
    const draft = '{ id: p, name: 病院ポリシー案, type: basic-policy, agency: land, adopted: false }';
    expect(await judge(`[${draft}]`)).toEqual(['fail: 「関所市」は「病院ポリシー案」をまだ定めていません。']);
  });

  it('may be a document of the agency whose kind is not stated', async () => {
    expect(await judge('[{ id: p, name: 病院の文書, agency: land }]')).toEqual([
      'unknown: 「関所市」は「市立病院」の情報セキュリティポリシーが documents に見当たらず、種類の書かれていない文書「病院の文書」がこれに当たるか判定できません。',
    ]);
  });

  it('is not that of another agency', async () => {
    const other = '{ id: p, name: 市の基本方針, type: basic-policy, agency: office, adopted: 2026-04-01 }';
    expect(await judge(`[${other}]`)).toEqual([
      'fail: 「関所市」は「市立病院」の情報セキュリティポリシーがありません。',
    ]);
  });
});
