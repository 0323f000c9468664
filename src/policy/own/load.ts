import path from 'node:path';
import { defined } from '../../base/defined.ts';
import { type FileDigest, sha256 } from '../../base/digest.ts';
import { areaAround } from '../../tree/area.ts';
import type { PolicyContent } from '../build.ts';
import { type PolicyReading, readBytes, relativeToFile } from '../policy-file.ts';
import type { PolicyProblem } from '../problem.ts';
import { type PolicyDraft, readRulesDraft } from '../read.ts';
import type { RuleSource } from './check.ts';
import { joinedFields } from './fields.ts';
import { ownFieldsOf, ownRuleOf, type WrittenFields, type WrittenRule } from './written.ts';

/** The rules and fields of a policy file and the files that it names, all of them valid. */
export async function ownRulesIn(
  sources: readonly RuleSource[],
): Promise<Pick<PolicyContent, 'ownRules' | 'fields'>> {
  const rules = sources.flatMap((source) => (source.rules ?? []) as readonly WrittenRule[]);
  const fields = sources.map((source) => ownFieldsOf(source.fields as WrittenFields | undefined));
  const declared = { fields: joinedFields(fields) };
  if (rules.length === 0) return declared;
  // Loaded lazily: most policies have no rules of their own.
  const { writeYaml } = await import('../../yaml/write.ts');
  return { ...declared, ownRules: rules.map((rule) => ownRuleOf(rule, writeYaml)) };
}

/** The files that a policy file names for rules of its own. */
export interface RuleFiles {
  readonly sources: readonly RuleSource[];
  /** how many are named: more than there are sources where some could not be read */
  readonly named: number;
  readonly files: readonly FileDigest[];
  readonly problems: readonly PolicyProblem[];
}

/** Reads the files that a policy file names for rules of its own, as far as they can be read. */
export async function readRuleFiles(
  draft: PolicyDraft,
  directory: string,
  around: PolicyReading,
): Promise<RuleFiles> {
  const { ownRules = [] } = draft.validPart;
  const named = [ownRules].flat();
  const area = around.area ?? (named.length === 0 ? undefined : await areaAround(directory));
  const sources: RuleSource[] = [];
  const files: FileDigest[] = [];
  const problems: PolicyProblem[] = [];
  for (const [index, reference] of named.entries()) {
    if (reference === undefined) continue;
    const at = Array.isArray(ownRules) ? ['ownRules', index] : ['ownRules'];
    const read = await readBytes(path.resolve(directory, reference), { ...around, ...defined({ area }) });
    if ('reason' in read) {
      const facts = { reason: read.reason, rules: reference };
      problems.push({ code: 'unreadable-rules', file: draft.file, position: draft.at(at), ...facts });
      continue;
    }
    const shown = relativeToFile(draft.file, reference);
    const rules = await readRulesDraft(read.bytes, shown, around.limits);
    problems.push(...rules.problems);
    sources.push({ ...rules, ...rules.validPart });
    files.push({ path: read.path, size: read.bytes.length, sha256: sha256(read.bytes) });
  }
  return { sources, named: named.length, files, problems };
}
