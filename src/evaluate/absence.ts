import type { InventoryView, ListSection } from '../inventory/view.ts';
import {
  allRecords,
  boundRecords,
  type NeededKind,
  notApplicable,
  type Outcome,
  type RuleContext,
  unknown,
  unreadable,
} from '../rule.ts';

/**
 * @param told `tells` where it is all that the rule can say; `shared` where that is part of what the rule asks for, and the
 *   finding of another rule that can say no more tells it, too
 * @returns what any rule comes to that asks for sections which the inventory does not have
 */
export function absence(
  sections: readonly ListSection[],
  inventory: InventoryView,
  told: 'tells' | 'shared',
): Outcome {
  const [first] = sections;
  if (first === undefined || sections.every((section) => inventory.isWhole(section))) return notApplicable;
  const names = sections.join('・');
  if (!inventory.readable)
    return unreadable({ ja: ` ${names} `, en: sections.join(' and ') }, sections.join());
  return unknown(
    '',
    { ja: `台帳に ${names} がなく、判定できません`, en: `has no ${sections.join(' or ')} in its inventory` },
    {
      key: sections.join(),
      [told]: `sections ${sections.join()}`,
      missing: { section: first, what: allRecords },
      remedy: {
        ja: `${names} を書いてください。1件もなければ ${first}: [] と書いてください。`,
        en: `List ${sections.join(' or ')}; if there are none, write ${first}: [].`,
      },
    },
  );
}

/**
 * @returns what any rule comes to that needs a kind of record of which the inventory lists none, though it lists others;
 *   not applicable where it lists some
 * @param told whether something is said already of the records that may be some
 */
export function lackOfKind(
  { section, key = `${section}.kind`, what, fields, includes, unlessJudged }: NeededKind,
  context: RuleContext,
  told: boolean,
): Outcome {
  const { inventory } = context;
  // What says that there are no records at all, or is declared whole, leaves nothing open.
  if (inventory.records(section).length === 0) return notApplicable;
  // What may be some, and passes whatever it is, does not show that there is any.
  const shows = (answer: boolean | undefined) => answer === true || (told && answer === undefined);
  if (boundRecords(section, context).some((record) => shows(includes(record, context)))) return notApplicable;
  if (!inventory.readable) return unreadable(what, section);
  if (inventory.isWhole(section)) return notApplicable;
  return unknown(
    '',
    {
      ja: `台帳の ${section} に${what.ja}が1件もなく、判定できません`,
      en: `lists no ${what.en} under ${section}, so this cannot be judged`,
    },
    {
      key,
      ...(unlessJudged === true ? { shared: key } : {}),
      missing: { section, what },
      remedy: {
        ja: `${what.ja}があれば ${section} に${fields.ja}書き、1件もなければ organization.complete に ${section} を加えてください。`,
        en: `List the ${what.en} under ${section}${fields.en}; if there are none, add ${section} to organization.complete.`,
      },
    },
  );
}
