import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.dirname(path.dirname(import.meta.dirname));

const records = 20_000;

/** How many rules judge: the twins, again and again. */
const many = 100;

const inTwins = [
  'classification/manager-assigned',
  'operations/system-monitoring',
  'classification/encryption-at-rest',
  'technical/mail-spam',
  'resilience/mynumber-mfa',
  'classification/personal-data-level',
  'technical/software-authorised',
  'physical/server-housed',
];

/**
 * Measures rules that are data against their twins in TypeScript (`test/own-rules/twins.rules.yaml`): over records that
 * state all facts, and over records of which none can be judged.
 */
export async function measureOwnRules(bench) {
  const script = await bench.bundled('own-rules-alone');
  const cases = [
    { id: 'own-rules', twins: inTwins, count: many, stated: true },
    { id: 'own-rule-unknown', twins: ['classification/manager-assigned'], count: 1, stated: false },
  ];
  for (const { id, twins, count, stated } of cases) {
    const folder = path.join(bench.scratch, id);
    const policy = path.join(bench.scratch, `${id}.policy.yaml`);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'inventory.yaml'), JSON.stringify(inventory(stated)));
    writeFileSync(policy, JSON.stringify(policyOf(twins, count)));
    const counted = {};
    const judgedBy = (kind) => () => {
      const { counts, ...times } = bench.run.answer([script, kind, twins.join(), folder, policy], {
        ours: kind === 'own',
      });
      counted[kind] = JSON.stringify(counts);
      return times;
    };
    bench.tell(
      bench.compare({
        reference: judgedBy('built-in'),
        measured: { [id]: judgedBy('own') },
        rounds: bench.quick ? 3 : 8,
      }),
    );
    // personal-data-level asks the body as well, which counts as not applicable.
    const same = (one) => one.replace(/"notApplicable":\d+/, '');
    if (same(counted.own) !== same(counted['built-in']))
      throw new Error(`the twins judge ${counted.own}, not ${counted['built-in']}`);
  }
}

function policyOf(twins, count) {
  const file = path.join(root, 'test/own-rules/twins.rules.yaml');
  const { rules } = parse(readFileSync(file, 'utf8'));
  const chosen = twins.map((id) => rules.find((rule) => rule.id === `own/${id.split('/')[1]}`));
  const own = Array.from({ length: count }, (_, index) => ({
    ...chosen[index % chosen.length],
    id: `own/rule-${index}`,
  }));
  const levelled = own.filter(({ parameters }) => parameters?.minimum !== undefined);
  return {
    id: 'city',
    title: '市',
    parameters: Object.fromEntries(levelled.map(({ id }) => [id, { minimum: 2 }])),
    rules: own,
    clauses: [
      {
        ref: '1',
        title: '条項',
        summary: '条項',
        modality: 'must',
        rules: own.map(({ id }) => ({ id, basis: 'stated' })),
      },
    ],
  };
}

function inventory(stated) {
  const half = Array.from({ length: records / 2 }, (_, index) => index);
  return {
    organization: { name: '関所市' },
    segments: ['mynumber', 'lgwan', 'internet'].map((layer) => ({ id: layer, name: layer, layer })),
    facilities: [{ id: 'room', name: 'サーバ室', type: 'server-room' }],
    assets: half.map((index) => ({
      id: `asset-${index}`,
      name: `課税資料${index}`,
      ...(stated && {
        manager: '税務課長',
        form: ['electronic', 'media', 'paper'][index % 3],
        classification: { confidentiality: (index % 2) + 2 },
        contains: index % 4 === 0 ? ['public-information'] : ['personal-information'],
        encryption: { atRest: true },
      }),
    })),
    systems: half.map((index) => ({
      id: `system-${index}`,
      name: `情報システム${index}`,
      ...(stated && {
        manager: '情報政策課長',
        type: ['terminal', 'server', 'mail', 'mobile'][index % 4],
        segments: [['mynumber'], ['lgwan'], ['internet']][index % 3],
        facility: 'room',
        monitoring: true,
        mail: { spamFilter: true },
        authentication: { factors: ['knowledge', 'possession'] },
        software: [
          { name: '表計算', authorised: true },
          { name: '文書作成', authorised: true },
        ],
      }),
    })),
  };
}
