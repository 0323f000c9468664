import { defined } from '../base/defined.ts';
import { ruleEntries } from '../catalogue/rule-entries.ts';
import { textsUnder } from '../catalogue/worded-texts.ts';
import { dutiesOf } from '../policy/duties.ts';
import type { Policy } from '../policy/policy.ts';
import {
  ByReference,
  foldReference,
  foldWidth,
  referenceMeant,
  suggestReference,
} from '../policy/reference.ts';
import { referenceOrder } from '../policy/reference-order.ts';
import { topicFormats } from '../report/formats.ts';
import type { RuleEntry, Topic } from '../result/catalogue.ts';
import { suggest } from '../schema/suggest.ts';
import { type Catalogue, type CatalogueOptions, loadCatalogue } from './catalogue.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { writeReports } from './output.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/**
 * Runs `sekisho explain`: prints the full explanation of a rule or a clause.
 *
 * @param given the id of a rule, or a clause as `isesaki 6(3)ア[1]`, `isesaki:6(3)ア[1]` or `6(3)ア[1]`, in any number of words
 * @throws UsageError if there is none such
 */
export async function runExplain(
  given: readonly string[],
  options: CatalogueOptions,
  io: Io,
): Promise<ExitCode> {
  const catalogue = await loadCatalogue(options, io);
  const { policies, own, language } = catalogue;
  const rules = ruleEntries(catalogue.rules, policies, own);
  const asked = given.join(' ');
  const content = findTopic(asked, rules, catalogue);
  if (content === undefined)
    throw new UsageError(usageErrors.unknownTopic(asked, nearest(asked, rules, policies)));
  await writeReports({ formats: topicFormats, outputs: [{ format: 'text' }], content, language }, io);
  return exitCodes.clean;
}

function findTopic(
  asked: string,
  entries: readonly RuleEntry[],
  { policies, rules }: Pick<Catalogue, 'policies' | 'rules'>,
): Topic | undefined {
  const rule = entries.find(({ id }) => id === foldReference(asked).toLowerCase());
  if (rule !== undefined) return rule;
  const clauses = findClauses(asked, policies);
  if (clauses.length === 0) return undefined;
  const known = new Map(
    policies.map(({ id, clauses }) => [id, new ByReference(clauses.map(({ ref, title }) => [ref, title]))]),
  );
  return clauses.map((found) => ({
    ...found,
    titles: new Map(rules.map((one) => [one.id, textsUnder(one, [found.policy]).title])),
    serves: (found.clause.serves ?? []).map((served) => ({
      ...served,
      ...defined({ title: known.get(served.policy)?.get(served.ref) }),
    })),
  }));
}

type FoundClause = { readonly policy: Policy; readonly clause: Policy['clauses'][number] };

function findClauses(asked: string, policies: readonly Policy[]): FoundClause[] {
  const { id, rest } = split(asked);
  const named = policies.filter((policy) => policy.id === id);
  const ref = named.length > 0 ? rest : asked;
  return (named.length > 0 ? named : policies).flatMap((policy) =>
    clausesAt(ref, policy).map((clause) => ({ policy, clause })),
  );
}

/** Splits `isesaki 6(3)ア` or `isesaki:6(3)ア` into policy and reference. */
function split(asked: string): { readonly id: string; readonly rest: string } {
  const [, id = '', rest = ''] = /^([^\s:]+)[\s:]+(.*)$/s.exec(foldWidth(asked).trim()) ?? [];
  return { id: id.toLowerCase(), rest };
}

/**
 * The clause of a reference; for a provision or bullet with several duties (`6(3)ア[1]`, `[2]`) and for an article of
 * several paragraphs (第6条第1項, 第6条第2項), all of them in their order.
 */
function clausesAt(ref: string, { clauses }: Policy): Policy['clauses'] {
  const refs = clauses.map((clause) => clause.ref);
  const meant = referenceMeant(ref, refs);
  if (meant !== undefined) return clauses.filter((clause) => clause.ref === meant);
  const duties = dutiesOf(ref, refs);
  const article = /第\d+条(?:の\d+)*$/.test(foldReference(ref)) ? `${foldReference(ref)}第` : undefined;
  const order = referenceOrder(refs);
  return clauses
    .filter(
      (clause) =>
        duties.includes(clause.ref) ||
        (article !== undefined && foldReference(clause.ref).startsWith(article)),
    )
    .sort((a, b) => order(a.ref, b.ref));
}

/** A suggestion for a mistyped topic: a rule, also by its name without the area, or a clause of any policy. */
function nearest(
  asked: string,
  rules: readonly RuleEntry[],
  policies: readonly Policy[],
): string | undefined {
  const [elsewhere] = findClauses(split(asked).rest, policies);
  if (elsewhere !== undefined) return `${elsewhere.policy.id} ${elsewhere.clause.ref}`;
  const topics = new Map<string, string>();
  for (const { id } of rules) topics.set(id, id).set(id.slice(id.indexOf('/') + 1), id);
  for (const { id, clauses } of policies) {
    // Given only a policy, suggest how to name one of its clauses.
    topics.set(id, `${id} ${clauses[0]?.ref ?? ''}`);
    for (const { ref } of clauses) topics.set(`${id} ${ref}`, `${id} ${ref}`).set(ref, ref);
  }
  const near = suggest(asked, topics.keys()) ?? suggestReference(asked, [...topics.keys()]);
  return near === undefined ? undefined : topics.get(near);
}
