import { expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const segments = {
  M: '  - { id: M, name: 住民記録, layer: mynumber }\n',
  L: '  - { id: L, name: 庁内, layer: lgwan }\n',
  I: '  - { id: I, name: 公開, layer: internet }\n',
};

it('the layers that a way reaches are named in one order, however the inventory is written', async () => {
  const messages = new Set<string>();
  for (const order of ['MLI', 'ILM', 'LIM'] as const) {
    const yaml = `segments:
${[...order].map((name) => segments[name as keyof typeof segments]).join('')}systems: [{ id: sw, name: 交換機, type: network-device }]
connections:
${[...order].map((name) => `  - { id: ${name}-sw, name: ${name}, from: ${name}, to: sw }\n`).join('')}`;
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      const argv = ['a.yaml', '-p', 'isesaki', '--rule', 'resilience/mynumber-separation', '-f', 'json'];
      const { findings } = JSON.parse((await sekisho(argv, { directory })).stdout) as {
        findings: { ruleId: string; message: string }[];
      };
      for (const { ruleId, message } of findings)
        if (ruleId === 'resilience/mynumber-separation') messages.add(message);
    });
  }
  expect([...messages]).toEqual([
    '「M」はマイナンバー利用事務系とLGWAN接続系・インターネット接続系との間の通信を許しています。',
  ]);
});
