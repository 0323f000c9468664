import {
  defineRule,
  fail,
  type Issue,
  isLimitless,
  notApplicable,
  pass,
  portsNotNamed,
  unknown,
} from '#rule';

/** 特定通信 names where it goes, from what to what, and who approved it: 伊勢崎市 6(3)ア. */
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
    ja: 'specific に destination・addresses・ports を、approval に by・date を書いてください。特定通信でなければ specific を消してください。',
    en: 'State specific.destination, .addresses and .ports, and approval.by and .date. If it is no specific communication, remove specific.',
  },
  appliesTo: 'connections',
  check(connection) {
    const { specific, approval } = connection;
    if (specific === undefined) return notApplicable;
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
    else if (approval?.date === undefined) issues.push(unknown('approval.date'));
    if (approval?.by === undefined) issues.push(unknown('approval.by'));
    return issues.length === 0 ? pass : issues;
  },
  examples: {
    pass: `
connections:
  - id: juki
    name: 住基ネット接続
    specific: { destination: juki-net, addresses: [10.0.0.1], ports: [443] }
    approval: { by: 最高情報セキュリティ責任者, date: 2026-04-01 }
`,
    fail: `
connections:
  - id: juki
    name: 住基ネット接続
    specific: { destination: juki-net, addresses: [10.0.0.1], ports: [] }
    approval: { by: 最高情報セキュリティ責任者, date: 2026-04-01 }
`,
    unknown: `
connections:
  - id: juki
    name: 住基ネット接続
    specific: { destination: juki-net, addresses: [10.0.0.1] }
    approval: { by: 最高情報セキュリティ責任者, date: 2026-04-01 }
`,
  },
});
