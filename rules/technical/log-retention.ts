import { defineRule, fail, notApplicable, pass, unknown, wordParameter } from '#rule';

/**
 * Logs are kept long enough: みなかみ町 5)コンピュータ・ネットワーク管理[1]; 熊谷市 6(5), 伊勢崎市 6(6),
 * 特別区人事・厚生事務組合 6(6) (all our reading). No text says how long, so nothing is asked until somebody sets it.
 */
export const logRetention = defineRule({
  id: 'technical/log-retention',
  title: { ja: 'ログを定めた日数以上保存する', en: 'Logs are kept for the required number of days' },
  rationale: {
    ja: '不正アクセスは、起きてから何か月も後に見つかることがあります。その時にログが消えていると、いつから何が行われたのかを調べられません。',
    en: 'An intrusion may come to light months after it happened. If the logs are gone by then, nobody can find out when it began and what was done.',
  },
  remedy: {
    ja: 'ログを求められる日数以上保存するように設定し、その日数を logs.retentionDays に書いてください。',
    en: 'Have logs kept for at least as many days as asked for, and write that number in logs.retentionDays.',
  },
  appliesTo: 'systems',
  parameters: {
    minimumDays: {
      default: null,
      stricter: 'larger',
      about: {
        ja: 'ログを保存する最低の日数。設定しなければ何も求めない',
        en: 'for how many days logs must be kept at least; nothing is asked until this is set',
      },
    },
  },
  check({ logs }, context) {
    const minimum = context.parameter('minimumDays');
    if (typeof minimum.value !== 'number' || logs?.acquired !== true) return notApplicable;
    const days = logs.retentionDays;
    if (days === undefined) return unknown('logs.retentionDays');
    if (days >= minimum.value) return pass;
    const asked = wordParameter(minimum);
    return fail('logs.retentionDays', {
      ja: `ログの保存日数が${days}日で、求められる日数の ${asked.ja}に足りません`,
      en: `keeps logs for ${days} days, fewer than required: ${asked.en}`,
    });
  },
  examples: {
    policy: { parameters: { minimumDays: 365 } },
    pass: `
systems:
  - id: juki-server
    name: 住民記録システム
    type: server
    logs:
      acquired: true
      retentionDays: 1095
`,
    fail: `
systems:
  - id: groupware-server
    name: グループウェア
    type: server
    logs:
      acquired: true
      retentionDays: 30
`,
    unknown: `
systems:
  - id: groupware-server
    name: グループウェア
    type: server
    logs:
      acquired: true
`,
  },
  mutation: { set: { 'systems/payroll-server logs.retentionDays': 364 } },
});
