import { beforeEach, expect, it, vi } from 'vitest';
import { judged } from '../support/cli.ts';
import { inRepository } from '../support/git.ts';
import { inFolder } from '../support/load.ts';

const made = vi.hoisted((): string[] => []);

/** The class, but that it tells of every instance. */
function counting<Made extends new (...args: never[]) => object>(name: string, original: Made): Made {
  return new Proxy(original, {
    construct(target, args, newTarget) {
      made.push(name);
      return Reflect.construct(target, args, newTarget);
    },
  });
}

vi.mock(import('../../src/evaluate/scope.ts'), async (load) => {
  const { Scope } = await load();
  return { Scope: counting('scope', Scope) };
});
vi.mock(import('../../src/network/topology.ts'), async (load) => {
  const { Topology } = await load();
  return { Topology: counting('topology', Topology) };
});

beforeEach(() => {
  made.length = 0;
});

it('all that looks at an inventory under a policy shares one scope and one topology', async () => {
  const segments = `segments:
  - { id: m, name: 番号系, layer: mynumber }
  - { id: i, name: インターネット系, layer: internet }
`;
  const files = {
    'before/network.yaml': segments,
    'now/network.yaml': `${segments}connections: [{ id: m-i, from: m, to: i }]\n`,
  };
  const result = await inFolder(files, (directory) =>
    judged(['now'], { policy: ['isesaki', 'kumagaya'], base: 'before' }, { directory }),
  );
  expect(result.networkChange?.opened).toHaveLength(2);
  expect(result.drawing()?.paths).toHaveLength(1);
  // No clause of 熊谷市 asks for the network.
  expect(made.toSorted()).toEqual(['scope', 'scope', 'scope', 'scope', 'topology', 'topology']);
});

const oneSegment = { 'network.yaml': 'segments: [{ id: m, name: 番号系, layer: mynumber }]\n' };
const bothStates = ['.', '-p', 'isesaki', '--base', 'main', '--trust', 'HEAD'];

it('a commit that is both the base and the trusted state is judged once', async () => {
  await inRepository(oneSegment, async (place) => {
    await place.write({ 'more.yaml': 'segments: [{ id: i, name: インターネット系, layer: internet }]\n' });
    await place.report(bothStates);
  });
  expect(made.toSorted()).toEqual(['scope', 'scope', 'topology', 'topology']);
});

it('an inventory that is the same as in its base and its trusted state is judged once', async () => {
  await inRepository(oneSegment, async (place) => {
    await place.report(bothStates);
  });
  expect(made.toSorted()).toEqual(['scope', 'topology']);
});
