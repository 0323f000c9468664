import { defineRule, fail, notApplicable, pass } from '#rule';

/** A connection has two ends. One from a record to itself permits nothing and is probably a typing error. */
export const connectionToItself = defineRule({
  id: 'inventory/connection-to-itself',
  title: { ja: '接続の両端は別のもの', en: 'A connection has two different ends' },
  rationale: {
    ja: '両端が同じ接続は、どこへの通信を許しているか分かりません。本当の相手先が台帳から抜けているおそれがあります。',
    en: 'A connection that ends where it begins does not say what it permits; the true other end may be missing from the inventory.',
  },
  remedy: {
    ja: 'from か to を本当の相手先に直してください。セグメントの中だけの通信であれば、書く必要はありません。',
    en: 'Correct from or to. What stays inside one segment need not be stated.',
  },
  appliesTo: 'connections',
  integrity: true,
  check: ({ from, to }, { inventory }) => {
    if (from === undefined || to === undefined) return notApplicable;
    if (from !== to) {
      const end = inventory.end(from)?.record;
      if (end === undefined || end !== inventory.end(to)?.record) return pass;
    }
    return fail('to', {
      ja: `from と to がどちらも「${to}」を指しています`,
      en: `has the same end, “${to}”, as from and as to`,
    });
  },
  examples: {
    pass: `
segments:
  - { id: office, name: 庁内ネットワーク }
  - { id: annex, name: 分庁舎ネットワーク }
connections:
  - { id: line, name: 庁舎間の回線, from: office, to: annex }
`,
    fail: `
segments:
  - { id: office, name: 庁内ネットワーク }
  - { id: annex, name: 分庁舎ネットワーク }
connections:
  - { id: line, name: 庁舎間の回線, from: office, to: segments/office }
`,
  },
  mutation: {
    add: { connections: { id: '折返し', name: '折返し', from: 'lg-annex', to: 'lg-annex', control: 'acl' } },
    at: 'connections/折返し to',
  },
});
