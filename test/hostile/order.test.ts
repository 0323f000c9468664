import { expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const office = '  - { id: office, name: 庁内, layer: lgwan, cidr: [10.0.0.0/24] }\n';
const annex = '  - { id: annex, name: 分庁舎, layer: lgwan, cidr: [10.0.0.0/24] }\n';

it('two segments of one range are the same finding, whichever is written first', async () => {
  const fingerprints = async (segments: string) =>
    inFolder({ 'a.yaml': `segments:\n${segments}` }, async (directory) => {
      const { stdout } = await sekisho(['.', '-p', 'isesaki', '-f', 'json'], { directory });
      const { findings } = JSON.parse(stdout) as { findings: { ruleId: string; fingerprint: string }[] };
      return findings
        .filter(({ ruleId }) => ruleId === 'inventory/segment-overlap')
        .map((one) => one.fingerprint);
    });
  const found = await fingerprints(office + annex);
  expect(found).toHaveLength(1);
  expect(await fingerprints(annex + office)).toEqual(found);
});
