import {
  type Attestation,
  checkBySection,
  defineRule,
  fail,
  groupBy,
  type InventoryView,
  type Issue,
  notApplicable,
  oncePerInventory,
  pass,
  type RuleContext,
  unknown,
} from '#rule';

/** Clauses that no record can prove are answered by a statement that still holds (確認記録). */
export const attestationCurrent = defineRule({
  id: 'inventory/attestation-current',
  title: {
    ja: '記録では示せない条項には、有効な確認記録がある',
    en: 'Clauses that no record can prove have an attestation that holds',
  },
  rationale: {
    ja: '「共通の認識を持つ」のような条項は、台帳の記録からは判定できません。だれが、いつ、何をもって確かめたかを書き残すことで、監査に答えられます。',
    en: 'Some clauses, such as one that asks for a shared understanding, cannot be judged from records. Who confirmed them, when and by what must be put down to answer an audit.',
  },
  remedy: {
    ja: '条項が守られていることを確かめ、attestations に policy・clause・statement・by・date・validUntil を書いてください。期限が過ぎたものは、確かめ直して日付を改めてください。',
    en: 'Confirm that the clause is observed and write an attestation with policy, clause, statement, by, date and validUntil. Confirm again what has run out.',
  },
  appliesTo: ['organization', 'attestations'],
  exceptable: false,
  check: checkBySection({
    organization: (_, context) => judgeBody(context),
    attestations: judgeAttestation,
  }),
  examples: {
    policy: { attestations: ['5'] },
    pass: `
organization: { name: 関所市 }
attestations:
  - id: understanding
    policy: example
    clause: "5"
    statement: 情報セキュリティの重要性について全職員が共通の認識を持っていることを確かめた
    by: 最高情報セキュリティ責任者
    date: 2026-04-10
    validUntil: 2027-03-31
`,
    fail: `
organization: { name: 関所市 }
attestations:
  - id: understanding
    policy: example
    clause: "5"
    statement: 情報セキュリティの重要性について全職員が共通の認識を持っていることを確かめた
    by: 最高情報セキュリティ責任者
    date: 2025-04-10
    validUntil: 2026-03-31
`,
    unknown: `
organization: { name: 関所市 }
attestations: []
`,
  },
});

function judgeBody(context: RuleContext): typeof pass | typeof notApplicable | Issue[] {
  const asked = context.policy.clauses.filter(({ attestation }) => attestation);
  if (asked.length === 0) return notApplicable;
  const attested = new Set(
    context.inventory
      .records('attestations')
      .filter((record) => isMeant(record, context))
      .map(({ clause }) => clause),
  );
  const missing = asked.filter(({ ref }) => !attested.has(ref));
  if (missing.length === 0) return pass;
  return missing.map(({ ref, title }) =>
    unknown(
      '',
      {
        ja: `条項 ${ref}（${title.ja}）の確認記録が台帳にありません`,
        en: `has no attestation for the clause ${ref} (${title.en})`,
      },
      {
        key: ref,
        clauses: [ref],
        missing: { section: 'attestations', what: { ja: '条項の確認記録', en: 'attestations for clauses' } },
      },
    ),
  );
}

function judgeAttestation(
  attestation: Attestation,
  context: RuleContext,
): typeof pass | typeof notApplicable | Issue {
  if (!isMeant(attestation, context)) return notApplicable;
  const { clause, date, by, validUntil } = attestation;
  // It answers none of the policy's clauses, and must not be cited for them.
  if (clause === undefined) return unknown('clause', undefined, { clauses: [] });
  const details = { clauses: [clause] };
  if (!context.policy.clauses.some(({ ref, attestation: asked }) => ref === clause && asked)) {
    const message = {
      ja: `条項「${clause}」についての確認記録ですが、確認記録を求める条項としてポリシーにありません`,
      en: `answers the clause “${clause}”, which is none of the policy's that ask for an attestation`,
    };
    return fail('clause', message, { clauses: [] });
  }
  if (validUntil !== undefined && validUntil < context.asOf) {
    if (isRenewed(clause, context)) return notApplicable;
    return fail(
      'validUntil',
      {
        ja: `条項 ${clause} の確認記録の期限 ${validUntil} が過ぎています`,
        en: `attested the clause ${clause} until ${validUntil}, which has passed`,
      },
      details,
    );
  }
  if (date === undefined) return unknown('date', undefined, details);
  return by === undefined ? unknown('by', undefined, details) : pass;
}

/** Last year's attestation may stay in the register beside this year's: that one answers the clause. */
function isRenewed(clause: string, context: RuleContext): boolean {
  const { asOf, policy, inventory } = context;
  const known = renewals(inventory);
  const key = `${policy.id} ${clause} ${asOf}`;
  const found =
    known.get(key) ??
    (attestationsFor(inventory).get(clause) ?? []).some(
      (one) =>
        isMeant(one, context) &&
        one.by !== undefined &&
        one.date !== undefined &&
        one.date <= asOf &&
        (one.validUntil === undefined || asOf <= one.validUntil),
    );
  known.set(key, found);
  return found;
}

const renewals = oncePerInventory(() => new Map<string, boolean>());

const attestationsFor = oncePerInventory((inventory: InventoryView) =>
  groupBy(inventory.records('attestations'), ({ clause = '' }) => clause),
);

/** An attestation that names no policy speaks for whichever is judged by. */
function isMeant({ policy }: Attestation, context: RuleContext): boolean {
  return policy === undefined || policy === context.policy.id;
}
