import type { Localized } from '../base/localized.ts';
import type { InventoryFile } from '../inventory/file.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import type { FileProblem } from '../inventory/problem.ts';
import { isEmpty } from '../inventory/skipped.ts';
import { bodyPolicyIds } from '../policy/load.ts';
import type { Finding, FindingLocation, RunError } from '../result/result.ts';
import { locateInRecord, locateProblem } from './locate.ts';

/**
 * Says that nobody names a policy, and where to write one. Where the organization may stand in a file that cannot be read, or
 * names a policy in a way that is not understood, nothing is said: the run fails for that already, and what it says of a
 * policy would be a guess.
 *
 * @param findings those that are reported
 * @param meant the policy that the body has issued, where there is one
 */
export function noPolicyErrors(
  inventory: Inventory,
  findings: readonly Finding[],
  meant: string | undefined,
): RunError[] {
  const isTold = findings.some(({ invalid, suppression }) => invalid === true && suppression === null);
  if (isTold && (inventory.mixture !== undefined || inventory.files.some(mayNamePolicy))) return [];
  const [first] = inventory.files;
  if (first === undefined) return [];
  const [written] = inventory.organizations;
  const place = written === undefined ? besideOrganization(inventory) : locateInRecord(written, []).location;
  const example = meant ?? bodyPolicyIds[0] ?? '';
  const message =
    place === undefined ? noOrganization(first, inventory, example) : noPolicyIn(place, written, example);
  return [{ code: 'no-policy', message, location: place ?? beginning(first) }];
}

/** Whether a file may hold an organization that names a policy, for all that could be read of it. */
function mayNamePolicy({ yaml, problems }: InventoryFile): boolean {
  return !yaml.readable || problems.some(mayHidePolicy);
}

function mayHidePolicy(found: FileProblem): boolean {
  if (found.kind !== 'schema') return true;
  const { problem } = found;
  const [section, field] = problem.path;
  if (problem.code === 'unknown-key') {
    const { key, suggestion, deeper, meant = [] } = problem;
    const may = [...(suggestion === undefined ? [] : [suggestion]), ...meant.map(({ path }) => path)];
    if (section === undefined)
      return (
        key === 'policy' ||
        deeper === true ||
        may.some((path) => /^(?:organization|policy)(?:\.|$)/.test(path))
      );
    return (
      section === 'organization' && problem.path.length === 1 && (may.length === 0 || may.includes('policy'))
    );
  }
  if (section !== 'organization') return false;
  // The name of the body in place of its organization names no policy.
  if (field === undefined)
    return (
      problem.code === 'type' &&
      (['object', 'array'].includes(problem.actual) || /^policy\s*[:：]/m.test(problem.written))
    );
  return field === 'policy';
}

/** @returns where an organization is written that is none, such as the name of the body alone */
function besideOrganization({ files }: Inventory): FindingLocation | undefined {
  for (const file of files) {
    const found = file.problems.find(({ path }) => path[0] === 'organization');
    if (found !== undefined) return locateProblem(file, found);
  }
  return undefined;
}

function beginning({ path }: InventoryFile): FindingLocation {
  return { file: path, line: 1, column: 1, endLine: 1, endColumn: 1, pointer: '', document: 0 };
}

function noPolicyIn(
  { file, line }: FindingLocation,
  organization: Entry<'organization'> | undefined,
  example: string,
): Localized {
  const whose =
    organization === undefined
      ? { ja: '', en: '' }
      : { ja: `「${organization.name}」の`, en: `“${organization.name}” in ` };
  return withChoices({
    ja: `判定に使うポリシーが決まりません。${file}:${line} の organization に、${whose.ja}ポリシーを「policy: ${example}」のように書くか、-p ${example} を付けてください`,
    en: `no policy to judge by: write "policy: ${example}" under the organization ${whose.en}${file}:${line}, or give -p ${example}`,
  });
}

function noOrganization(first: InventoryFile, { files }: Inventory, example: string): Localized {
  const written = `organization: { name: 団体の名称, policy: ${example} }`;
  const inEnglish = `organization: { name: <the body>, policy: ${example} }`;
  const empty = files.every(isEmpty)
    ? { ja: `${first.path} は空です。`, en: `${first.path} is empty; ` }
    : { ja: '', en: '' };
  return withChoices({
    ja: `判定に使うポリシーが決まりません。${empty.ja}台帳に organization がないので、${first.path}:1 に「${written}」のような行を書くか、-p ${example} を付けてください`,
    en: `no policy to judge by: ${empty.en}the inventory has no organization, so write a line like "${inEnglish}" at ${first.path}:1, or give -p ${example}`,
  });
}

function withChoices({ ja, en }: Localized): Localized {
  const ids = bodyPolicyIds.join(', ');
  return {
    ja: `${ja} (一覧: ${ids}、または自団体のポリシーファイル)`,
    en: `${en} (one of ${ids}, or a policy file of your own)`,
  };
}
