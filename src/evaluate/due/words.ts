import type { Localized } from '../../base/localized.ts';
import type { Shape } from '../../schema/shape.ts';

type Ending = NonNullable<Shape['fallsDue']>;

export const exceptionEnds: Localized = {
  ja: '例外措置が終わります。続けるなら改めて承認を得て exceptions に書き、続けないなら終わるまでに是正してください。',
  en: 'The exception ends. Have a new one approved and list it under exceptions, or put things right by then.',
};

export const exceptionEnded: Localized = {
  ja: '例外措置は終わりましたが、対象としていた指摘が残っています。改めて承認を得るか、是正してください。',
  en: 'The exception has ended, and what it permitted is still found. Have a new one approved, or put things right.',
};

export function attestationEnds(refs: readonly string[]): Localized {
  return {
    ja: `条項 ${refs.join('、')} の確認記録の有効期限です。改めて確認し、新しい確認記録を attestations に書いてください。`,
    en: `The attestation of clause ${refs.join(', ')} ends. Confirm it anew and write a new one under attestations.`,
  };
}

export function attestationEnded(refs: readonly string[]): Localized {
  return {
    ja: `条項 ${refs.join('、')} の確認記録の有効期限が過ぎています。改めて確認し、新しい確認記録を attestations に書いてください。`,
    en: `The attestation of clause ${refs.join(', ')} has ended. Confirm it anew and write a new one under attestations.`,
  };
}

/** What to do by the last day of something. */
export const lastDayToCome: Readonly<Record<Ending, Localized>> = {
  approval: {
    ja: '承認の期限です。続けるなら改めて承認を得て expires を改め、続けないならやめてください。',
    en: 'The approval ends. Have it approved anew and change expires, or stop by then.',
  },
  contract: {
    ja: '契約期間が終わります。更新するなら period を改め、終えるなら情報資産の返却・消去を確かめて ended に書いてください。',
    en: 'The contract ends. If it is renewed, change period; if not, see that assets are returned or erased, and write ended.',
  },
  support: {
    ja: 'サポートが終わります。更新するか、使用をやめてください。',
    en: 'Support ends. Replace or update it, or stop using it by then.',
  },
  correction: {
    ja: '改善の期限です。改善したら state を完了とし、done に完了確認日を書いてください。',
    en: 'It is to be mended by then. Once it is, set state to done and write the day under done.',
  },
};

/** What to do after the last day of something that still stands. */
export const lastDayPassed: Readonly<Record<Ending, Localized>> = {
  approval: {
    ja: '承認の期限が過ぎています。続けるなら改めて承認を得て expires を改め、続けないならやめてください。',
    en: 'The approval has ended. Have it approved anew and change expires, or stop.',
  },
  contract: {
    ja: '契約期間が過ぎていますが、終了したと書かれていません。更新したなら period を改め、終えたなら ended に書いてください。',
    en: 'The term of the contract is over, and it is not said to have ended. If it was renewed, change period; if not, write ended.',
  },
  support: {
    ja: 'サポートが終わっています。更新するか、使用をやめてください。',
    en: 'Support has ended. Replace or update it, or stop using it.',
  },
  correction: {
    ja: '改善の期限が過ぎています。改善したなら state を完了とし、していないなら due を改めてください。',
    en: 'It was to be mended by then. If it is, set state to done; if not, renew due.',
  },
};

/** What records do not say when it ends. */
export const lastDaysNotStated: Readonly<
  Record<Exclude<Ending, 'approval' | 'correction'>, (records: number) => Localized>
> = {
  contract: (records) => ({
    ja: `契約期間の終わりが書かれていない契約が${records}件あります。period.ends に書いてください。`,
    en: `${records} ${records === 1 ? 'contract does' : 'contracts do'} not say when ${records === 1 ? 'it ends' : 'they end'}: write period.ends.`,
  }),
  support: (records) => ({
    ja: `サポートの終わりが書かれていない情報システムが${records}件あります。supportEnds に書いてください。`,
    en: `${records} ${records === 1 ? 'system does' : 'systems do'} not say when ${records === 1 ? 'its' : 'their'} support ends: write supportEnds.`,
  }),
};

/**
 * What to do of a duty that comes round again, by the title of its rule and what that finds, as it follows the name of the record.
 */
export type DutyWords = (title: Localized, statement: Localized) => Localized;

export const dutyDue: DutyWords = (title) => {
  return {
    ja: `「${title.ja}」の期限です。それまでに行い、行った日を台帳に書いてください。`,
    en: `“${title.en}” is due: do it by then and write the day in the inventory.`,
  };
};

export const dutyOverdue: DutyWords = (title, statement) => {
  return {
    ja: `「${title.ja}」の期限が過ぎています: ${statement.ja}`,
    en: `“${title.en}” is overdue: ${statement.en}`,
  };
};

export const dutyNeverDone: DutyWords = (title, statement) => {
  return {
    ja: `「${title.ja}」が今年度も行われていません: ${statement.ja}`,
    en: `“${title.en}” is not done in this fiscal year either: ${statement.en}`,
  };
};

export function dutiesNotDated(title: Localized, records: number): Localized {
  return {
    ja: `「${title.ja}」をいつ行ったか分からないものが${records}件あります。行った日を台帳に書いてください。`,
    en: `${records} ${records === 1 ? 'record does' : 'records do'} not say when it was last done: “${title.en}”. Write the day in the inventory.`,
  };
}

/** @param role what the role is called, where it says which it is */
export function confirmPerson(role: Localized | undefined, post: string | undefined): Localized {
  const ja = [role?.ja, post && `（${post}）`].join('');
  const en = [role?.en, post && `(${post})`].filter((part) => part !== undefined && part !== '').join(' ');
  return {
    ja: `4月1日の人事異動の後も${ja === '' ? '役割' : ja}がこの者であることを確かめ、confirmed に確かめた日を書いてください。`,
    en: `Confirm that ${en === '' ? 'the role' : en} is held by the same person after the personnel changes of 1 April, and write the day in confirmed.`,
  };
}

export function confirmPosts(roles: number): Localized {
  return {
    ja: `4月1日の組織改正と人事異動の後も、役割${roles}件の職（post）が今のとおりであることを確かめ、confirmed に確かめた日を書いてください。`,
    en: `Confirm that the posts of ${roles} ${roles === 1 ? 'role' : 'roles'} are as they are now after the changes of 1 April, and write the day in confirmed.`,
  };
}
