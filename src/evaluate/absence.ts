import type { InventoryView, ListSection } from '../inventory/view.ts';
import { notApplicable, type Outcome, unknown, unreadable } from '../rule.ts';

/** @returns what any rule comes to that asks for sections which the inventory does not have */
export function absence(sections: readonly ListSection[], inventory: InventoryView): Outcome {
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
      missing: {
        section: first,
        what: { ja: 'すべての記録（なければ []）', en: 'all records, or [] if there are none' },
      },
      remedy: {
        ja: `${names} を書いてください。1件もなければ ${first}: [] と書いてください。`,
        en: `List ${sections.join(' or ')}; if there are none, write ${first}: [].`,
      },
    },
  );
}
