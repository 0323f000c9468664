import { defineDocumentRule } from '#rule';

/** The basic policy is in force on the day judged by: 特別区人事・厚生事務組合 附則; 熊谷市 1, 伊勢崎市 1 (our reading). */
export const basicPolicyAdopted = defineDocumentRule({
  id: 'evaluation/basic-policy-adopted',
  title: {
    ja: '情報セキュリティ基本方針を定め、施行する',
    en: 'A basic policy on information security is adopted and in force',
  },
  rationale: {
    ja: '基本方針は、対策基準や実施手順など、すべての対策のよりどころです。定められていなければ、誰にも対策を求めることができず、施行日が分からなければ、いつから守るべきかを示せません。',
    en: 'The basic policy is what the standards, the procedures and every measure rest on. Without one nothing can be asked of anybody, and without its date nobody can say since when it binds.',
  },
  remedy: {
    ja: '情報セキュリティ基本方針を定め、documents に type を basic-policy として載せ、施行日を adopted に書いてください。',
    en: 'Adopt a basic policy, list it under documents with type: basic-policy, and write the day it comes into force in adopted.',
  },
  type: 'basic-policy',
  what: { ja: '情報セキュリティ基本方針', en: 'a basic policy on information security' },
  names: { inForce: '関所市情報セキュリティ基本方針', draft: '宿場町情報セキュリティ基本方針' },
  mutation: {
    set: { 'documents/basic-policy adopted': false },
    at: 'organization',
    also: [
      'evaluation/basic-policy-of-organs fail organization',
      'evaluation/basic-policy-published fail organization',
    ],
  },
});
