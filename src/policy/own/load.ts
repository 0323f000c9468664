import path from 'node:path';
import { defined } from '../../base/defined.ts';
import { type FileDigest, sha256 } from '../../base/digest.ts';
import { LimitError, limitOf } from '../../base/limits.ts';
import { type Reason, reasonOf } from '../../base/system-error.ts';
import { areaAround } from '../../tree/area.ts';
import type { Path } from '../../yaml/tape.ts';
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
  readonly areAllRead: boolean;
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
  // All of them together may be as large as one.
  let bytes = 0;
  let areAllRead = true;
  const refuse = (at: Path, reason: Reason, rules: string) => {
    areAllRead = false;
    problems.push({ code: 'unreadable-rules', file: draft.file, position: draft.at(at), reason, rules });
  };
  const places = new Set<string>();
  for (const [index, reference] of named.entries()) {
    if (reference === undefined) continue;
    const place = path.resolve(directory, reference);
    if (places.has(place)) continue;
    places.add(place);
    if (problems.length > around.limits.schemaErrors) break;
    const at = Array.isArray(ownRules) ? ['ownRules', index] : ['ownRules'];
    const read = await readBytes(place, { ...around, ...defined({ area }) });
    if ('reason' in read) {
      refuse(at, read.reason, reference);
      continue;
    }
    if (files.some((file) => file.path === read.path)) continue;
    bytes += read.bytes.length;
    if (bytes > around.limits.settingBytes) {
      refuse(at, reasonOf(new LimitError(limitOf('settingBytes', around.limits))), reference);
      break;
    }
    const shown = relativeToFile(draft.file, reference);
    const rules = await readRulesDraft(read.bytes, shown, around.limits);
    problems.push(...rules.problems);
    sources.push({ ...rules, ...rules.validPart });
    files.push({ path: read.path, size: read.bytes.length, sha256: sha256(read.bytes) });
  }
  return { sources, areAllRead, files, problems };
}
