import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../support/git.ts';

const segments = `segments:
  - { id: 住記, name: 住民記録, layer: mynumber }
  - { id: 庁内, name: 庁内LAN, layer: lgwan }
  - { id: web, name: 公開, layer: internet }
`;
const before = `organization:
  name: 関所市
  policy: isesaki
  agencies: [{ id: 学校, name: 学校, organ: mayor }]
${segments}connections:
  - { id: 旧線, name: 旧線, from: 庁内, to: web, direction: one-way, sanitisation: mail-text }
  - { id: 保守, name: 保守線, from: 住記, to: 庁内 }
systems:
  - { id: 端末, name: 端末, agency: 学校 }
exceptions:
  - id: 例外
    rules: [resilience/mynumber-separation]
    records: [保守]
    reason: 更新まで
    applicant: 総務課長
    approver: 最高情報セキュリティ責任者
    approved: 2026-04-01
`;
const after = before
  .replace('organ: mayor', 'organ: unlisted')
  .replace(
    '  - { id: 旧線, name: 旧線, from: 庁内, to: web, direction: one-way, sanitisation: mail-text }\n',
    '',
  )
  .replace('name: 保守線', 'name: 保守線（増速）')
  .replace('systems:', '  - { id: 持込, name: 持込ルータ, from: 住記, to: web }\nsystems:')
  .replace('records: [保守]', 'records: [保守, 持込]');

describe.each(['ja', 'en'] as const)('what a change comes to, for a reviewer at a terminal (%s)', (lang) => {
  it('tells what is new, what opens and closes, what is not believed, what to look at, and how it stands', async () => {
    await inRepository({ 'a.yaml': before }, async (place) => {
      await place.write({ 'a.yaml': after });
      const argv = [
        '--base',
        'main',
        '--trust',
        'main',
        '--rule',
        'resilience/mynumber-separation',
        '--lang',
        lang,
      ];
      const { stdout, code } = await place.check(argv, { columns: 80, environment: { NO_COLOR: '1' } });
      expect(code).toBe(1);
      expect(stdout).toMatchSnapshot();
    });
  });
});

it('satisfies, as JSON, the schema that we publish', async () => {
  const schema = path.resolve(import.meta.dirname, '../../schemas/report.schema.json');
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  await inRepository(
    { 'a.yaml': before, 'b.yaml': 'assets:\n  - { id: 廃止, name: 廃止 }\n' },
    async (place) => {
      await place.write({ 'a.yaml': after, 'b.yaml': null });
      const report = await place.report(['.', '--base', 'main', '--trust', 'main', '--changed']);
      const { code: _, ...written } = report;
      validate(written);
      expect(validate.errors).toBeNull();
      expect(report.comparison?.fixed.some(({ recordGone }) => recordGone)).toBe(true);
      expect(report.networkChange?.closed).not.toEqual([]);
      expect(report.trusted?.changes.map(({ kind }) => kind)).toEqual(['exception', 'scope', 'suppressed']);
    },
  );
});
