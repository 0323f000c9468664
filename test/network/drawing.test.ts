import { describe, expect, it } from 'vitest';
import { PolicyView } from '../../src/evaluate/policy-view.ts';
import { drawNetwork } from '../../src/network/drawing.ts';
import { plainFinding } from '../support/findings.ts';
import { draw, inventoryOf, judgeInventory, policyOf } from './notation.ts';

const rule = 'resilience/mynumber-separation';

/**
 * The marked ways of a network, `M (M-I) I` each. The findings come from another reading of the same files, as plain data:
 * what they say of a hop must be enough to find it again.
 */
async function marked(text: string): Promise<string[]> {
  const { findings } = judgeInventory(rule, await inventoryOf(draw(text)));
  const inventory = await inventoryOf(draw(text));
  const plain = JSON.parse(JSON.stringify(findings.map(plainFinding)));
  const { nodes, links, paths } = drawNetwork(
    new PolicyView(inventory, policyOf(rule), [policyOf(rule)]),
    plain,
  );
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.record.name;
  return paths.map(({ hops }) => {
    const over = hops.map(({ link, to }) => {
      return ` (${links.find(({ id }) => id === link)?.record.name}) ${nameOf(to)}`;
    });
    return `${nameOf(hops[0]?.from ?? '')}${over.join('')}`;
  });
}

describe('the ways that a drawing marks', () => {
  it.each<[what: string, network: string, ...ways: string[]]>([
    ['one hop', 'M-I', 'M (M-I) I'],
    ['several', 'gate=none M>gate gate>I', 'M (M>gate) gate (gate>I) I'],
    [
      'out by a system that stands in the layer, from within it',
      'gate=none pc@M,gate gate>I',
      'M (pc) pc (pc) gate (gate>I) I',
    ],
    ['in by such a system, to within it', 'pc@M,I', 'I (pc) pc (pc) M'],
    ['connections of one id each by itself', 'M-I {id: c} M1-I1 {id: c}', 'M (M-I) I', 'M1 (M1-I1) I1'],
    [
      'segments of one id: the first is what is meant',
      'M-I M9=mynumber {id: M, name: 二} M8=mynumber M8-I',
      'M (M-I) I',
      'M8 (M8-I) I',
    ],
  ])('%s: %s', async (_, network, ...ways) => {
    expect(await marked(network)).toEqual(ways);
  });
});
