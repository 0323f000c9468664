import { defineRule, fail, pass } from '#rule';

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
