import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import {
  asWritten,
  type Body,
  fiveLevels,
  inverted,
  judgeUnder,
  school,
  textsIn,
} from '../support/own-words.ts';

/** Every third rule in each run of all tests, all of them where SEKISHO_FULL asks for the long form. */
const tried =
  (process.env['SEKISHO_FULL'] ?? '') === '' ? rules.filter((_, index) => index % 3 === 0) : rules;

const verdicts = ['pass', 'fail', 'unknown', 'review'] as const;

/** What the examples of rules do not show: kinds of record that are missing, and words that no policy knows. */
const beside: readonly string[] = [
  'segments: [{ id: far, name: 遠隔, layer: external }]\nsystems: [{ id: s, name: 機器, type: iot }]\nassets: [{ id: a, name: 資料 }]\n',
  'segments: [{ id: a, name: 甲, layer: lgwan }, { id: b, name: 乙, layer: 謎の系 }]\nassets: [{ id: x, name: 資料, classification: { confidentiality: 極秘, integrity: 極秘, availability: 極秘 } }, { id: y, name: 帳票 }]\nservices: [{ id: s, name: 便利帳, confidentiality: 謎, layer: 謎の系 }]\n',
  `segments: [{ id: a, name: 甲, layer: lgwan }, { id: b, name: 乙, layer: internet }, { id: c, name: 丙, layer: mynumber }]
services: [{ id: both, name: 両用, type: cloud, reachedBy: [lgwan, internet] }]
connections:
  - { id: p, name: 甲から両用, from: a, to: both }
  - { id: q, name: 乙から両用, from: b, to: both }
  - { id: r, name: 丙から甲, from: c, to: a, specific: { destination: a } }
  - { id: t, name: 丙から無し, from: c, to: nowhere, specific: {} }
  - { id: u, name: 未確認, from: a, to: b, confirmed: false }
systems: [{ id: mfp, name: 複合機, type: mfp, segments: [a, b, c], forwards: true }]
assets: [{ id: x, name: 住民票, form: electronic, affairs: [my-number-use], service: both }, { id: y, name: 台帳, form: electronic, system: mfp }]
`,
];

/** What a body is told of its records speaks of its own levels and layers, and of no others. */
describe.each<Body>([fiveLevels, inverted, school])('findings to a body of its own words: $name', (body) => {
  it('name no level and no layer that it does not have', async () => {
    const foreign: string[] = [];
    const silent: string[] = [];
    for (const rule of tried) {
      const inventories = [...verdicts.flatMap((verdict) => rule.examples[verdict] ?? []), ...beside];
      const found = await Promise.all(
        inventories.map((yaml) => judgeUnder(body, rule, asWritten(body, yaml))),
      );
      const findings = found.flat();
      if (findings.length === 0) silent.push(rule.id);
      for (const { trace, message, remedy, missing, paths } of findings)
        for (const text of textsIn({ trace, message, remedy, missing, paths }))
          if (body.foreign.test(text)) foreign.push(`${rule.id}: ${text}`);
    }
    expect([...new Set(foreign)]).toEqual([]);
    // A policy that states no levels has none that could be wrong.
    const aboutLevels = ['classification/levels-in-scale', 'inventory/unknown-level'];
    const mayBeSilent = aboutLevels.filter((id) => tried.some((rule) => rule.id === id));
    expect(silent).toEqual(body === school ? mayBeSilent : []);
  });
});
