import { parseDay } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import type { FileDigest } from '../base/digest.ts';
import { addToGroup } from '../base/groups.ts';
import type { Localized } from '../base/localized.ts';
import { resolveInForce, type WrittenInForce } from './in-force.ts';
import { usualLayers } from './layers.ts';
import type { OwnFields, OwnRule } from './own/rule.ts';
import {
  type Axis,
  axes,
  type CanonicalLayer,
  type Citation,
  type Clause,
  canonicalLayers,
  type ExceptionLimits,
  type Floor,
  foldLevel,
  type Layer,
  type Level,
  type Modality,
  type Organ,
  type Personnel,
  type Policy,
  type RuleCitation,
  type Scale,
  type ServedClause,
  type Vocabulary,
} from './policy.ts';
import { ByReference } from './reference.ts';
import { wordTerms } from './terms-words.ts';

/** A policy file's content once it satisfies `vocabulary/policy.schema.json`. */
export interface PolicyContent {
  readonly sekisho?: number;
  readonly id: string;
  /** the ids of the policies that it extends, the nearest first */
  readonly builtOn?: readonly string[];
  readonly title: Localized;
  readonly issuer?: Localized;
  readonly kind?: 'law';
  readonly note?: Localized;
  readonly exemption?: boolean;
  readonly editions?: readonly string[];
  readonly draft?: boolean;
  readonly inForce?: WrittenInForce;
  readonly scope?: {
    readonly agencies?: readonly Organ[];
    readonly excludes?: readonly Organ[];
    readonly network?: 'administrative';
    readonly personnel?: WrittenPersonnel;
  };
  readonly layers?: readonly Layer[];
  readonly vocabulary?: Vocabulary;
  readonly scales?: Partial<Record<Axis, readonly WrittenLevel[]>>;
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly exceptions?: ExceptionLimits;
  readonly ownRules?: readonly OwnRule[];
  readonly fields?: OwnFields;
  readonly clauses: readonly {
    readonly ref: string;
    readonly title: Localized;
    readonly summary: Localized;
    readonly modality: Modality;
    readonly rules?: readonly WrittenCitation[];
    readonly attestation?: boolean;
    readonly informs?: Localized;
    readonly serves?: readonly ServedClause[];
    /** until it is resolved: see serves.ts */
    readonly as?: TakenClause;
    readonly inForce?: WrittenInForce;
    readonly newOnly?: boolean;
  }[];
}

/** A clause that another takes over. */
export interface TakenClause extends ServedClause {
  /** the parameters that the policies state which have the clause that takes it over: those of the other give way to them */
  readonly overruledBy?: PolicyContent['parameters'];
}

/** Whom a policy binds, as a file writes it: a list of kinds is both whom it binds and whom it names. */
export type WrittenPersonnel = readonly string[] | Partial<Personnel>;

/** A rule as a clause of a file names it: a least level alone is one of confidentiality. */
export type WrittenCitation = Omit<RuleCitation, 'atLeast' | 'terms'> & {
  readonly atLeast?: string | number | Floor;
};

/** A level as a file writes it. */
export type WrittenLevel = Omit<Level, 'level' | 'label'> & { readonly level: string | number };

/**
 * Builds a policy from the content of a valid file: fills in defaults and indexes citations by rule.
 *
 * @param files those it was read from
 */
export function buildPolicy(content: PolicyContent, files: readonly FileDigest[] = []): Policy {
  const refs = new ByReference(content.clauses.map(({ ref }) => [ref, ref]));
  const scales = Object.fromEntries(
    axes.map((axis) => [axis, scaleOf(content.scales, axis, refs)]),
  ) as Record<Axis, Scale>;
  const clauses: Clause[] = content.clauses.map(({ rules, attestation, inForce, as: _, ...clause }) => ({
    ...clause,
    ...defined({ inForce: resolveInForce(content.inForce, inForce) }),
    rules: (rules ?? []).map((rule) => citationOf(rule, scales)),
    attestation: attestation ?? false,
  }));
  const citations = new Map<string, Citation[]>();
  for (const clause of clauses) {
    // A clause that an attestation answers cites the rule that judges whether one holds.
    const attested: RuleCitation[] = clause.attestation ? [{ id: attestationRule, basis: 'stated' }] : [];
    for (const { id, ...citation } of [...clause.rules, ...attested]) {
      addToGroup(citations, id, { clause, ...citation });
    }
  }
  return {
    files,
    id: content.id,
    builtOn: content.builtOn ?? [],
    title: content.title,
    ...defined({
      issuer: content.issuer,
      kind: content.kind,
      note: content.note,
      exemption: content.exemption,
    }),
    draft: content.draft ?? false,
    editions: (content.editions ?? []).map((edition) => parseDay(edition) ?? edition).sort(),
    scope: {
      agencies: content.scope?.agencies ?? [],
      excludes: content.scope?.excludes ?? [],
      ...(content.scope?.network === undefined ? {} : { network: content.scope.network }),
      ...(content.scope?.personnel === undefined ? {} : { personnel: personnelOf(content.scope.personnel) }),
    },
    layers: new Map(
      [...usualLayers, ...(content.layers ?? [])].map((layer) => [layer.id, withTreatment(layer)]),
    ),
    vocabulary: content.vocabulary ?? {},
    scales,
    parameters: content.parameters ?? {},
    exceptions: content.exceptions ?? {},
    ownRules: content.ownRules ?? [],
    fields: content.fields ?? {},
    clauses,
    citations,
  };
}

function personnelOf(written: WrittenPersonnel): Personnel {
  if (isList(written)) return { binds: written, others: [], review: [], names: written };
  const { binds = [], others = [], review = [], names = [] } = written;
  return { binds, others, review, names };
}

function isList(written: WrittenPersonnel): written is readonly string[] {
  return Array.isArray(written);
}

function citationOf({ atLeast, ...written }: WrittenCitation, scales: Policy['scales']): RuleCitation {
  const citation = { ...written, ...defined({ atLeast: floorOf(atLeast) }) };
  const terms = wordTerms(citation, scales);
  return terms.length === 0 ? citation : { ...citation, terms };
}

/** Whether the records of a section have a level of their own, or handle what has one. */
export function isClassified(section: string): boolean {
  return ['assets', 'systems', 'services'].includes(section);
}

/** @returns a least level by its axis */
export function floorOf(written: WrittenCitation['atLeast']): Floor | undefined {
  return typeof written === 'object' || written === undefined ? written : { confidentiality: written };
}

/** The rule that judges whether attestations answer the clauses that ask for one. */
export const attestationRule = 'inventory/attestation-current';

/**
 * The rule that asks since when things exist. A clause for what is new cites it to say what its judgement waits for; that the
 * days are written does not meet the clause.
 */
export const datingRule = 'organization/introduced-stated';

function withTreatment(layer: Layer): Layer {
  if (layer.treatedAs !== undefined || !canonicalLayers.some((id) => id === layer.id)) return layer;
  return { ...layer, treatedAs: layer.id as CanonicalLayer };
}

const usualScales: Readonly<Record<Axis, readonly number[]>> = {
  confidentiality: [3, 2, 1],
  integrity: [2, 1],
  availability: [2, 1],
};

/**
 * @param refs the references of the clauses: one is cited as it writes its own, however it is named elsewhere
 * @returns the scale of an axis as a policy states it, else the usual one
 */
export function scaleOf(
  scales: PolicyContent['scales'],
  axis: Axis,
  refs: ByReference<string> = new ByReference([]),
): Scale {
  const levels = scales?.[axis];
  if (levels === undefined)
    return {
      axis,
      stated: false,
      levels: usualScales[axis].map((means) => ({ level: String(means), label: String(means), means })),
    };
  return {
    axis,
    stated: true,
    levels: levels.map(({ clause, ...written }) => ({
      ...written,
      ...defined({ clause: clause && (refs.get(clause) ?? clause) }),
      level: foldLevel(written.level, axis),
      label: String(written.level),
    })),
  };
}

/** A policy without clauses, for runs in which no policy could be found. */
export const noPolicy: Policy = buildPolicy({ id: '', title: { ja: '', en: '' }, clauses: [] });
