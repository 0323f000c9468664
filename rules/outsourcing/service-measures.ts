import {
  defineServiceRule,
  fail,
  notApplicable,
  type Outcome,
  pass,
  type Service,
  serviceConfidentialityBelow,
  unknown,
} from '#rule';

/**
 * Measures are taken for a service: 伊勢崎市 6(8), 特別区人事・厚生事務組合 6(8), みなかみ町 7)外部サービス利用・機密性2以外. The town
 * says here what goes for services without confidential information alone, and elsewhere what goes for the others.
 */
export const serviceMeasures = defineServiceRule({
  id: 'outsourcing/service-measures',
  title: {
    ja: '外部サービスの利用に当たり、情報セキュリティ対策を講じる',
    en: 'Security measures are taken for external services',
  },
  rationale: {
    ja: '外部サービスに置いた情報の安全は、事業者に任せきりにはできません。サービスの設定や契約により、利用する側が行うべき対策があります。',
    en: 'The safety of what lies in an external service cannot be left to its provider alone. Some measures are for the user to take, by its settings or its contract.',
  },
  remedy: {
    ja: 'controls の encryption（暗号化）、accessControl（アクセス制御）、audited（監査報告書の確認）、incidentResponse（インシデント対応の取決め）に、それぞれ講じていれば true、講じていなければ false と書いてください。どれも講じていないときは、必要な対策を講じて改めてください。',
    en: 'Within controls, write for each of encryption, accessControl, audited (a look at audit reports) and incidentResponse (an agreed response to incidents) true if the measure is taken, false if not. If none is taken, take those that are needed and change them to true.',
  },
  parameters: {
    confidentialityBelow: {
      default: null,
      about: {
        ja: '取り扱う情報の機密性がこの標準の等級に満たない外部サービスだけに求める。null ならすべてに求める',
        en: 'asked only of services that handle nothing of this canonical level of confidentiality; null asks it of all',
      },
    },
  },
  check(service, context) {
    const { value } = context.parameter('confidentialityBelow');
    const applies = typeof value !== 'number' || serviceConfidentialityBelow(value)(service, context);
    if (applies === false) return notApplicable;
    const outcome = checkControls(service);
    return applies === true || outcome === pass ? outcome : applies;
  },
  examples: {
    pass: `
services:
  - id: weather-cloud
    name: 気象情報配信サービス
    controls:
      accessControl: true
`,
    fail: `
services:
  - id: free-calendar
    name: 無料予定表サービス
    controls:
      encryption: false
      accessControl: false
      audited: false
      incidentResponse: false
`,
    unknown: `
services:
  - id: free-calendar
    name: 無料予定表サービス
`,
  },
  mutation: {
    set: {
      'services/official-sns controls': {
        encryption: false,
        accessControl: false,
        audited: false,
        incidentResponse: false,
      },
    },
  },
});

type Control = 'encryption' | 'accessControl' | 'audited' | 'incidentResponse';

const controlNames: readonly Control[] = ['encryption', 'accessControl', 'audited', 'incidentResponse'];

function checkControls({ controls }: Service): Outcome {
  const stated = controlNames.filter((name) => controls?.[name] !== undefined);
  if (stated.some((name) => controls?.[name] === true)) return pass;
  if (stated.length === 0) return unknown('controls');
  const silent = controlNames.find((name) => !stated.includes(name));
  if (silent !== undefined) return unknown(`controls.${silent}`);
  return fail('controls', {
    ja: '情報セキュリティ対策が一つも講じられていません',
    en: 'is used without any security measure',
  });
}
