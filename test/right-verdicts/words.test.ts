import { describe, expect, it } from 'vitest';
import { inventoryShape } from '../../generated/shapes.ts';
import { rules } from '../../rules/index.ts';
import { type Shape, shapeAt } from '../../src/schema/shape.ts';
import { judgeExample } from '../support/rule-examples.ts';

/** Every field of the vocabulary that is yes or no and nothing else, with its description. */
function* yesOrNoFields(shape: Shape, path: string): Generator<readonly [path: string, shape: Shape]> {
  if (shape.types.length === 1 && shape.types[0] === 'boolean') yield [path, shape];
  for (const [name, property] of Object.entries(shape.properties ?? {}))
    yield* yesOrNoFields(property, path === '' ? name : `${path}.${name}`);
  if (shape.items !== undefined) yield* yesOrNoFields(shape.items, path);
}

describe('what to write where something is not stated', () => {
  it.each([...yesOrNoFields(inventoryShape, '')])(
    'E: %s is described by a question that both answers can be made of',
    (_, { about }) => {
      expect(about?.ja).toMatch(/^[^。]*(?:ている|できる|ある|する|[^たるい])か。/u);
      expect(about?.en).toMatch(/^Whether /);
    },
  );

  it.each(rules.filter(({ examples }) => examples.unknown !== undefined).map((rule) => [rule.id, rule]))(
    'E: %s gives yes and no as equal choices, and says then what to do',
    async (_, rule) => {
      const { findings } = await judgeExample(rule, rule.examples.unknown ?? '');
      for (const { remedy, record, field } of findings) {
        expect(remedy.ja).not.toMatch(/true か false を書いてください|に true と書いてください/);
        const section = inventoryShape.properties?.[record.kind];
        const shape = section && shapeAt(section.items ?? section, field.split('.'));
        if (shape?.types.length !== 1 || shape.types[0] !== 'boolean' || field === 'confirmed') continue;
        expect(remedy.ja).toMatch(/(?:れば) true、.*なければ false と書いてください/);
        expect(remedy.en).toMatch(/write true if .*, false if not\./);
      }
    },
  );

  it('E: the remedy of an unknown says what each answer means and what to do after a no', async () => {
    const rule = rules.find(({ id }) => id === 'classification/encryption-at-rest');
    if (rule === undefined) throw new Error('there is no such rule');
    const { findings } = await judgeExample(rule, rule.examples.unknown ?? '');
    expect(findings.map(({ remedy }) => remedy)).toEqual([
      {
        ja: 'encryption.atRest に、保存時に暗号化していれば true、していなければ false と書いてください。していないときは、記憶装置、データベース又はファイルの暗号化を有効にし、encryption.atRest を true に改めてください。',
        en: 'In encryption.atRest, write true if it is encrypted where it is stored, false if not. If not, turn on encryption of the disk, the database or the file, and change encryption.atRest to true.',
      },
    ]);
  });

  it('E: where a yes is what is wrong, what to do follows the yes', async () => {
    const rule = rules.find(({ id }) => id === 'technical/mail-auto-forward');
    if (rule === undefined) throw new Error('there is no such rule');
    const { findings } = await judgeExample(rule, rule.examples.unknown ?? '');
    expect(findings[0]?.remedy.ja).toContain(
      'できれば true、できなければ false と書いてください。できるときは、',
    );
  });
});
