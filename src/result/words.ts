import { type Day, inJapaneseEra } from '../base/date.ts';
import type { Language, Localized } from '../base/localized.ts';
import type { InForce, Modality, Severity } from '../policy/policy.ts';
import type {
  AffectedKind,
  BasisKind,
  Beyond,
  Finding,
  FindingLabel,
  Hidden,
  LinkKind,
  Suppression,
  TrustedChange,
} from './result.ts';

type Words<Word extends string> = Readonly<Record<Language, Readonly<Record<Word, string>>>>;

/** The names of the verdicts. */
export const verdictWords: Words<'pass' | 'fail' | 'unknown' | 'review'> = {
  ja: { pass: '適合', fail: '違反', unknown: '判定不能', review: '要確認' },
  en: { pass: 'pass', fail: 'fail', unknown: 'unknown', review: 'review' },
};

/** The labels of findings. */
export const labelWords: Words<FindingLabel> = {
  ja: {
    violation: '違反',
    unconfirmed: '対応が確認できません',
    'inventory-error': '記載の誤り',
    improvement: '改善事項',
    unknown: '判定不能',
    review: '要確認',
  },
  en: {
    violation: 'violation',
    unconfirmed: 'not confirmed',
    'inventory-error': 'inventory error',
    improvement: 'improvement',
    unknown: 'unknown',
    review: 'review',
  },
};

/** Which English labels are nouns and take a plural: 3 violations, but 2 unknown. */
export const nouns: ReadonlySet<string> = new Set([
  labelWords.en.violation,
  labelWords.en['inventory-error'],
  labelWords.en.improvement,
]);

/** Labels that a summary names only if their count is not zero; readers always look for the others. */
export const rareLabels: readonly FindingLabel[] = ['unconfirmed', 'inventory-error', 'improvement'];

/** From which day on something is so: 2027-04-01 から違反, violation from 2027-04-01. */
export const fromDay: Readonly<Record<Language, (day: Day, what?: string) => string>> = {
  ja: (day, what = '') => `${day} から${what}`,
  en: (day, what = '') => (what === '' ? `from ${day}` : `${what} from ${day}`),
};

/** The label of a finding; of one that holds only from a day to come, with that day. */
export function wordLabel(
  { label, announced }: Pick<Finding, 'label' | 'announced'>,
  language: Language,
): string {
  if (label === 'unconfirmed' && announced !== undefined) return neededBy[language](announced);
  const word = labelWords[language][label];
  return announced === undefined ? word : fromDay[language](announced, word);
}

/** What the law will ask for: 令和9年7月1日までに対応が必要です. */
export const neededBy: Readonly<Record<Language, (day: Day) => string>> = {
  ja: (day) => `${inJapaneseEra(day)}までに対応が必要です`,
  en: (day) => `needed by ${day}`,
};

/** What findings are that hold only from a day to come. */
export const announcedWords: Readonly<Record<Language, string>> = {
  ja: '施行前の条項による指摘',
  en: 'under clauses not in force yet',
};

/** The days on which a clause is in force: 2027-04-01 から 2030-03-31 まで. */
export function wordInForce({ from, until }: InForce): Localized {
  const ja = [
    ...(from === undefined ? [] : [`${from} から`]),
    ...(until === undefined ? [] : [`${until} まで`]),
  ];
  const en = [
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ];
  return { ja: ja.join(' '), en: en.join(' ') };
}

/** The names of the severities; options and data use the English ones. */
export const severityWords: Words<Severity> = {
  ja: { error: '高', warning: '中', info: '低' },
  en: { error: 'error', warning: 'warning', info: 'info' },
};

/** The severity, as shown beside a label. */
export const weightWords: Readonly<Record<Language, (severity: Severity) => string>> = {
  ja: (severity) => `深刻度 ${severityWords.ja[severity]}`,
  en: (severity) => severityWords.en[severity],
};

/** Why a finding is suppressed: somebody approved it, or it was known before, which nobody approved. */
export const suppressionWords: Words<Suppression['kind']> = {
  ja: { exception: '例外措置の適用中', baseline: '既知の指摘（基準時点から継続）' },
  en: { exception: 'under an exception', baseline: 'known since the baseline' },
};

/** The names of the modalities of clauses. */
export const modalityWords: Words<Modality> = {
  ja: {
    must: '義務',
    should: '必要に応じて',
    principle: '原則',
    may: 'できる',
    definition: '定義',
    scope: '適用範囲',
    purpose: '目的',
    threat: '脅威',
  },
  en: {
    must: 'must',
    should: 'should',
    principle: 'principle',
    may: 'may',
    definition: 'definition',
    scope: 'scope',
    purpose: 'purpose',
    threat: 'threat',
  },
};

/** How communication between two places is guarded. */
export const linkWords: Words<LinkKind> = {
  ja: {
    normal: '許可された通信',
    specific: '特定通信',
    sanitised: '無害化通信',
    unconfirmed: '未確認・記載不足',
  },
  en: {
    normal: 'permitted',
    specific: 'specific communication',
    sanitised: 'sanitised',
    unconfirmed: 'unconfirmed or incomplete',
  },
};

/** What a run goes by. */
export const basisWords: Words<BasisKind> = {
  ja: {
    exception: '例外措置',
    exemption: '適用除外の確認',
    baseline: 'ベースライン',
    configuration: '設定ファイル',
    policy: 'ポリシー',
  },
  en: {
    exception: 'exception',
    exemption: 'exemption',
    baseline: 'baseline',
    configuration: 'configuration',
    policy: 'policy',
  },
};

/** Why a person must look at a record that a change alters. */
export const affectedWords: Words<AffectedKind> = {
  ja: {
    scope: '新たに適用範囲外となり、判定されない',
    suppressed: '例外措置の適用中又は既知の指摘のまま、内容が変わった',
  },
  en: {
    scope: 'now out of scope, and not judged',
    suppressed: 'altered, while findings of it are suppressed',
  },
};

/** Why something is not judged, or no longer. */
export const hiddenWords: Words<Hidden['reason']> = {
  ja: {
    hidden: '名前が「.」で始まるため判定されない',
    excluded: '設定の exclude により判定されない',
    link: 'リンクで、その先は判定されない',
    name: '台帳のファイルの名前ではないため判定されない',
    packages: 'node_modules の中は判定されない',
    'no-section': '台帳の区分が1つもなく、別のもののファイルとして判定されない',
    'out-of-scope': '適用範囲外となり、判定されなくなる',
    facts: '書かれた事実が変わり、適用されるルールが減る',
    'taken-back': '書かれた事実が取り下げられ、違反が判定不能になる',
  },
  en: {
    hidden: 'not judged, since its name begins with a dot',
    excluded: 'not judged: the configuration excludes it',
    link: 'a link, which is not followed',
    name: 'not judged, since its name is not that of an inventory file',
    packages: 'not judged, being node_modules',
    'no-section': 'not judged, since it has no section of an inventory any more',
    'out-of-scope': 'no longer judged: out of scope',
    facts: 'fewer rules apply to what it now states',
    'taken-back': 'a violation is unknown, now that facts are taken back',
  },
};

/** The names of the states of a comparison. */
export const alterationWords: Words<TrustedChange['change']> = {
  ja: { added: '追加', removed: '削除', changed: '変更' },
  en: { added: 'added', removed: 'removed', changed: 'changed' },
};

/** A number of things in English. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The areas of the rules, in the order of all documents. */
export const areaNames: Readonly<Record<string, Localized>> = {
  organization: { ja: '組織体制', en: 'Organization' },
  classification: { ja: '分類と管理', en: 'Classification and handling' },
  resilience: { ja: '強靱性', en: 'Resilience' },
  physical: { ja: '物理的セキュリティ', en: 'Physical security' },
  human: { ja: '人的セキュリティ', en: 'Human security' },
  technical: { ja: '技術的セキュリティ', en: 'Technical security' },
  operations: { ja: '運用', en: 'Operations' },
  outsourcing: { ja: '業務委託と外部サービス', en: 'Outsourcing and external services' },
  evaluation: { ja: '評価・見直し', en: 'Evaluation and review' },
  documents: { ja: '規程・文書', en: 'Documents' },
  inventory: { ja: '台帳の整合', en: 'Integrity of the inventory' },
  own: { ja: '自団体のルール', en: 'The body’s own rules' },
};

/** What a rule applies to: the sections of the inventory, all records, or the files. */
export const subjectNames: Readonly<Record<string, Localized>> = {
  organization: { ja: '団体', en: 'the body as a whole' },
  assets: { ja: '情報資産', en: 'information assets' },
  personalInformationFiles: { ja: '個人情報ファイル', en: 'files of personal information' },
  systems: { ja: '情報システム・機器', en: 'systems and devices' },
  segments: { ja: 'ネットワークセグメント', en: 'network segments' },
  connections: { ja: '許可された通信', en: 'permitted communications' },
  services: { ja: '外部サービス', en: 'external services' },
  contracts: { ja: '委託契約・協定', en: 'contracts and agreements' },
  facilities: { ja: 'サーバ室などの施設・設備', en: 'server rooms and other places' },
  staffGroups: { ja: '職員等の区分', en: 'groups of staff' },
  trainings: { ja: '研修', en: 'trainings' },
  drills: { ja: '訓練', en: 'drills' },
  documents: { ja: '規程・計画・手順書などの文書', en: 'rules, plans and procedures' },
  audits: { ja: '監査・点検', en: 'audits and inspections' },
  reviews: { ja: 'ポリシーの見直し', en: 'reviews of the policy' },
  incidents: { ja: 'インシデント', en: 'incidents' },
  violations: { ja: '違反事案', en: 'violations of the policy' },
  exceptions: { ja: '例外措置', en: 'exceptions' },
  corrections: { ja: '改善措置', en: 'corrections' },
  attestations: { ja: '確認記録', en: 'attestations' },
  records: { ja: '台帳のすべての記録', en: 'all records' },
  files: { ja: '台帳のファイル', en: 'the files of the inventory' },
};

/**
 * Words by which a field's name already says which kind of record it belongs to: 「通信の承認」 needs no 「許可された通信」 before it.
 */
export const subjectWords: Readonly<Record<string, readonly string[]>> = {
  organization: ['団体'],
  assets: ['情報資産'],
  personalInformationFiles: ['個人情報ファイル'],
  systems: ['システム', '機器'],
  segments: ['ネットワーク', 'セグメント'],
  connections: ['通信'],
  services: ['サービス'],
  contracts: ['契約', '協定'],
  facilities: ['サーバ室', '施設', '設備'],
  staffGroups: ['職員'],
  trainings: ['研修', '受講'],
  drills: ['訓練'],
  documents: ['文書', '計画', '手順', '規程'],
  audits: ['監査', '点検'],
  reviews: ['見直し'],
  incidents: ['インシデント'],
  violations: ['違反'],
  exceptions: ['例外'],
  corrections: ['改善'],
  attestations: ['確認'],
};

/** Why what was known or permitted no longer covers a finding, as a clause. */
export function whyBeyond(beyond: Beyond): Localized {
  if ('facts' in beyond)
    return {
      ja: `その時から ${beyond.facts.join('、')} が変わった`,
      en: `${beyond.facts.join(', ')} changed since`,
    };
  const { added } = beyond;
  return {
    ja: `経路の手前か先に、その時にはなかった ${added.join('、')} が加わった`,
    en: `${added.join(', ')} now stands behind or beyond the way, and did not then`,
  };
}
