import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inventoryShape } from '../generated/shapes.ts';
import { rules } from '../rules/index.ts';
import type { Modality } from '../src/policy/policy.ts';
import type { AnyRule } from '../src/rule.ts';
import { shapeAt } from '../src/schema/shape.ts';
import { judgeExample } from './support/rule-examples.ts';

const root = path.resolve(import.meta.dirname, '..');

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const examples = (['pass', 'fail', 'unknown', 'review'] as const).flatMap((verdict) => {
    const yaml = rule.examples[verdict];
    return yaml === undefined ? [] : [[verdict, yaml] as const];
  });

  it('has examples of what it accepts and of what it reports', () => {
    expect(rule.examples.pass).toBeDefined();
    expect(examples.length).toBeGreaterThan(1);
  });

  it.each(examples)(
    'gives its example of %s that verdict, once and at a place of the vocabulary',
    async (verdict, yaml) => {
      const { findings, passes } = await judgeExample(rule, yaml);
      if (verdict === 'pass') {
        expect(findings).toEqual([]);
        expect(passes).toBeGreaterThan(0);
        return;
      }
      expect(findings.map((finding) => finding.verdict)).toEqual([verdict]);
      const [finding] = findings;
      if (finding === undefined || finding.field === '') return;
      const section = inventoryShape.properties?.[finding.record.kind];
      const field = finding.field.split(/\.|(?=\[\])/).map((step) => (step === '[]' ? 0 : step));
      expect(shapeAt(section?.items ?? section ?? inventoryShape, field), finding.field).toBeDefined();
    },
  );

  it('names the record in every message, and ends every sentence, in both languages', async () => {
    for (const [, yaml] of examples) {
      const { findings } = await judgeExample(rule, yaml);
      for (const { message, remedy, record } of findings) {
        for (const text of [message.ja, message.en]) expect(text).toContain(record.name);
        for (const text of [message.ja, remedy.ja]) expect(text).toMatch(/[。？]$/);
        for (const text of [message.en, remedy.en]) expect(text).toMatch(/[.?]$/);
      }
    }
  });

  it('says everything in Japanese and in English', () => {
    for (const text of [rule.title, rule.rationale, rule.remedy]) {
      expect(text.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(text.en).toMatch(/[a-z]/);
    }
  });

  it('weighs as little as the clause behind it', async () => {
    if (rule.integrity || rule.examples.fail === undefined) return;
    const { fail } = rule.examples;
    const weigh = async (modality: Modality) =>
      (await judgeExample(rule, fail, modality)).findings.map(
        ({ verdict, severity }) => `${verdict} ${severity}`,
      );
    expect(await weigh('must')).toEqual(['fail error']);
    expect(await weigh('principle')).toEqual(['fail error']);
    expect(await weigh('should')).toEqual(['fail warning']);
    expect(await weigh('may')).toEqual(['review info']);
  });
});

describe('the catalogue of rules', () => {
  it('has the rules on the integrity of the inventory in an area of their own', () => {
    const area = rules.filter(({ id }) => id.startsWith('inventory/'));
    expect(rules.filter(({ integrity }) => integrity)).toEqual(area);
  });

  it('holds exactly the files of rules/, each under the id of its path and the name of its file', async () => {
    const areas = (await readdir(path.join(root, 'rules'), { withFileTypes: true })).filter(
      (entry) => entry.isDirectory() && entry.name !== 'policies',
    );
    const files: string[] = [];
    for (const { name } of areas) {
      for (const file of await readdir(path.join(root, 'rules', name)))
        files.push(`${name}/${file.replace(/\.ts$/, '')}`);
    }
    expect(rules.map(({ id }) => id)).toEqual(files.sort());
    for (const id of files) {
      const exported = (id.split('/')[1] ?? '').replaceAll(/-(.)/g, (_, letter: string) =>
        letter.toUpperCase(),
      );
      const module = (await import(pathToFileURL(path.join(root, 'rules', `${id}.ts`)).href)) as Record<
        string,
        AnyRule
      >;
      expect(Object.keys(module)).toEqual([exported]);
      expect(module[exported]?.id).toBe(id);
    }
  });

  it('leaves nothing to fill in of what a rule is begun with', async () => {
    const unfinished: string[] = [];
    for (const { id } of rules)
      if ((await readFile(path.join(root, 'rules', `${id}.ts`), 'utf8')).includes('〔')) unfinished.push(id);
    expect(unfinished).toEqual([]);
  });

  it('cites every rule in some policy, but for those on the inventory itself and those that ask for what a policy names', async () => {
    const { builtInPolicies } = await import('../generated/policies/index.ts');
    // Until the law is built in, nothing asks for these.
    const askedByLawAlone = [
      'outsourcing/generative-ai-information',
      'outsourcing/generative-ai-rules',
      'outsourcing/service-certified',
      'outsourcing/standard-terms-level',
    ];
    const awaited = 'shikoukisoku-16-3' in builtInPolicies ? [] : askedByLawAlone;
    const cited = new Set<string>();
    for (const policy of Object.values(builtInPolicies))
      for (const clause of (await policy()).content.clauses)
        for (const { id } of clause.rules ?? []) cited.add(id);
    const uncited = rules.filter(({ id, integrity }) => !cited.has(id) && !integrity);
    const forPolicies = rules.filter(({ parameters = {} }) =>
      Object.values(parameters).some(({ required }) => required),
    );
    expect(uncited.filter(({ id }) => !awaited.includes(id))).toEqual(forPolicies);
  });
});
