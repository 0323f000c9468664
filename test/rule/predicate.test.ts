import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenPredicate } from '../../src/policy/policy.ts';
import { type Answer, compilePredicate, isNo, type RuleContext } from '../../src/rule.ts';
import type { Shape } from '../../src/schema/shape.ts';

const boolean: Shape = { types: ['boolean'] };
const inventory: Shape = { types: ['object'] };
const shape: Shape = {
  types: ['object'],
  properties: {
    ...Object.fromEntries(['yes', 'no', 'absent', 'a', 'b', 'c'].map((name) => [name, boolean])),
    storage: { types: ['object'], properties: { locked: boolean } },
    form: { types: ['string'] },
    affairs: { types: ['string'] },
    contains: { types: ['array'], items: { types: ['string'] } },
    count: { types: ['integer'] },
    manager: { types: ['string', 'boolean'] },
    disposed: { types: ['string'], format: 'date' },
  },
};
const message = { ja: '満たしていません', en: 'does not' };

const come = (written: WrittenPredicate, record: object): Answer =>
  compilePredicate(written, { subject: { shape, inventory }, message, decides: false }).ask(
    record,
    {} as RuleContext,
  );

/** Three fields of a record: `yes` is met, `no` is not, and `absent` is not written. */
const record = { yes: true, no: false };
const truths = ['yes', 'no', 'absent'] as const;
const is = (field: (typeof truths)[number]) => ({ [field]: true });
const word = (answer: Answer) => (answer === true ? 'yes' : isNo(answer) ? 'no' : 'absent');

/** Strong Kleene logic, as tables have it (S. C. Kleene, Introduction to Metamathematics, 64). */
const both: Readonly<Record<string, string>> = {
  'yes yes': 'yes',
  'yes no': 'no',
  'yes absent': 'absent',
  'no yes': 'no',
  'no no': 'no',
  'no absent': 'no',
  'absent yes': 'absent',
  'absent no': 'no',
  'absent absent': 'absent',
};
const opposite: Readonly<Record<string, string>> = { yes: 'no', no: 'yes', absent: 'absent' };

describe('the logic of conditions', () => {
  it.each(truths.flatMap((a) => truths.map((b) => [a, b] as const)))('%s and, or %s', (a, b) => {
    const and = both[`${a} ${b}`] ?? '';
    // What De Morgan's laws make of the same table.
    const or = opposite[both[`${opposite[a]} ${opposite[b]}`] ?? ''];
    expect(word(come({ all: [is(a), is(b)] }, record))).toBe(and);
    expect(word(come({ ...is(a), ...is(b) }, record))).toBe(and);
    expect(word(come({ any: [is(a), is(b)] }, record))).toBe(or);
    expect(word(come({ all: [{ not: is(a) }, is(b)] }, record))).toBe(both[`${opposite[a]} ${b}`]);
  });

  it.each(truths)('not %s', (a) => {
    expect(word(come({ not: is(a) }, record))).toBe(opposite[a]);
  });

  it('names the fact that is lacking', () => {
    expect(come({ all: [is('yes'), { 'storage.locked': true }] }, { yes: true, storage: {} })).toMatchObject([
      { verdict: 'unknown', path: 'storage.locked' },
    ]);
  });

  it('tells each fact that is not as it should be once, however conditions are nested', () => {
    const answer = come(
      { all: [{ all: [{ a: true }, { b: true }] }, { b: true, c: true }, is('absent')] },
      { a: false, b: false, c: false },
    );
    expect(answer === true || answer.map(({ path }) => path)).toEqual(['a', 'b', 'c']);
  });

  const fields = ['a', 'b', 'c'] as const;
  const condition = fc.letrec<{ any: WrittenPredicate }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc
        .record({ field: fc.constantFrom(...fields), value: fc.boolean() })
        .map(({ field, value }) => ({ [field]: value })),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('any').map((not) => ({ not })),
    ),
  })).any;

  it('never knows more of a record that says less', () => {
    fc.assert(
      fc.property(
        condition,
        fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }),
        fc.constantFrom(...fields),
        (written, whole, field) => {
          const { [field]: _, ...less } = whole;
          const known = word(come(written, less));
          if (known !== 'absent') expect(word(come(written, whole))).toBe(known);
        },
      ),
    );
  });
});

describe('the tests of a field', () => {
  const asset = {
    form: 'media',
    disposed: '2026-04-01',
    contains: ['my-number', 'personal-information'],
    count: 3,
    manager: false,
  };

  it.each<[written: WrittenPredicate, met: boolean]>([
    [{ form: 'media' }, true],
    [{ form: 'paper' }, false],
    [{ form: ['paper', 'media'] }, true],
    [{ form: { not: ['paper', 'media'] } }, false],
    [{ form: { not: 'paper' } }, true],
    [{ form: { present: true } }, true],
    [{ affairs: { present: false } }, true],
    [{ affairs: { present: true } }, false],
    [{ contains: { some: ['my-number', 'other'] } }, true],
    [{ contains: { some: 'other' } }, false],
    [{ contains: { covers: ['my-number', 'personal-information'] } }, true],
    [{ contains: { covers: ['my-number', 'other'] } }, false],
    [{ contains: { each: ['my-number', 'personal-information', 'other'] } }, true],
    [{ contains: { each: 'my-number' } }, false],
    [{ count: { atLeast: 3, atMost: 3 } }, true],
    [{ count: { atLeast: 4 } }, false],
    [{ manager: false }, true],
    [{ disposed: { atLeast: 'R8.4.1' } }, true],
    [{ disposed: { atMost: '令和8年3月31日' } }, false],
  ])('%j', (written, met) => {
    expect(word(come(written, asset))).toBe(met ? 'yes' : 'no');
  });
});
