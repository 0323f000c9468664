import type { Localized } from '../base/localized.ts';
import type { Policy } from '../policy/policy.ts';
import type { RuleEntry } from '../result/catalogue.ts';
import type { FieldRule, WordTopic } from '../result/vocabulary.ts';

/** A word of a law that offices do not use, and what they call it. */
interface WordOfLaw {
  readonly word: string;
  /** what the word is in English, and what it means to an office */
  readonly en: string;
  readonly means: Localized;
  /** where the word stands, as the law is cited */
  readonly source: Localized;
  /** sections and fields in which an inventory has it */
  readonly fields: readonly string[];
  /** the clauses that ask for it, whose rules answer it */
  readonly clauses: readonly string[];
}

const law = 'shikoukisoku-16-3';

const article = (place: string): Localized => ({
  ja: `地方自治法施行規則第16条の3${place}`,
  en: `Article 16-3 of the ministerial ordinance (${place})`,
});

/** The words of 地方自治法施行規則第16条の3 in the order in which they stand there. */
export const wordsOfLaw: readonly WordOfLaw[] = [
  {
    word: '情報システム等',
    en: 'systems and equipment',
    means: {
      ja: 'ネットワーク、情報システム、それらの施設・設備（サーバ室、配線など）、電磁的記録媒体（USBメモリなど）をまとめた言い方',
      en: 'networks, information systems, their facilities and equipment (server rooms, cabling), and electronic media (USB sticks and the like), taken together',
    },
    source: article('第2項第1号'),
    fields: ['segments', 'systems', 'facilities', 'assets.form'],
    clauses: ['第1項第3号[1]', '第1項第5号[5]'],
  },
  {
    word: '管理区域',
    en: 'controlled area',
    means: {
      ja: 'サーバ室、電算室、通信機器室、媒体の保管庫など、重要な機器や媒体を置いて管理する場所',
      en: 'a place that houses important equipment or media: a server room, a computer room, a network closet, a media vault',
    },
    source: article('第2項第2号'),
    fields: ['facilities', 'facilities.type', 'systems.facility'],
    clauses: ['第1項第3号[2]'],
  },
  {
    word: '電気通信回線',
    en: 'communication lines',
    means: {
      ja: '通信回線、LANの配線など。複合機などの入出力装置を含む',
      en: 'lines and LAN cabling, with input and output devices such as multi-function printers',
    },
    source: article('第1項第3号'),
    fields: ['segments', 'connections', 'facilities.type'],
    clauses: ['第1項第3号[3]'],
  },
  {
    word: '通信端末機器',
    en: 'terminals',
    means: {
      ja: '職員が使うパソコン、タブレット、スマートフォンなど',
      en: 'the computers, tablets and smartphones that staff use',
    },
    source: article('第1項第3号'),
    fields: ['systems.type', 'systems.physical.secured', 'staffGroups.privateDevices'],
    clauses: ['第1項第3号[4]'],
  },
  {
    word: '電磁的記録媒体',
    en: 'electronic media',
    means: {
      ja: 'USBメモリ、外付けハードディスク、DVD、磁気テープや、機器に内蔵された記憶装置など',
      en: 'USB sticks, external disks, DVDs, tapes, and the storage built into equipment',
    },
    source: article('第1項第3号'),
    fields: ['assets.form', 'assets.storage', 'assets.disposal'],
    clauses: ['第1項第3号[4]'],
  },
  {
    word: '識別符号',
    en: 'identification code',
    means: {
      ja: 'ID・パスワードなど、利用する者を見分けるための符号（不正アクセス行為の禁止等に関する法律第2条第2項）',
      en: 'what tells users apart, such as IDs and passwords (不正アクセス行為の禁止等に関する法律第2条第2項)',
    },
    source: article('第1項第4号'),
    fields: [
      'staffGroups.credentials',
      'systems.authentication',
      'systems.hardening.defaultPasswordChanged',
      'services.credentials',
    ],
    clauses: ['第1項第4号[5]'],
  },
  {
    word: 'アクセス制御機能',
    en: 'access control function',
    means: {
      ja: 'ログインなど、IDやパスワードを確かめて、認められた者だけが使えるようにする仕組み（不正アクセス行為の禁止等に関する法律第2条第3項）',
      en: 'what checks IDs and passwords and lets only those in who may, such as a login (不正アクセス行為の禁止等に関する法律第2条第3項)',
    },
    source: article('第1項第5号'),
    fields: ['systems.accessControl', 'systems.authentication.factors', 'services.controls.accessControl'],
    clauses: ['第1項第5号[2]'],
  },
  {
    word: '役務',
    en: 'services over a network',
    means: {
      ja: 'インターネットなどを通じてコンピュータを使わせるサービス、つまりクラウドサービス（外部サービス）',
      en: 'cloud services: computing that others provide over the internet and the like',
    },
    source: article('第1項第7号'),
    fields: ['services', 'services.controls', 'services.terms'],
    clauses: ['第1項第7号[2]'],
  },
  {
    word: 'サイバーセキュリティに関するインシデント',
    en: 'cybersecurity incident',
    means: {
      ja: '情報セキュリティの事故や事象。情報漏えい、ウイルス感染、不正アクセス、規程の違反、業務の止まるおそれのある障害など',
      en: 'security incidents: leaks, infections, intrusions, breaches of the rules, and faults that may stop the work',
    },
    source: article('第2項第3号'),
    fields: ['incidents', 'incidents.detected', 'incidents.reported'],
    clauses: ['第1項第4号[4]', '第1項第6号[3]'],
  },
];

/** @returns the words of law as `explain` tells them, where the policies hold the law that they are of */
export function wordTopics(policies: readonly Policy[], rules: readonly RuleEntry[]): WordTopic[] {
  const found = policies.find(({ id }) => id === law);
  if (found === undefined) return [];
  return wordsOfLaw.map(({ word, en, means, source, fields, clauses: refs }) => {
    const clauses = found.clauses.filter(({ ref }) => refs.includes(ref));
    return {
      kind: 'word',
      word: { ja: word, en: `${en} (${word})` },
      means,
      source,
      fields,
      clauses: clauses.map(({ ref, title }) => ({ policy: found.id, ref, title })),
      rules: rules.flatMap((rule): FieldRule[] => {
        const cited = clauses.filter((clause) => clause.rules.some(({ id }) => id === rule.id));
        // Since when a thing exists is asked of everything that is new, whatever it is.
        if (cited.length === 0 || rule.id === 'organization/introduced-stated') return [];
        const served = cited.map(({ ref }) => ({ policy: found.id, ref }));
        return [{ id: rule.id, title: rule.title, always: rule.always, clauses: served }];
      }),
    };
  });
}
