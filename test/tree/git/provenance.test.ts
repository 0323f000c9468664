import { describe, expect, it } from 'vitest';
import { inRepository, inWorkplace, type Workplace } from '../../support/git.ts';
import { onlyRun } from '../../support/sarif.ts';

const files = { '台帳/a.yaml': 'organization: { name: 関所町 }\nassets: []\n' };

/** Where the record of a run says that the inventory is kept, and the record itself. */
async function kept(place: Workplace): Promise<{ repository: unknown; provenance: unknown; report: string }> {
  const { stdout } = await place.check(['台帳', '-p', 'minakami', '-f', 'sarif-audit']);
  const { properties, versionControlProvenance } = onlyRun(stdout);
  return { repository: properties['repository'], provenance: versionControlProvenance, report: stdout };
}

describe('where an inventory is kept', () => {
  it('is told by commit and branch, and without a remote by no address', async () => {
    await inRepository(files, async (place) => {
      const revision = place.git('rev-parse', 'HEAD');
      const { repository, provenance } = await kept(place);
      expect(repository).toEqual({ revision, branch: 'main' });
      expect(provenance).toBeUndefined();
    });
  });

  it('is told without a branch where none is checked out', async () => {
    await inRepository(files, async (place) => {
      const revision = place.git('rev-parse', 'HEAD');
      place.git('checkout', '--quiet', '--detach');
      expect((await kept(place)).repository).toEqual({ revision });
    });
  });

  it.each([
    ['https://example.jp/city/inventory.git', 'https://example.jp/city/inventory.git'],
    ['https://x-access-token:s3cret@example.jp/city/inventory', 'https://example.jp/city/inventory'],
    ['https://s3cret@example.jp:8443/city/inventory', 'https://example.jp:8443/city/inventory'],
    ['ssh://git:s3cret@example.jp/city/inventory', 'ssh://example.jp/city/inventory'],
    ['git@example.jp:city/inventory.git', 'ssh://example.jp/city/inventory.git'],
  ])('is the address %s, without name and password', async (remote, uri) => {
    await inRepository(files, async (place) => {
      place.git('remote', 'add', 'origin', remote);
      const { repository, provenance, report } = await kept(place);
      const revision = place.git('rev-parse', 'HEAD');
      expect(repository).toEqual({ revision, uri, branch: 'main' });
      expect(provenance).toEqual([{ repositoryUri: uri, revisionId: revision, branch: 'main' }]);
      expect(report).not.toContain('s3cret');
    });
  });

  it.each(['/home/somebody/inventory', '../inventory', 'C:\\inventory', 'file:///home/somebody/inventory'])(
    'is no folder of a machine: %s',
    async (remote) => {
      await inRepository(files, async (place) => {
        place.git('remote', 'add', 'origin', remote);
        const { repository, report } = await kept(place);
        expect(repository).not.toHaveProperty('uri');
        expect(report).not.toContain('somebody');
      });
    },
  );

  it.each([
    ['in no repository', async () => undefined],
    ['in one without a commit', async (place: Workplace) => void place.git('init', '--quiet')],
  ])('is not told of one %s, and the run goes on', async (_, prepare) => {
    await inWorkplace(files, async (place) => {
      await prepare(place);
      expect((await kept(place)).repository).toBeUndefined();
    });
  });
});
