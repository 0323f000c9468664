import type { InventoryView, ListSection } from '../inventory/view.ts';
import {
  allRecords,
  boundRecords,
  type NeededKind,
  notApplicable,
  type Outcome,
  type RuleContext,
  sayIn,
  unknown,
  unreadable,
} from '../rule.ts';

/**
 * @param reportAs the field of the issue that names the missing fact: `tells` where the rule has nothing else to judge;
 *   `shared` where only some of its sections are missing, so that this merges into the finding of a rule that reports
 *   nothing else
 * @returns the outcome of a rule whose sections are not in the inventory
 */
export function absence(
  sections: readonly ListSection[],
  inventory: InventoryView,
  reportAs: 'tells' | 'shared',
): Outcome {
  const written = sections.filter((section) => !inventory.isLost(section));
  const open = written.length === 0 ? sections : written;
  const [first] = open;
  if (first === undefined || sections.every((section) => inventory.isWhole(section))) return notApplicable;
  const names = open.join('・');
  if (!inventory.readable) return unreadable({ ja: ` ${names} `, en: open.join(' and ') }, sections.join());
  return unknown(
    '',
    { ja: `台帳に ${names} がなく、判定できません`, en: `has no ${open.join(' or ')} in its inventory` },
    {
      key: sections.join(),
      [reportAs]: `sections ${open.join()}`,
      missing: { section: first, what: allRecords },
      remedy: {
        ja: `${names} を書いてください。1件もなければ ${first}: [] と書いてください。`,
        en: `List ${open.join(' or ')}; if there are none, write ${first}: [].`,
      },
    },
  );
}

/**
 * @returns the outcome of a rule that needs a kind of record, where the section lists records but none of that kind; not
 *   applicable where it lists one
 * @param hasFindings whether the rule already reports a record, so that one of no stated kind needs no second finding
 */
export function lackOfKind(
  { section, key = `${section}.kind`, includes, unlessJudged, ...kind }: NeededKind,
  context: RuleContext,
  hasFindings: boolean,
): Outcome {
  const { inventory, words } = context;
  // An empty section states that there are no records at all.
  if (inventory.records(section).length === 0) return notApplicable;
  // A record of no stated kind proves nothing, unless a finding asks about it already.
  const shows = (answer: boolean | undefined) => answer === true || (hasFindings && answer === undefined);
  if (boundRecords(section, context).some((record) => shows(includes(record, context)))) return notApplicable;
  const what = typeof kind.what === 'function' ? kind.what(words) : kind.what;
  if (!inventory.readable) return unreadable(what, section);
  if (inventory.isWhole(section)) return notApplicable;
  const fields = sayIn(words, kind.fields);
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
