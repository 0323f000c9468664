import { builtInLaws, builtInPolicies } from '../../generated/policies/index.ts';
import { foldText } from '../base/fold-text.ts';

/**
 * Whose policy is meant where a body is named in place of an id: 「みなかみ町」, 「みなかみ町情報セキュリティポリシー」. All
 * built-in policies are loaded for it, so it is for the messages of runs that fail.
 *
 * @returns the id of a built-in policy
 */
export async function policyIssuedBy(written: string): Promise<string | undefined> {
  const wanted = fold(written);
  if (wanted.length < 2) return undefined;
  for (const [id, load] of Object.entries(builtInPolicies)) {
    if (builtInLaws.includes(id)) continue;
    const { issuer, title } = (await load()).content;
    const names = [issuer?.ja, issuer?.en, title.ja, title.en].map((name) => fold(name ?? ''));
    const body = names[0]?.replace(/[市町村区]$/u, '');
    if (names.includes(wanted) || body === wanted || wanted.startsWith(names[0] || '\0')) return id;
  }
  return undefined;
}

function fold(text: string): string {
  return foldText(text).toLowerCase();
}
