import type { Localized } from '../base/localized.ts';
import type { ListSection } from '../inventory/view.ts';
import { boundRecords } from './bound-records.ts';
import {
  fail,
  type Issue,
  type IssueDetails,
  type RecordKind,
  type RuleContext,
  unknown,
} from './definition.ts';
import { factOf } from './fact-of.ts';
import { nameOf } from './name.ts';

/**
 * The issue where a section lacks a record that the body needs: `fail` once the section is declared whole
 * (`organization.complete`) or says `[]`, `unknown` until then and while a file cannot be read.
 *
 * @param what the record that is missing, as a noun: 緊急時対応計画 / an incident plan
 * @param fields the fields it must have to be found: ` type を incident-plan として` / ` with type: incident-plan`
 */
export function missingRecord(
  section: ListSection,
  what: RecordKind,
  { inventory }: RuleContext,
  fields: Localized = { ja: '', en: '' },
): Issue {
  if (!inventory.readable) return unreadable(what, section);
  const none = inventory.states(section) && inventory.records(section).length === 0;
  if (inventory.isWhole(section) || none) {
    return fail(
      '',
      { ja: `${what.ja}がありません`, en: `lacks ${what.en}` },
      { missing: { section, what }, key: section },
    );
  }
  const remedy: Localized = {
    ja: `あれば ${section} に${fields.ja}書き、なければ organization.complete に ${section} を加えてください。`,
    en: `List it under ${section}${fields.en}; or, if there is none, add ${section} to organization.complete.`,
  };
  const message: Localized = {
    ja: `${what.ja}が台帳の ${section} にありません`,
    en: `does not list ${what.en} under ${section}`,
  };
  return unknown('', message, { missing: { section, what }, key: section, remedy });
}

/** The sections whose records are of several kinds, with the field that states the kind and its name. */
const kindFields = {
  assets: { field: 'form', kind: { ja: '形態', en: 'form' }, record: { ja: '', en: '' } },
  audits: { field: 'type', kind: { ja: '種類', en: 'type' }, record: { ja: '', en: '' } },
  documents: { field: 'type', kind: { ja: '種類', en: 'type' }, record: { ja: '文書', en: 'the document ' } },
  staffGroups: {
    field: 'employment',
    kind: { ja: '種類', en: 'kind of employment' },
    record: { ja: '', en: '' },
  },
} as const;

/**
 * As `missingRecord`, for a record of one kind: a record whose kind is not stated may be it, even where the section is
 * declared whole.
 *
 * @param kinds the kinds that satisfy the rule
 * @param missing what to say where there is no such record either
 */
export function missingRecordOfKind(
  section: keyof typeof kindFields,
  kinds: readonly string[],
  what: Localized,
  context: RuleContext,
  missing: Issue = missingRecord(
    section,
    { id: kinds.join(), ...what },
    context,
    ofKind(kindFields[section].field, kinds),
  ),
): Issue {
  const records: readonly KindRecord[] = boundRecords(section, context);
  const silent = records.find((candidate) => candidate[kindFields[section].field] === undefined);
  return missing.verdict === 'unknown' || silent === undefined
    ? missing
    : kindNotStated(section, silent, what);
}

/** The issue that asks for the kind of a record that may be the missing one. */
export function kindNotStated(section: keyof typeof kindFields, silent: KindRecord, what: Localized): Issue {
  const { field, kind, record } = kindFields[section];
  const name = nameOf(silent);
  const message: Localized = {
    ja: `${what.ja}が ${section} に見当たらず、${kind.ja}の書かれていない${record.ja}「${name}」がこれに当たるか判定できません`,
    en: `lists ${record.en}“${name}” without its ${kind.en}, so it cannot be told whether that is ${what.en}`,
  };
  return unknown('', message, factOf(section, silent, field));
}

/** The field that a missing record must have: ` type を incident-plan として` / ` with type: incident-plan`. */
export function ofKind(field: string, kinds: readonly string[]): Localized {
  return { ja: ` ${field} を ${kinds.join(' 又は ')} として`, en: ` with ${field}: ${kinds.join(' or ')}` };
}

/** The fields of a record that state its kind. */
interface KindRecord {
  readonly id: string;
  readonly name?: string;
  readonly type?: string;
  readonly form?: string;
  readonly employment?: string;
}

/** The issue where something missing may be in a file that cannot be read: the remedy is to mend the file. */
export function unreadable(what: Localized, key: string): Issue {
  return unknown(
    '',
    {
      ja: `読めないファイルがあるため、${what.ja}を判定できません`,
      en: `has files that cannot be read, so ${what.en} cannot be judged`,
    },
    { key, ...mendFilesFirst },
  );
}

/** What is missing where a whole section is. */
export const allRecords: RecordKind = {
  id: 'all',
  ja: 'すべての記録（なければ []）',
  en: 'all records, or [] if there are none',
};

/** The remedy where something may be in a file that cannot be read. */
export const mendFilesFirst: Pick<IssueDetails, 'missing' | 'remedy'> = {
  missing: {
    section: 'files',
    what: { id: 'unreadable', ja: '読めないファイル', en: 'files that cannot be read' },
  },
  remedy: {
    ja: 'inventory/syntax の指摘を先に直してください。',
    en: 'Mend what inventory/syntax reports first.',
  },
};
