import { defineRule, fail, type Issue, type Organization, pass, passUnless } from '#rule';

/** Two records of one id cannot be told apart by references, exceptions and reports. */
export const duplicateId = defineRule({
  id: 'inventory/duplicate-id',
  title: { ja: '台帳の id は区分ごとに重複しない', en: 'IDs are unique within their section' },
  rationale: {
    ja: '同じ id が2件あると、参照や例外措置がどちらを指すのか分からなくなります。',
    en: 'Where two records share an id, nobody can tell which one a reference or an exception means.',
  },
  remedy: {
    ja: 'どちらかの id を変え、その id を参照している箇所も合わせて直してください。',
    en: 'Change one of the ids, and what refers to it.',
  },
  appliesTo: 'records',
  integrity: true,
  check: (record, { inventory }) => {
    if ('divisions' in record) return passUnless(sameDivisions(record));
    const first = inventory.firstOfSameId(record);
    if (first === undefined || !('id' in record)) return pass;
    return fail(
      'id',
      {
        ja: `id「${record.id}」が同じ区分の別の1件と重複しています`,
        en: `has the id “${record.id}”, which another record of the section already has`,
      },
      {
        trace: [
          {
            record: first,
            path: 'id',
            message: { ja: '先に書かれた1件', en: 'the first record of this id' },
          },
        ],
      },
    );
  },
  examples: {
    pass: `
assets:
  - { id: register-1, name: 住民基本台帳 }
  - { id: register-2, name: 印鑑登録原票 }
`,
    fail: `
assets:
  - { id: register-1, name: 住民基本台帳 }
  - { id: register-1, name: 印鑑登録原票 }
`,
  },
  mutation: {
    add: { incidents: { id: 'incident-r8-01', detected: '2026-10-01', reported: '2026-10-01' } },
    at: 'incidents/incident-r8-01 (2) id',
  },
});

/** Divisions are told apart by their id or, where they have none, by their name. */
function sameDivisions({ divisions = [] }: Pick<Organization, 'divisions'>): Issue[] {
  const seen = new Set<string>();
  return divisions.flatMap((division: Partial<(typeof divisions)[number]> | undefined, index) => {
    const id = division?.id ?? division?.name;
    if (id === undefined) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const field = division?.id === undefined ? 'name' : 'id';
    const message = {
      ja: `organization.divisions に「${id}」が2件以上あります`,
      en: `lists “${id}” more than once in organization.divisions`,
    };
    const remedy = {
      ja: '同じ課等なら一方を消し、別の課等なら異なる id を付け、division でその id を書いている記録も直してください。',
      en: 'Remove one of them if they are the same division; if not, give them different ids and correct the records that write it in division.',
    };
    return [fail(`divisions.${index}.${field}`, message, { key: id, remedy })];
  });
}
