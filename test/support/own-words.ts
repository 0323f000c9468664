import { rules } from '../../rules/index.ts';
import { running } from '../../scripts/generate/example-policies.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { viewsOf } from '../../src/evaluate/policy-view.ts';
import { loadPolicy, ruleCatalogue } from '../../src/policy/load.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Finding } from '../../src/result/result.ts';
import type { AnyRule } from '../../src/rule.ts';
import { statedCitation } from './citations.ts';
import { inFolder } from './load.ts';
import { loadExample } from './rule-examples.ts';

/** A body whose policy has words of its own. */
export interface Body {
  readonly name: string;
  /** what its policy file states beside clauses */
  readonly head: string;
  /** what it writes for canonical levels, by axis and level, and for canonical layers */
  readonly levels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly layers: Readonly<Record<string, string>>;
  /** what no report may say to it */
  readonly foreign: RegExp;
}

/** Five levels, of which three mean the same. */
export const fiveLevels: Body = {
  name: '5段階の市',
  head: `
title: 五段市情報セキュリティポリシー
scales:
  confidentiality:
    - { level: 3A, means: 3, name: 特定個人情報 }
    - { level: 3B, means: 3, name: 住民情報 }
    - { level: 3C, means: 3, name: その他の秘匿情報 }
    - { level: 2, means: 2, name: 内部情報 }
    - { level: 1, means: 1, name: 公開情報 }
  integrity:
    - { level: 高, means: 2 }
    - { level: 低, means: 1 }
  availability:
    - { level: 甲, means: 2 }
    - { level: 乙, means: 1 }
`,
  levels: {
    confidentiality: { 3: '3B', 2: '2', 1: '1' },
    integrity: { 2: '高', 1: '低' },
    availability: { 2: '甲', 1: '乙' },
  },
  layers: {},
  foreign:
    /(?:機密性|confidentiality)(?:の等級が| level)?[ 「“]*3(?![ABC])|(?:完全性|可用性|integrity|availability)[ 「“]*[12]|通常の等級|usual ones/,
};

/** The heaviest level is the first: what others call 2 and more is Ⅲ and more, of which Ⅰ and Ⅱ mean the same. */
export const inverted: Body = {
  name: '逆順の町',
  head: `
title: 逆順町情報セキュリティポリシー
scales:
  confidentiality:
    - { level: Ⅰ, means: 3 }
    - { level: Ⅱ, means: 3 }
    - { level: Ⅲ, means: 2 }
    - { level: Ⅳ, means: 1 }
  integrity:
    - { level: Ⅰ, means: 2 }
    - { level: Ⅱ, means: 1 }
  availability:
    - { level: Ⅰ, means: 2 }
    - { level: Ⅱ, means: 1 }
`,
  levels: {
    confidentiality: { 3: 'Ⅱ', 2: 'Ⅲ', 1: 'Ⅳ' },
    integrity: { 2: 'Ⅰ', 1: 'Ⅱ' },
    availability: { 2: 'Ⅰ', 1: 'Ⅱ' },
  },
  layers: {},
  foreign:
    /(?:機密性|完全性|可用性|confidentiality|integrity|availability)(?:の等級が| level)?[ 「“]*[123]|3、2、1|3, 2, 1|通常の等級|usual ones/,
};

/** A school in Japanese alone, with layers of its own and none for MyNumber. */
export const school: Body = {
  name: '学校',
  head: `
title: 学び市立学校情報セキュリティポリシー
layers:
  - { id: 校務系, name: 校務系, treatedAs: lgwan }
  - { id: 校務外部接続系, name: 校務外部接続系, treatedAs: internet }
  - { id: 学習系, name: 学習系 }
`,
  levels: {},
  layers: { lgwan: '校務系', internet: '校務外部接続系', LGWAN接続系: '校務系' },
  // The networks of these names are what connects services, and no layers.
  foreign:
    /LGWAN(?!（|-ASP|メール|ファイル|等に接続| or the like| \(総| \(the local|[^、。]*reachedBy)|インターネット(?:接続)?系|internet layer|(?:layer|mynumber)[^。.]*\b(?:lgwan|internet)\b/,
};

/** The file of the policy of a body that cites every built-in rule, a clause for each. */
export function policyFile({ head }: Body, { id: of = '', examples }: Partial<AnyRule> = {}): string {
  const { scope, parameters, attestations = [] } = examples?.policy ?? {};
  const clauses = rules
    .filter(({ integrity }) => !integrity)
    .map(
      (rule, index) =>
        `  - { ref: 第${index + 1}条, title: 条項${index + 1}, summary: 措置を講ずる。, modality: must, rules: [${JSON.stringify(statedCitation(rule))}] }`,
    );
  const attested = attestations.map(
    (ref) => `  - { ref: "${ref}", title: 確認, summary: 確認する。, modality: must, attestation: true }`,
  );
  return [
    'sekisho: 1',
    'id: own',
    head.trim(),
    ...(scope === undefined ? [] : [`scope: ${JSON.stringify(scope)}`]),
    ...(parameters === undefined ? [] : [`parameters: { ${of}: ${JSON.stringify(parameters)} }`]),
    'clauses:',
    ...clauses,
    ...attested,
    '',
  ].join('\n');
}

/** An inventory written with canonical words, as a body writes it. */
export function asWritten({ levels, layers }: Body, yaml: string): string {
  const inLevels = Object.entries(levels).reduce(
    (text, [axis, own]) =>
      text.replaceAll(
        new RegExp(`(\\b${axis}: *)(?:機密性|完全性|可用性)?([0-9])(?=\\s|,|\\}|$)`, 'gmu'),
        (whole, key: string, level: string) => {
          const word = own[level.normalize('NFKC')];
          return word === undefined ? whole : `${key}${word}`;
        },
      ),
    yaml,
  );
  return Object.entries(layers).reduce(
    (text, [id, own]) => text.replaceAll(new RegExp(`(\\blayer: *)${id}(?=\\s|,|\\}|$)`, 'gmu'), `$1${own}`),
    inLevels,
  );
}

/** Judges an inventory by one rule under the policy of a body. */
export async function judgeUnder(body: Body, rule: AnyRule, yaml: string): Promise<readonly Finding[]> {
  const policy = await policyOf(body, rule);
  const { inventory, evidence } = await loadExample(rule, yaml);
  const { findings } = evaluate({
    inventory,
    evidence,
    views: viewsOf(inventory, [policy]),
    // What errors of the inventory say already is not said again, and these always run.
    rules: rules.filter((one) => one === rule || one.integrity || running(rule).includes(one)),
    catalogue: rules,
    weights: { rules: {} },
    asOf: '2026-11-20',
  });
  return findings.filter(({ ruleId }) => ruleId === rule.id);
}

const loaded = new Map<string, Promise<Policy>>();

function policyOf(body: Body, rule: AnyRule): Promise<Policy> {
  const file = policyFile(body, rule);
  const policy =
    loaded.get(file) ??
    inFolder({ 'own.policy.yaml': file }, (folder) =>
      loadPolicy('./own.policy.yaml', folder, ruleCatalogue(rules)),
    );
  loaded.set(file, policy);
  return policy;
}

/** Every text that is for people, in one language, wherever it stands in a value. */
export function textsIn(value: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(value, (_, one: unknown) => {
    if (typeof one === 'object' && one !== null && 'ja' in one && 'en' in one) {
      found.push(String(one.ja), String(one.en));
      return undefined;
    }
    return one instanceof Map ? [...one] : one;
  });
  return found;
}
