import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { configurationShape } from '../../generated/shapes.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** What judges the inventory of a folder: the ids of the policies that a run names in the end. */
async function policiesOf(directory: string, argv: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await sekisho([...argv, '-f', 'json'], { directory });
  return (JSON.parse(stdout) as { policies: { id: string }[] }).policies.map(({ id }) => id);
}

const inventory = 'assets: []\n';

describe('a configuration', () => {
  it('is the nearest from the first path upwards, under either name', async () => {
    const texts = {
      'sekisho.config.yaml': 'policy: isesaki\n',
      '部/a.yaml': inventory,
      '課/sekisho.config.yml': 'policy: [kumagaya, minakami]\n',
      '課/係/a.yaml': inventory,
    };
    await inFolder(texts, async (directory) => {
      expect(await policiesOf(directory, ['部'])).toEqual(['isesaki']);
      expect(await policiesOf(directory, ['課/係/a.yaml'])).toEqual(['kumagaya', 'minakami']);
      expect(await policiesOf(directory, ['部', '課'])).toEqual(['isesaki']);
    });
  });

  it.each(Object.keys(configurationShape().properties ?? {}))(
    'says nothing by %s with nothing after it',
    async (key) => {
      for (const nothing of ['', ' null']) {
        const texts = { 'a.yaml': inventory, 'sekisho.config.yaml': `${key}:${nothing}\n` };
        await inFolder(texts, async (directory) => {
          expect(await policiesOf(directory, ['.', '-p', 'minakami'])).toEqual(['minakami']);
        });
      }
    },
  );

  it.each([
    ['a link that leads nowhere', 'ENOENT', (place: string) => symlink('nowhere', place)],
    ['a folder', 'EISDIR', (place: string) => mkdir(place)],
  ])('that is %s stops the run: what it would have said is not known', async (_, reason, make) => {
    await inFolder({ 'a.yaml': inventory }, async (directory) => {
      await make(path.join(directory, 'sekisho.config.yaml'));
      const { code, stdout, stderr } = await sekisho(['.', '-p', 'minakami'], { directory });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`sekisho.config.yaml: 設定ファイルを開けません (${reason}: `);
    });
  });
});
