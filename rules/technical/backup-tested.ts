import {
  type Applicability,
  checkLastDone,
  defineRule,
  maximumAge,
  type System,
  serverTypes,
  someServer,
  systemOfType,
  unknown,
  wordParameter,
  wordTooOld,
} from '#rule';

/**
 * That backups can be restored is tested: みなかみ町 5)コンピュータ・ネットワーク管理[1] (our reading: a backup is taken to be
 * restored). Nothing states how often. Where nobody sets an interval, the systems of which it was last tested long ago are one
 * matter to look at, of the body as a whole. What is asked of a system without backups, `technical/backup-taken` asks.
 */
export const backupTested = defineRule({
  id: 'technical/backup-tested',
  title: { ja: 'バックアップから復元できることを確認する', en: 'Restoring from backups is tested' },
  rationale: {
    ja: '取得したはずのバックアップが壊れていたり、必要なものが含まれていなかったりすることは、戻してみるまで分かりません。災害やランサムウェアの被害を受けてから気付いたのでは、住民への窓口業務を再開できません。',
    en: 'That a backup is damaged or lacks what is needed shows only when it is restored. Found out after a disaster or an attack by ransomware, it is too late to resume services to residents.',
  },
  remedy: {
    ja: 'バックアップから復元できることを実際に確かめ、その日を backup.lastTested に書いてください。',
    en: 'Try out that the backup can be restored, and write the day in backup.lastTested.',
  },
  appliesTo: ['systems', 'organization'],
  recurs: true,
  neededKinds: [someServer],
  parameters: maximumAge('fiscal-year', {
    ja: '復元できることを最後に確かめた日からの期間。設定した期間を過ぎると違反、既定の期間を過ぎると団体に1件の要確認になる',
    en: 'how long ago restoring may have been tested last; beyond an interval that is set it is a fail, beyond the default one review for the body',
  }),
  check: checkLastDone({
    field: 'backup.lastTested',
    when: isBackedUp,
    violation: {
      ja: 'バックアップから復元できることが確認されていません',
      en: 'has a backup of which nobody has tested that it can be restored',
    },
    tooLongAgo(day, interval) {
      const age = wordTooOld(interval);
      return {
        ja: `バックアップから復元できることの最後の確認（${day}）${age.ja}`,
        en: `had restoring from its backup last tested on ${day}, ${age.en}`,
      };
    },
    // The default is the only interval that is asked of the body.
    tooLongAgoIn({ count, names }, interval) {
      const age = wordParameter(interval);
      return {
        ja: `${count}件の情報システム（${names.ja}）で、バックアップから復元できることが${age.ja}に確認されていません`,
        en: `has ${count} system${count === 1 ? '' : 's'} (${names.en}) whose backups were not tested by restoring them in ${age.en}`,
      };
    },
  }),
  examples: {
    pass: `
systems:
  - id: juki-server
    name: 住民記録システム
    type: server
    backup:
      taken: true
      lastTested: 令和8年9月5日
`,
    fail: `
systems:
  - id: drawing-server
    name: 道路台帳図面サーバ
    type: server
    backup:
      taken: true
      lastTested: false
`,
    unknown: `
systems:
  - id: file-server
    name: 庁内ファイルサーバ
    type: storage
    backup:
      taken: true
`,
    review: `
systems:
  - id: branch-server
    name: 支所ファイルサーバ
    type: storage
    backup:
      taken: true
      lastTested: 令和6年10月2日
`,
  },
  mutation: [
    { set: { 'systems/documents-server backup.lastTested': false } },
    {
      set: { 'systems/documents-server backup.lastTested': '2025-03-31' },
      verdict: 'review',
      at: 'organization',
    },
  ],
});

const isAsked = systemOfType(serverTypes, ['application']);

/** A system without backups is reported by `technical/backup-taken`; whether it has one is asked there, too. */
function isBackedUp(system: System, context: unknown, stated: boolean): Applicability {
  const { taken } = system.backup ?? {};
  if (taken === false) return false;
  const asked = isAsked(system, context, stated || taken === true);
  return asked === true && taken === undefined && !stated ? unknown('backup.taken') : asked;
}
