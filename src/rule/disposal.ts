import type { Asset, System } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { fail, type Outcome, pass, review, unknown } from './definition.ts';
import type { Applicability } from './fact-rule.ts';

/** An asset, or equipment. */
export type Disposable = Pick<Asset, 'disposal'> | Pick<System, 'disposal'>;

/** How something was disposed of. */
export type DisposalMethod = NonNullable<Asset['disposal']>['method'];

/**
 * For `when`: the asset or the system still exists, so that it matters how it is kept. `date: false` and an empty `disposal` say
 * that it does. A disposal without a date may be planned or done: all rules share one issue that asks for it.
 */
export function isKept({ disposal }: Disposable): Applicability {
  // Most write none, and two dozen rules ask of each.
  if (disposal === undefined) return true;
  const { date, ...stated } = disposal;
  if (date !== undefined) return date === false;
  if (!disposalFields.some((field) => (stated as Readonly<Record<string, unknown>>)[field] !== undefined))
    return true;
  return unknown('disposal.date', disposalNotDated, {
    shared: 'disposal.date',
    wanted: 'either',
    remedy: writeDisposalDate,
  });
}

/** What beside its day says that something is, or is to be, disposed of. */
const disposalFields = [
  'reason',
  'method',
  'recorded',
  'certificate',
  'witnessed',
] as const satisfies readonly (
  | keyof NonNullable<System['disposal']>
  | keyof NonNullable<Asset['disposal']>
)[];

const disposalNotDated: Localized = {
  ja: '廃棄した日（disposal.date）が台帳に書かれていないため、廃棄したか判定できません',
  en: 'does not state the day of its disposal (disposal.date), and so whether it is disposed of',
};

const writeDisposalDate: Localized = {
  ja: '廃棄していれば disposal.date に廃棄した日を、まだ廃棄していなければ false を書いてください。',
  en: 'Write in disposal.date the day on which it was disposed of, or false if it is not disposed of yet.',
};

/** Whether an asset certainly no longer exists. */
export function isDisposedOf(asset: Asset): boolean {
  return isKept(asset) === false;
}

/** For `check`: the information on what was disposed of cannot be recovered. */
export function judgeDisposalMethod(method: DisposalMethod): Outcome {
  if (method === undefined) return unknown('disposal.method', undefined, { wanted: 'either' });
  if (isRecoverable(method)) return fail('disposal.method', recoverable[method]);
  return method === 'other' ? review('disposal.method', unnamedMethod) : pass;
}

/** Whether information comes back with ordinary tools after a method. */
export function isRecoverable(method: DisposalMethod): method is keyof typeof recoverable {
  return method === 'delete' || method === 'format';
}

const recoverable: Readonly<Record<'delete' | 'format', Localized>> = {
  delete: {
    ja: '廃棄の方法が「delete」（削除のみ）で、情報を復元されるおそれがあります',
    en: 'was disposed of by “delete” alone, from which data can be recovered',
  },
  format: {
    ja: '廃棄の方法が「format」（初期化のみ）で、情報を復元されるおそれがあります',
    en: 'was disposed of by “format” alone, from which data can be recovered',
  },
};

const unnamedMethod: Localized = {
  ja: '廃棄の方法が「other」（その他）で、情報を復元できない方法かどうかを確かめる必要があります',
  en: 'was disposed of by “other” means; someone must check that nothing can be recovered',
};
