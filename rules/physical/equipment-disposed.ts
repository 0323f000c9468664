import {
  defineRule,
  fail,
  type Issue,
  isKept,
  isRecoverable,
  judgeDisposalMethod,
  type Localized,
  levelUnknown,
  notApplicable,
  type Outcome,
  pass,
  passUnless,
  type RuleContext,
  type System,
  unknown,
} from '#rule';

/**
 * Equipment is given up so that nothing on it can be recovered, and on record: 地方自治法施行規則16条の3 第1項第3号 (our reading).
 * Asked only once it was disposed of, returned or transferred; an application runs on equipment and is none. What was only formatted
 * fails where its level is above the lowest.
 */
export const equipmentDisposed = defineRule({
  id: 'physical/equipment-disposed',
  title: {
    ja: '機器の廃棄、リース返却及び譲渡は、情報を復元できない状態にしてから行い、記録する',
    en: 'Equipment is discarded, returned or transferred with nothing left on it, and on record',
  },
  rationale: {
    ja: '庁外に出た機器の記憶装置は、もう誰も見張っていません。リースで返した機器から住民の情報が流出した例もあり、消去を事業者に任せるときも、確かに消されたことを示せる必要があります。',
    en: 'Nobody watches over disks that have left the office. Data of residents has leaked from equipment that was returned at the end of a lease; where a contractor erases it, too, the body must be able to show that it was done.',
  },
  remedy: {
    ja: '記憶装置を物理的に破壊し、又は暗号化消去、上書き消去若しくは磁気消去をし、その方法を disposal.method に、記録を残したことを disposal.recorded に書いてください。まだ使っていれば、disposal.date に false と書いてください。',
    en: 'Destroy the storage physically, or by cryptographic erase, overwriting or degaussing; write the method in disposal.method, and in disposal.recorded that it is on record. If the equipment is still in use, write disposal.date: false.',
  },
  appliesTo: 'systems',
  ofDisposed: true,
  check(system, context) {
    if (system.type === 'application') return notApplicable;
    const kept = isKept(system);
    if (kept === true) return notApplicable;
    return kept === false ? passUnless(issuesOf(system, context)) : kept;
  },
  examples: {
    pass: `
systems:
  - id: old-file-server
    name: 旧ファイルサーバ
    type: server
    classification: { confidentiality: 3 }
    disposal: { reason: lease-return, date: 令和8年5月20日, method: overwrite, recorded: true }
`,
    fail: `
systems:
  - id: old-terminals
    name: 旧庁内端末
    type: terminal
    classification: { confidentiality: 2 }
    disposal: { reason: discarded, date: 令和8年5月20日, method: format, recorded: true }
`,
    unknown: `
systems:
  - id: old-mfp
    name: 旧複合機
    type: mfp
    classification: { confidentiality: 2 }
    disposal: { reason: lease-return, date: 令和8年5月20日, recorded: true }
`,
    review: `
systems:
  - id: old-mfp
    name: 旧複合機
    type: mfp
    classification: { confidentiality: 2 }
    disposal: { reason: discarded, date: 令和8年5月20日, method: other, recorded: true }
`,
  },
  mutation: [
    { set: { 'systems/old-mfp disposal.method': 'format' } },
    { set: { 'systems/old-mfp disposal.recorded': false } },
    { unset: ['systems/old-mfp disposal.method'], verdict: 'unknown' },
  ],
});

function issuesOf(system: System, context: RuleContext): Issue[] {
  return [judgeMethod(system, context), judgeRecord(system)].flatMap((outcome) =>
    'verdict' in outcome && (outcome === pass || outcome === notApplicable) ? [] : (outcome as Issue),
  );
}

function judgeMethod(system: System, context: RuleContext): Outcome {
  const { method, reason } = system.disposal ?? {};
  if (method === undefined && reason !== undefined && reason !== 'discarded')
    return unknown('disposal.method', handedOver[reason], { wanted: 'either' });
  if (!isRecoverable(method)) return judgeDisposalMethod(method);
  const matters = context.atLeast(system, 'confidentiality', 2);
  if (matters === false) return pass;
  return matters === true ? judgeDisposalMethod(method) : levelUnknown(system, 'confidentiality');
}

const handedOver: Readonly<Record<'lease-return' | 'transfer', Localized>> = {
  'lease-return': {
    ja: 'リース返却されましたが、情報を消した方法（disposal.method）が台帳に書かれていません',
    en: 'was returned at the end of its lease, and how the information on it was destroyed (disposal.method) is not stated',
  },
  transfer: {
    ja: '譲渡されましたが、情報を消した方法（disposal.method）が台帳に書かれていません',
    en: 'was transferred, and how the information on it was destroyed (disposal.method) is not stated',
  },
};

function judgeRecord({ disposal }: System): Outcome {
  if (disposal?.recorded === undefined) return unknown('disposal.recorded');
  return disposal.recorded ? pass : fail('disposal.recorded', notRecorded);
}

const notRecorded: Localized = {
  ja: '廃棄等の記録が残されていません',
  en: 'was disposed of without a record',
};
