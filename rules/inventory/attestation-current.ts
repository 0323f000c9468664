import {
  type Attestation,
  attestationFacts,
  attestationState,
  attestationsByClause,
  attestedClause,
  checkBySection,
  clausesMeant,
  clausesToAttest,
  type Day,
  defineRule,
  fail,
  forceOf,
  type Issue,
  isWritten,
  type Localized,
  lastDayOf,
  notApplicable,
  type Outcome,
  passUnless,
  type RuleContext,
  speaksFor,
  unknown,
} from '#rule';

/** Clauses that no record can prove are answered by a statement that still holds (確認記録). */
export const attestationCurrent = defineRule({
  id: 'inventory/attestation-current',
  title: {
    ja: '記録では示せない条項には、有効な確認記録がある',
    en: 'Clauses that records cannot prove are covered by a valid attestation',
  },
  rationale: {
    ja: '「共通の認識を持つ」のような条項は、台帳の記録からは判定できません。だれが、いつ、何をもって確かめたかを書き残すことで、監査に答えられます。',
    en: 'Some clauses, such as one that asks for a shared understanding, cannot be judged from records. Who confirmed them, when and by what must be put down to answer an audit.',
  },
  remedy: {
    ja: '条項が守られていることを確かめ、attestations に policy・clause・statement・by・date と、証拠（evidence）を書いてください。validUntil を書かないものは、確かめた年度の末日（1月から3月に確かめたものは次の年度の末日）まで有効です。期限が過ぎたものは、確かめ直して日付を改めてください。',
    en: 'Confirm that the clause is observed and write an attestation with policy, clause, statement, by, date and evidence. Without validUntil it holds until the end of the fiscal year of its date, one made in January to March until the end of the next. Confirm again what has run out.',
  },
  appliesTo: ['organization', 'attestations'],
  integrity: true,
  check: checkBySection({ organization: (_, context) => judgeBody(context), attestations: judgeAttestation }),
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
  mutation: [
    { set: { 'attestations/確認 validUntil': '2026-11-19' } },
    {
      add: { attestations: { id: '余分', policy: 'everything', clause: '9' } },
      at: 'attestations/余分 clause',
    },
    { remove: ['attestations/確認'], verdict: 'unknown', at: 'organization' },
  ],
});

function judgeBody(context: RuleContext): Outcome {
  const asked = clausesToAttest(context.policy, context.asOf);
  if (asked.length === 0) return notApplicable;
  const made = attestationsByClause(context);
  const missing = asked.filter(({ ref }) => !made.has(ref));
  return passUnless(
    missing.map(({ ref, title }) =>
      unknown(
        '',
        {
          ja: `条項 ${ref}（${title.ja}）の確認記録が台帳にありません`,
          en: `has no attestation for the clause ${ref} (${title.en})`,
        },
        {
          key: ref,
          clauses: [ref],
          missing: {
            section: 'attestations',
            what: { id: 'for-clauses', ja: '条項の確認記録', en: 'attestations for clauses' },
          },
        },
      ),
    ),
  );
}

function judgeAttestation(attestation: Attestation, context: RuleContext): Outcome {
  const { policy, asOf } = context;
  if (!speaksFor(attestation, policy)) return notApplicable;
  // The reference is to none of the policy's clauses, and must not be reported under one.
  if (!isWritten(attestation.clause)) return unknown('clause', undefined, { clauses: [] });
  const clause = attestedClause(attestation, policy);
  if (clause === undefined)
    return answersAnother(attestation, context)
      ? notApplicable
      : answersNone(attestation, attestation.clause, context);
  // What asks for no attestation any more makes none of them out of date.
  if (forceOf(clause, asOf) === 'ended') return notApplicable;
  const { ref } = clause;
  const details = { clauses: [ref] };
  const state = attestationState(attestation, asOf);
  if (state === 'expired')
    return isRenewed(ref, context) ? notApplicable : hasExpired(attestation, ref, context);
  const silent = attestationFacts.filter((fact) => !isWritten(attestation[fact]));
  return passUnless(silent.map((fact) => unknown(fact, undefined, details)));
}

/** An attestation without a policy may be for a clause of any policy that the inventory is judged under. */
function answersAnother(attestation: Attestation, { policies }: RuleContext): boolean {
  return policies.some(
    (policy) => speaksFor(attestation, policy) && attestedClause(attestation, policy) !== undefined,
  );
}

/** A reference to no clause that asks for an attestation. Where the clause is divided, its parts are named. */
function answersNone(attestation: Attestation, written: string, { policy, asOf }: RuleContext): Issue {
  const refs = clausesMeant(written, policy, asOf).map(({ ref }) => ref);
  if (refs.length === 0) {
    const message = {
      ja: `条項「${written}」についての確認記録ですが、確認記録を求める条項としてポリシーにありません`,
      en: `answers the clause “${written}”, which is not one of those for which the policy asks for an attestation`,
    };
    return fail('clause', message, { clauses: [], remedy: whichClause(attestation, policy, asOf) });
  }
  const message = {
    ja: `条項「${written}」についての確認記録ですが、この条項は義務ごとに分かれており、確認記録を求めるのは ${refs.join('、')} です`,
    en: `answers the clause “${written}”, which is split by duty; what asks for an attestation is ${refs.join(', ')}`,
  };
  const remedy = {
    ja: `clause に ${refs.join(' 又は ')} と書いてください。${refs.length > 1 ? 'いずれも確かめたときは、確認記録を条項ごとに書いてください。' : ''}`,
    en: `Write clause: ${refs.join(' or ')}.${refs.length > 1 ? ' Where more than one was confirmed, write an attestation for each.' : ''}`,
  };
  return fail('clause', message, { clauses: [], remedy });
}

/** An attestation without a policy may be for a policy that this run does not use. */
function whichClause(attestation: Attestation, policy: RuleContext['policy'], asOf: Day): Localized {
  const refs = clausesToAttest(policy, asOf).map(({ ref }) => ref);
  const correct =
    refs.length === 0
      ? {
          ja: `${policy.id} には確認記録を求める条項がないため、この1件を attestations から除いてください。`,
          en: `${policy.id} asks for no attestation: take this one off attestations.`,
        }
      : {
          ja: `clause を、確かめた条項の番号に改めてください（${policy.id} で確認記録を求める条項: ${refs.join('、')}）。`,
          en: `Correct clause to the one that was confirmed (of ${policy.id}, those that ask for an attestation: ${refs.join(', ')}).`,
        };
  if (isWritten(attestation.policy)) return correct;
  return {
    ja: `${correct.ja}ほかのポリシーの条項についての確認記録であれば、そうせずに、policy にそのポリシーの id を書いてください。`,
    en: `${correct.en} If it is made for another policy, write the id of that policy in policy instead.`,
  };
}

/** An expired attestation may stay in the inventory beside a newer one, which answers the clause. */
function isRenewed(ref: string, context: RuleContext): boolean {
  const made = attestationsByClause(context).get(ref) ?? [];
  return made.some((one) => attestationState(one, context.asOf) === 'holds');
}

function hasExpired(attestation: Attestation, ref: string, { inventory }: RuleContext): Issue {
  const shown = (day: Day | undefined) => day && inventory.asWritten(attestation, day);
  const ends = shown(lastDayOf(attestation));
  const details = { clauses: [ref] };
  if (attestation.validUntil !== undefined) {
    const message = {
      ja: `条項 ${ref} の確認記録ですが、期限 ${ends} が過ぎています`,
      en: `attests the clause ${ref} only until ${ends}, which has passed`,
    };
    return fail('validUntil', message, details);
  }
  const message = {
    ja: `条項 ${ref} の確認記録で、日付は ${shown(attestation.date)} です。期限の記載がないため ${ends} までとみなされ、その日を過ぎています`,
    en: `attests the clause ${ref} as of ${shown(attestation.date)}; without validUntil it held until ${ends}, which has passed`,
  };
  return fail('date', message, details);
}
