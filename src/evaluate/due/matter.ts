import type { Day } from '../../base/date.ts';
import { defined } from '../../base/defined.ts';
import type { Localized } from '../../base/localized.ts';
import type { Entry, Inventory } from '../../inventory/inventory.ts';
import type { DueItem, ExceptionAccount, Finding } from '../../result/result.ts';
import { type AnyRule, notApplicable, type RuleContext } from '../../rule.ts';
import type { Path } from '../../yaml/tape.ts';
import { evaluate } from '../evaluate.ts';
import type { EvaluationInput } from '../evaluation.ts';
import { locateInRecord } from '../locate.ts';
import type { PolicyView } from '../policy-view.ts';
import type { EvaluatedState } from '../states.ts';

/** A judged inventory, as far as what falls due is told from it. */
export interface DueMatter {
  readonly inventory: Inventory;
  /** the inventory under each of the policies that it is judged by */
  readonly views: readonly PolicyView[];
  /** the day judged by */
  readonly asOf: Day;
  readonly findings: readonly Finding[];
  readonly exceptions: readonly ExceptionAccount[];
  /** the titles of the rules that ask for something to be done again from time to time, by id */
  readonly recurring: ReadonlyMap<string, Localized>;
  /**
   * @param about where only some findings matter, those: then their records alone are judged
   * @returns what these rules find of the inventory on another day
   */
  judgeOn(day: Day, about?: readonly Finding[]): readonly Finding[];
}

/**
 * @param state what came of evaluating the inventory on the day judged by
 * @param settings by what it was evaluated
 */
export function dueMatter(
  { inventory, views, evidence, findings, exceptions }: EvaluatedState,
  settings: Omit<EvaluationInput, 'inventory' | 'views' | 'evidence' | 'observer' | 'trusted'>,
): DueMatter {
  const rules = settings.rules.filter(({ recurs }) => recurs);
  return {
    ...{ inventory, views, findings, exceptions, asOf: settings.asOf },
    recurring: new Map(rules.map(({ id, title }) => [id, title])),
    judgeOn: (day, about) => {
      const asked = about === undefined ? rules : askedOf(rules, about, inventory);
      return evaluate({ ...settings, rules: asked, inventory, views, evidence, asOf: day }).findings;
    },
  };
}

/** The rules, asking nothing of records that no finding is about: most of a large inventory is in order on every day. */
function askedOf(rules: readonly AnyRule[], about: readonly Finding[], inventory: Inventory): AnyRule[] {
  const wanted = new Map<string, Set<string>>();
  for (const { ruleId, record } of about) {
    const own = wanted.get(ruleId) ?? new Set();
    wanted.set(ruleId, own.add(`${record.kind}/${record.id}`));
  }
  return rules.flatMap((rule) => {
    const own = wanted.get(rule.id);
    if (own === undefined) return [];
    const check = (record: object, context: RuleContext) => {
      const { section, id } = inventory.entryOf(record);
      return own.has(`${section}/${id}`) ? rule.check(record as never, context) : notApplicable;
    };
    return [{ ...rule, check }];
  });
}

/** Whether it is asked for what concerns a division, by its id. */
export type IsMeant = (division: string | undefined) => boolean;

/** What is said of something that falls due, besides its record and its place. */
type Told = Pick<DueItem, 'kind' | 'date' | 'key' | 'what'>;

/** Whether a policy that the inventory is judged by applies to a record; without a policy each counts. */
export function isInScope({ views }: Pick<DueMatter, 'views'>, record: object): boolean {
  return views.length === 0 || views.some(({ binds }) => binds(record));
}

/** @returns something that falls due, at a path of its record */
export function itemAt(inventory: Inventory, entry: Entry, path: Path, told: Told): DueItem {
  const { section, id, name, record, occurrence } = entry;
  const { agency } = record as { readonly agency?: string };
  const written = inventory.dateAsWritten(record, path.join('.'));
  return {
    ...told,
    // Of several records of one id each falls due for itself.
    key: occurrence === 0 ? told.key : `${told.key}#${occurrence}`,
    ...(written !== '' && written !== told.date && { dateAsWritten: written }),
    record: { kind: section, id, name },
    ...defined({ agency, division: inventory.divisionOf(record)?.id }),
    location: locateInRecord(entry, path).location,
  };
}
