import type { Artifact, PropertyBag } from 'sarif';
import { type Language, type Localized, languages } from '../../../base/localized.ts';
import type { Input, Result } from '../../../result/result.ts';
import { physicalLocation, uriOf } from './locations.ts';

const roles: Readonly<Record<Input['kind'], Artifact.roles[] | undefined>> = {
  inventory: ['analysisTarget'],
  policy: ['userSpecifiedConfiguration'],
  configuration: ['userSpecifiedConfiguration'],
  baseline: ['userSpecifiedConfiguration'],
  evidence: undefined,
};

/** Every file that contributed to the result, with its digest. */
export function artifacts(result: Result): Artifact[] {
  return result
    .inputs()
    .map(({ kind, path, size, sha256 }) => ({
      location: { uri: uriOf(path) },
      length: size,
      roles: roles[kind],
      hashes: { 'sha-256': sha256 },
      properties: { kind },
    }));
}

/** Facts about a run for which SARIF has no property. */
export function runProperties(result: Result, language: Language): PropertyBag {
  const { asOf, judgedBy, body, summary, outOfScope, exceptions, attestations } = result;
  const { networkChange, unrelated, trusted, comparison, repository } = result;
  const { marking, redacted } = result.cover;
  const compared =
    comparison === undefined ? undefined : { against: comparison.against, name: comparison.name };
  const properties = {
    marking,
    redacted,
    asOf,
    judgedBy,
    body,
    summary,
    attestations,
    exceptions,
    outOfScope,
  };
  return inSarif(
    { ...properties, comparedWith: compared, networkChange, unrelated, trusted, repository },
    language,
  ) as PropertyBag;
}

/** Converts texts to the language of the report and locations to SARIF's; leaves all else as it is. */
function inSarif(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => inSarif(item, language));
  if (typeof value !== 'object' || value === null) return value;
  if (isLocalized(value)) return value[language];
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'location' ? physicalLocation(inner) : inSarif(inner, language),
    ]),
  );
}

function isLocalized(value: object): value is Localized {
  const keys = new Set(Object.keys(value));
  return keys.size === languages.length + Number(keys.has('only')) && languages.every((one) => keys.has(one));
}
