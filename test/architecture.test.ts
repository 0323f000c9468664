import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const { default: configuration } = (await import(path.join(root, '.dependency-cruiser.mjs'))) as {
  readonly default: { readonly forbidden: readonly { readonly name: string }[] };
};
let copy = '';

/** Runs dependency-cruiser as `npm run lint` does, over a copy of the source. */
function cruise(): { code: number | null; report: string } {
  const bin = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { status, stdout } = spawnSync(
    process.execPath,
    [bin, '--config', '.dependency-cruiser.mjs', 'src', 'rules'],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } },
  );
  return { code: status, report: stdout };
}

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'sekisho-house-'));
  for (const part of [
    'src',
    'rules',
    'generated',
    'package.json',
    'tsconfig.json',
    '.dependency-cruiser.mjs',
  ]) {
    await cp(path.join(root, part), path.join(copy, part), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
});

afterAll(() => rm(copy, { recursive: true, force: true }));

describe('the arrows of the house', () => {
  describe('are broken by', () => {
    const planted = [
      [
        'no-circular',
        'src/yaml/planted-too.ts',
        "import type { Planted as Other } from './planted.ts';\nexport type Planted = Other;\n",
      ],
      ['nothing-unreachable', 'src/network/planted.ts', 'export const planted = 1;\n'],
      // Not alone, and dead all the same.
      [
        'nothing-unreachable',
        'src/network/planted-too.ts',
        "import { Topology } from './topology.ts';\nexport const planted = Topology;\n",
      ],
      [
        'rules-see-the-facade',
        'rules/inventory/planted.ts',
        "import { Inventory } from '../../src/inventory/inventory.ts';\nexport const planted = Inventory;\n",
      ],
      [
        'rules-are-handed-over',
        'src/evaluate/planted-rules.ts',
        "import { rules } from '../../rules/index.ts';\nexport const planted = rules;\n",
      ],
      [
        'base-imports-downwards',
        'src/base/planted.ts',
        "import type { Tree } from '../tree/tree.ts';\nexport type Planted = Tree;\n",
      ],
      [
        'yaml-imports-downwards',
        'src/yaml/planted-schema.ts',
        "import { suggest } from '../schema/suggest.ts';\nexport const planted = suggest;\n",
      ],
      [
        'schema-imports-downwards',
        'src/schema/planted.ts',
        "import type { Policy } from '../policy/policy.ts';\nexport type Planted = Policy;\n",
      ],
      [
        'spreadsheet-imports-downwards',
        'src/spreadsheet/planted.ts',
        "import type { Policy } from '../policy/policy.ts';\nexport type Planted = Policy;\n",
      ],
      [
        'start-imports-downwards',
        'src/start/planted.ts',
        "import { parseYaml } from '../yaml/parse.ts';\nexport const planted = parseYaml;\n",
      ],
      [
        'only-the-program-is-compiled',
        'src/start/planted-too.ts',
        "import { Script } from 'node:vm';\nexport const planted = Script;\n",
      ],
      [
        'tree-imports-downwards',
        'src/tree/planted.ts',
        "import { parseYaml } from '../yaml/parse.ts';\nexport const planted = parseYaml;\n",
      ],
      [
        'register-imports-downwards',
        'src/register/planted.ts',
        "import type { ReadFile } from '../inventory/file.ts';\nexport type Planted = ReadFile;\n",
      ],
      [
        'inventory-imports-downwards',
        'src/inventory/planted.ts',
        "import type { Policy } from '../policy/policy.ts';\nexport type Planted = Policy;\n",
      ],
      [
        'policy-imports-downwards',
        'src/policy/planted.ts',
        "import type { Inventory } from '../inventory/inventory.ts';\nexport type Planted = Inventory;\n",
      ],
      [
        'result-imports-downwards',
        'src/result/planted.ts',
        "import type { PolicyContent } from '../policy/build.ts';\nexport type Planted = PolicyContent;\n",
      ],
      [
        'lookup-imports-downwards',
        'src/lookup/planted.ts',
        "import { Inventory } from '../inventory/inventory.ts';\nexport const planted = Inventory;\n",
      ],
      [
        'network-imports-downwards',
        'src/network/planted-rule.ts',
        "import type { AnyRule } from '../rule/definition.ts';\nexport type Planted = AnyRule;\n",
      ],
      [
        'rule-imports-downwards',
        'src/rule/planted.ts',
        "import { loadPolicy } from '../policy/load.ts';\nexport const planted = loadPolicy;\n",
      ],
      [
        'catalogue-imports-downwards',
        'src/catalogue/planted.ts',
        "import { evaluate } from '../evaluate/evaluate.ts';\nexport const planted = evaluate;\n",
      ],
      [
        'evaluate-imports-downwards',
        'src/evaluate/planted-compare.ts',
        "import { compare } from '../compare/compare.ts';\nexport const planted = compare;\n",
      ],
      [
        'compare-imports-downwards',
        'src/compare/planted.ts',
        "import { wrap } from '../report/paper/wrap.ts';\nexport const planted = wrap;\n",
      ],
      [
        'examples-imports-downwards',
        'src/examples/planted.ts',
        "import { wrap } from '../report/paper/wrap.ts';\nexport const planted = wrap;\n",
      ],
      [
        'redact-imports-downwards',
        'src/redact/planted.ts',
        "import { wrap } from '../report/paper/wrap.ts';\nexport const planted = wrap;\n",
      ],
      [
        'editor-imports-downwards',
        'src/editor/planted.ts',
        "import { wrap } from '../report/paper/wrap.ts';\nexport const planted = wrap;\n",
      ],
      [
        'starter-imports-downwards',
        'src/starter/planted.ts',
        "import { wrap } from '../report/paper/wrap.ts';\nexport const planted = wrap;\n",
      ],
      [
        'report-imports-downwards',
        'src/report/planted.ts',
        "import type { Inventory } from '../inventory/inventory.ts';\nexport type Planted = Inventory;\n",
      ],
      [
        'spreadsheet-imports-downwards',
        'src/spreadsheet/planted.ts',
        "import type { Shape } from '../schema/shape.ts';\nexport type Planted = Shape;\n",
      ],
      [
        'draft-imports-downwards',
        'src/draft/planted.ts',
        "import { wrap } from '../report/paper/wrap.ts';\nexport const planted = wrap;\n",
      ],
      [
        'import-imports-downwards',
        'src/import/netbox/planted-network.ts',
        "import { Network } from '../../network/network.ts';\nexport const planted = Network;\n",
      ],
      [
        'import-merge-imports-downwards',
        'src/import/merge/planted.ts',
        "import type { ReadSheet } from '../register/records.ts';\nexport type Planted = ReadSheet;\n",
      ],
      [
        'import-netbox-imports-downwards',
        'src/import/netbox/planted-register.ts',
        "import type { ReadSheet } from '../register/records.ts';\nexport type Planted = ReadSheet;\n",
      ],
      [
        'export-imports-downwards',
        'src/export/register/planted.ts',
        "import type { Policy } from '../../policy/policy.ts';\nexport type Planted = Policy;\n",
      ],
      [
        'paper-knows-no-format',
        'src/report/paper/planted.ts',
        "import { json } from '../findings/json/json.ts';\nexport const planted = json;\n",
      ],
      [
        'only-cli-is-above-check',
        'src/evaluate/planted-check.ts',
        "import type { CheckRequest } from '../check.ts';\nexport type Planted = CheckRequest;\n",
      ],
      [
        'files-are-read-at-the-edge',
        'src/evaluate/planted-files.ts',
        "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
      ],
      [
        'nothing-starts-or-connects',
        'src/inventory/planted-net.ts',
        "import { request } from 'node:https';\nexport const planted = request;\n",
      ],
      [
        'git-alone-is-started',
        'src/inventory/planted-process.ts',
        "import { exec } from 'node:child_process';\nexport const planted = exec;\n",
      ],
      [
        'yaml-parser-in-one-place',
        'src/policy/planted-yaml.ts',
        "import { load } from 'js-yaml';\nexport const planted = load;\n",
      ],
      [
        'address-parser-in-one-place',
        'src/import/netbox/planted.ts',
        "import ipaddr from 'ipaddr.js';\nexport const planted = ipaddr;\n",
      ],
      [
        'colour-is-for-text',
        'src/report/findings/planted.ts',
        "import { Chalk } from 'chalk';\nexport const planted = Chalk;\n",
      ],
      [
        'arguments-are-for-cli',
        'src/report/planted-arguments.ts',
        "import { Command } from 'commander';\nexport const planted = Command;\n",
      ],
    ] as const;
    // The other half of the cycle, which is reported once.
    const accomplice =
      "import type { Planted as Other } from './planted-too.ts';\nexport type Planted = Other;\n";
    let report = '';

    beforeAll(async () => {
      await writeFile(path.join(copy, 'src/yaml/planted.ts'), accomplice);
      for (const [, file, content] of planted) await writeFile(path.join(copy, file), content);
      const { code, report: found } = cruise();
      expect(code).toBeGreaterThan(0);
      report = found;
    }, 120_000);

    it('each of them by one at least', () => {
      const names = new Set(planted.map(([name]) => name));
      expect(
        configuration.forbidden.map(({ name }) => name).filter((name) => !names.has(name as never)),
      ).toEqual([]);
    });

    it.each(planted)('a planted import: %s in %s', (name, file) => {
      expect(report).toContain(`error ${name}: ${file}`);
    });

    // What would be found without them is found with them, too, and looking through the house once takes long enough.
    it('nothing else, over more than a handful of modules', () => {
      const found = report.split('\n').filter((line) => /^\s*(?:error|warn|info) /.test(line));
      expect(found.length).toBeGreaterThanOrEqual(planted.length);
      expect(found.filter((line) => !line.includes('planted'))).toEqual([]);
      expect(report).toMatch(/ (?:1\d\d|[2-9]\d\d|\d{4,}) modules/);
    });
  });
});
