import {
  approveAgain,
  type Connection,
  defineRule,
  fail,
  type Issue,
  isLimitless,
  judgeWhere,
  type Localized,
  leadsOutOf,
  listNames,
  notApplicable,
  outgrown,
  outgrows,
  passUnless,
  portsNotNamed,
  type RuleContext,
  unknown,
  unreadableLimits,
} from '#rule';

/**
 * 特定通信 names where it goes, from what to what, and who approved it: 伊勢崎市 6(3)ア. The clause speaks of the MyNumber layer
 * and other areas alone: what leads past that layer, or runs within it, needs no specific communication and is not asked.
 */
export const specificCommunicationLimited = defineRule({
  id: 'resilience/specific-communication-limited',
  title: {
    ja: '特定通信は、通信先・アドレス・ポートを限り、承認を受ける',
    en: 'Specific communication is limited to a destination, addresses and ports, and approved',
  },
  rationale: {
    ja: '特定通信は分離の例外です。経路とプロトコルを限っていなければ、その接続がほかの通信の抜け道になります。',
    en: 'Specific communication is the exception to separation. Unless route and protocol are limited, it becomes a way through for anything.',
  },
  remedy: {
    ja: '特定通信とする承認を得たうえで、specific に destination・addresses・ports を、approval に by・date を書いてください。承認を既に得ていれば、その内容を書いてください。特定通信でなければ、通信を止め、この1件を connections から除いてください。',
    en: 'Obtain the approval as specific communication, then state specific.destination, .addresses and .ports, and approval.by and .date. If it is approved already, state what was approved. If it is no specific communication, stop it and take it off connections.',
  },
  appliesTo: 'connections',
  layers: 'needs',
  check(connection, context) {
    const { specific } = connection;
    if (specific === undefined) return notApplicable;
    const applies = leadsOutOf('mynumber', sides(context), connection, context);
    return judgeWhere(applies, () => passUnless(missingLimits(connection, specific, context)));
  },
  examples: {
    pass: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
  - { id: juki-net, name: 住基ネット, layer: external }
connections:
  - id: juki
    name: 住基ネット接続
    from: resident-network
    to: juki-net
    specific: { destination: juki-net, addresses: [10.0.0.1], ports: [443] }
    approval: { by: 最高情報セキュリティ責任者, date: 2026-04-01 }
`,
    fail: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
  - { id: juki-net, name: 住基ネット, layer: external }
connections:
  - id: juki
    name: 住基ネット接続
    from: resident-network
    to: juki-net
    specific: { destination: juki-net, addresses: [10.0.0.1], ports: [] }
    approval: { by: 最高情報セキュリティ責任者, date: 2026-04-01 }
`,
    unknown: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
  - { id: juki-net, name: 住基ネット, layer: external }
connections:
  - id: juki
    name: 住基ネット接続
    from: resident-network
    to: juki-net
    specific: { destination: juki-net, addresses: [10.0.0.1] }
    approval: { by: 最高情報セキュリティ責任者, date: 2026-04-01 }
`,
  },
  // Only the way out of the MyNumber layer is judged here, and the mutation ends the separation of the layer as well.
  mutation: [
    {
      set: { 'connections/遠隔バックアップ specific.ports': ['1-65535'] },
      also: ['resilience/mynumber-separation fail connections/遠隔バックアップ to'],
    },
    {
      set: { 'connections/遠隔バックアップ specific.addresses': ['0.0.0.0/0'] },
      also: ['resilience/mynumber-separation fail connections/遠隔バックアップ to'],
    },
    {
      set: { 'connections/遠隔バックアップ ports': [443, 8443] },
      also: ['resilience/mynumber-separation fail connections/遠隔バックアップ to'],
    },
  ],
});

function sides({ words }: RuleContext): Localized {
  const { ja, en } = words.layer('mynumber');
  return { ja: `${ja}と他の領域`, en: `${en} and another layer` };
}

type Specific = NonNullable<Connection['specific']>;

/** The limits that a specific communication lacks or does not state, and its approval. */
function missingLimits(connection: Connection, specific: Specific, { inventory }: RuleContext): Issue[] {
  const { approval } = connection;
  const issues: Issue[] = [];
  if (specific.destination === undefined) issues.push(unknown('specific.destination'));
  for (const field of ['addresses', 'ports'] as const) {
    if (specific[field] === undefined) issues.push(unknown(`specific.${field}`));
    else if (specific[field].length === 0 || isLimitless(specific, field))
      issues.push(
        fail(`specific.${field}`, {
          ja: `特定通信の ${field} が限られていません`,
          en: `is not limited in its ${field}`,
        }),
      );
    else issues.push(...notRead(specific, field));
  }
  const beyond = portsNotNamed(connection);
  if (beyond.length > 0)
    issues.push(
      fail('ports', {
        ja: `特定通信の specific.ports にないポート ${beyond.join('・')} も許しています`,
        en: `permits ports that specific.ports does not name: ${beyond.join(', ')}`,
      }),
    );
  if (approval?.date === false)
    issues.push(
      fail('approval.date', {
        ja: '特定通信とする承認を受けていません',
        en: 'is not approved as specific communication',
      }),
    );
  else {
    if (approval?.date === undefined) issues.push(unknown('approval.date'));
    if (approval?.by === undefined) issues.push(unknown('approval.by'));
  }
  if (issues.length === 0 && outgrows(connection, inventory))
    issues.push(
      unknown(
        'approval',
        {
          ja: `特定通信の前の承認のまま${outgrown.ja}、承認が今の内容に及ぶか判定できません`,
          en: `is under the approval it had before, but ${outgrown.en}`,
        },
        { remedy: approveAgain },
      ),
    );
  return issues;
}

/** A word that is neither an address nor a port may mean anything, and nearly all of them are no limit either. */
function notRead(specific: Specific, field: 'addresses' | 'ports'): Issue[] {
  const words = unreadableLimits(specific, field);
  if (words.length === 0) return [];
  const names = listNames(words.map((word) => ({ id: String(word) })));
  const message = {
    ja: `特定通信の ${field} の${names.ja}を${wanted[field].ja}として読めず、限られた通信か判定できません`,
    en: `has ${names.en} in ${field} of its specific communication, which cannot be read as ${wanted[field].en}, so that it may or may not be limited`,
  };
  return [unknown(`specific.${field}`, message, { remedy: remedies[field] })];
}

const wanted = {
  addresses: { ja: '限られたアドレス', en: 'a limited number of addresses' },
  ports: { ja: '限られたポート', en: 'a limited number of ports' },
};

const remedies = {
  addresses: {
    ja: '認めるIPアドレス（例: 10.1.2.3）、その範囲（10.1.2.0/28、10.1.2.3-10.1.2.9）又はドメイン付きのホスト名を、1件ずつ specific.addresses に書いてください。',
    en: 'Write in specific.addresses, one an item, the IP addresses that are permitted (10.1.2.3), ranges of them (10.1.2.0/28, 10.1.2.3-10.1.2.9) or host names with their domain.',
  },
  ports: {
    ja: '認めるポートの番号（例: 443、tcp/443）又はその範囲（8000-8010）を、1件ずつ specific.ports に書いてください。',
    en: 'Write in specific.ports, one an item, the numbers of the ports that are permitted (443, tcp/443) or ranges of them (8000-8010).',
  },
};
