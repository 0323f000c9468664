import type { Day } from '../date.ts';
import type { FileDigest } from '../digest.ts';
import type { Localized } from '../localized.ts';

/** How strongly a clause binds. */
export type Modality =
  | 'must'
  | 'should'
  | 'principle'
  | 'may'
  | 'definition'
  | 'scope'
  | 'purpose'
  | 'threat';

/** How much a finding weighs, heaviest first. */
export const severities = ['error', 'warning', 'info'] as const;

export type Severity = (typeof severities)[number];

/** How a clause supports a rule: the text says it, or it is our reading of a general aim. */
export type Basis = 'stated' | 'interpreted';

/** One provision of a document, cited in the document's own notation. */
export interface Clause {
  readonly ref: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly modality: Modality;
  readonly rules: readonly RuleCitation[];
  readonly attestation: boolean;
  /** what of the model it is reflected in */
  readonly informs?: Localized;
}

/** A rule as a clause names it. */
export interface RuleCitation {
  readonly id: string;
  readonly basis: Basis;
  readonly severity?: Severity;
}

/** A clause that cites a given rule, and how it does. */
export interface Citation {
  readonly clause: Clause;
  readonly basis: Basis;
  readonly severity?: Severity;
}

/** The axes by which information assets are classified. */
export const axes = ['confidentiality', 'integrity', 'availability'] as const;

export type Axis = (typeof axes)[number];

/** The levels of one axis, heaviest first, each with the canonical level it stands for. */
export interface Scale {
  /** whether the document states it; else it is the usual one */
  readonly stated: boolean;
  readonly levels: readonly Level[];
}

/** One level of a scale. */
export interface Level {
  /** as levels are compared */
  readonly level: string;
  /** as the policy writes it */
  readonly label: string;
  /** the canonical level: 3–1 of confidentiality, 2–1 of integrity and availability */
  readonly means: number;
  readonly name?: Localized;
  /** the clause of the document that defines it */
  readonly clause?: string;
}

/** The canonical layers (DESIGN: 系): what rules reason about, whatever a body calls its own. */
export const canonicalLayers = ['mynumber', 'lgwan', 'internet', 'external'] as const;

export type CanonicalLayer = (typeof canonicalLayers)[number];

export interface Layer {
  readonly id: string;
  readonly name: Localized;
  readonly treatedAs?: CanonicalLayer;
}

/** A body that a policy binds or leaves out. */
export interface Organ {
  readonly id: string;
  readonly name: Localized;
}

/** One body's policy document as data. */
export interface Policy {
  /** the files it was read from; none of a built-in one */
  readonly files: readonly FileDigest[];
  readonly id: string;
  readonly title: Localized;
  readonly issuer?: Localized;
  readonly editions: readonly Day[];
  readonly scope: {
    readonly agencies: readonly Organ[];
    readonly excludes: readonly Organ[];
    readonly network?: 'administrative';
    /** the kinds of staff it binds, in the words of `staffGroups[].employment`; all where it names none */
    readonly personnel?: readonly string[];
  };
  readonly layers: ReadonlyMap<string, Layer>;
  readonly scales: Readonly<Record<Axis, Scale>>;
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly clauses: readonly Clause[];
  /** which clauses cite a rule, by rule id, in the order of the document */
  readonly citations: ReadonlyMap<string, readonly Citation[]>;
}

/** @returns the canonical level that a written level stands for, or `undefined` where the scale has no such level */
export function canonicalLevel(scale: Scale, written: string | number): number | undefined {
  const known = canonicalLevels.get(scale) ?? new Map<string | number, number | undefined>();
  if (!known.has(written)) {
    canonicalLevels.set(scale, known);
    const level = normaliseLevel(written);
    known.set(written, scale.levels.find((candidate) => candidate.level === level)?.means);
  }
  return known.get(written);
}

/** Every record writes one of the same few levels, and a dozen rules ask for it. */
const canonicalLevels = new WeakMap<Scale, Map<string | number, number | undefined>>();

/** Levels are compared as texts, width aside: `３`, `3` and `"3"` are one. */
export function normaliseLevel(written: string | number): string {
  return String(written).normalize('NFKC').trim();
}
