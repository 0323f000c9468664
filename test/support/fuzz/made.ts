import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { CORE_SCHEMA, loadAll, mergeTag } from 'js-yaml';
import { listSections } from '../../../generated/records.ts';
import { baselineShape, configurationShape, inventoryShape, policyShape } from '../../../generated/shapes.ts';
import { rules } from '../../../rules/index.ts';
import type { Shape } from '../../../src/schema/shape.ts';
import { hostileStrings } from '../hostile-strings.ts';
import type { Fields, Files, Item, Model, Part } from './model.ts';
import { randomFrom, shuffled, written } from './model.ts';

/** One input of the program. */
export interface Trial {
  /** the inventory */
  readonly files: Files;
  /** the same in another order, of which the same must be found */
  readonly shuffled?: Files;
  /** what it is judged by; where nothing is named, the configuration and the organization decide */
  readonly policy: readonly string[];
  readonly baseline?: string;
  /** files beside the inventory */
  readonly beside?: Files;
  /** how many bytes were damaged, or are not as they were */
  readonly damaged?: number;
}

/** How trials are made, by name. */
export type Kind = 'documents' | 'examples' | 'bytes' | 'settings';

const ids = ['a', 'b', 'c', '機', 'd1', 'segments/a', '', 'toString'] as const;
const anything = fc.jsonValue({ maxDepth: 2 });
const ruleIds = rules.map(({ id }) => id);
const days = [
  '2026-04-01',
  '2026-04',
  '令和7年度',
  'R8.4.1',
  '令和8年10月1日',
  '2020-01-01',
  '2027-03-31',
  '2026-11-20',
  '2026-02-30',
];
const hostile = Object.values(hostileStrings)
  .flat()
  // A lone half of a pair cannot stand in a file.
  .filter((text) => !/\p{Surrogate}/u.test(text));

/** Words for fields that mean something, by the name of the field. */
const wordsFor: Readonly<Record<string, readonly unknown[]>> = {
  layer: ['mynumber', 'lgwan', 'internet', 'external', '独立系', 'ない系'],
  cidr: ['10.1.0.0/16', '10.1.2.0/24', '10.2.0.0/16', 'fd00::/64', '10.1.2.3', '未定', '10.0.0.0/8'],
  addresses: ['10.1.2.3', '10.2.0.9', 'fd00::1', '10.1.2.0/24', '未定', '0.0.0.0/0', '10.1.2.3-10.1.2.9'],
  ports: [443, '443', '1-65000', 80, '全ポート', '22/tcp', 70000],
  protocol: ['https', 'tcp', 'sftp', 'any'],
  confidentiality: [3, 2, 1, '3A', 4],
  integrity: [2, 1, '2'],
  availability: [2, 1, '1'],
  organ: ['mayor', 'assembly', 'outside', 'unlisted', 'board-of-education', '市長'],
  post: ['総務課長', '最高情報セキュリティ責任者', '副町長'],
  approver: ['総務課長', '最高情報セキュリティ責任者', '副町長'],
  applicant: ['総務課長', '副町長'],
  by: ['総務課長', '最高情報セキュリティ責任者'],
  rules: ruleIds,
  policy: ['minakami', 'isesaki', 'kumagaya', 'ない方針'],
  clause: ['4)[1]', '6(5)[2]', '第1条'],
  version: ['1.0', '2019', 'Windows 10'],
};

const wrong = fc.oneof(
  anything,
  fc.constantFrom(...hostile),
  fc.constantFrom<unknown>(true, false, null, 0, -1, 1.5, '', ' ', '有', 'TBD', [], {}),
);

/** A value near a shape: right but for one in twenty. */
function near(shape: Shape, key: string): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 19, arbitrary: right(shape, key) }, { weight: 1, arbitrary: wrong });
}

function right(shape: Shape, key: string): fc.Arbitrary<unknown> {
  const { types, properties, items } = shape;
  const usual: fc.Arbitrary<unknown>[] = [];
  if (properties !== undefined) usual.push(fieldsNear(shape));
  if (items !== undefined) usual.push(fc.array(near(items, key), { maxLength: 3, size: 'max' }));
  const words = wordsFor[key];
  if (shape.refersTo !== undefined) usual.push(fc.constantFrom(...ids));
  else if (shape.enum !== undefined)
    usual.push(
      fc.constantFrom(...shape.enum.map((word) => (types.includes('integer') ? Number(word) : word))),
    );
  else if (shape.format !== undefined) usual.push(fc.constantFrom(...days, ...(shape.words ?? [])));
  else if (words !== undefined && items === undefined) usual.push(fc.constantFrom(...words));
  else if (types.includes('string')) usual.push(fc.constantFrom('あ', '課長', 'TBD', 'a b', ...days));
  if (types.includes('boolean')) usual.push(fc.boolean());
  if (types.includes('integer') && words === undefined && shape.enum === undefined)
    usual.push(fc.integer({ min: 0, max: 400 }));
  if (types.includes('number')) usual.push(fc.double({ noNaN: true, min: 0, max: 1000 }));
  return usual.length === 0 ? anything : fc.oneof(...usual);
}

function fieldsNear({ properties = {} }: Shape): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([key, shape]) => [key, near(shape, key)] as const);
  const known = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  const more = fc.dictionary(fc.constantFrom('x-note', '__proto__', '管理者', 'nmae', '<<'), anything, {
    maxKeys: 1,
  });
  return fc.oneof(
    { weight: 9, arbitrary: known },
    { weight: 1, arbitrary: fc.tuple(known, more).map(([one, other]) => ({ ...one, ...other })) },
  );
}

const identified = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ id: fc.constantFrom(...ids.slice(0, 5)), name: fc.constantFrom('名', 'N', 'a') }),
  },
  { weight: 1, arbitrary: fc.constant({}) },
);

function recordOf(section: string): fc.Arbitrary<Fields> {
  const shape = inventoryShape.properties?.[section]?.items as Shape;
  return fc
    .tuple(fieldsNear(shape), identified)
    .map(([fields, identity]) => ({ ...(fields as Fields), ...identity }));
}

const records = new Map(listSections.map((section) => [section, recordOf(section)]));

function itemsOf(section: string): fc.Arbitrary<readonly Item[]> {
  const record = records.get(section as (typeof listSections)[number]) as fc.Arbitrary<Fields>;
  const template = fc.integer({ min: 0, max: 1 });
  const item: fc.Arbitrary<Item> = fc.oneof(
    { weight: 16, arbitrary: record.map((own) => ({ own })) },
    { weight: 1, arbitrary: wrong.map((own) => ({ own })) },
    { weight: 1, arbitrary: template.map((one) => ({ template: one })) },
    { weight: 2, arbitrary: fc.tuple(identified, template).map(([own, one]) => ({ own, template: one })) },
  );
  return fc.array(item, { maxLength: 4, size: 'max' });
}

const someSections: fc.Arbitrary<Part['sections']> = fc
  .array(fc.oneof(...listSections.map((section) => fc.tuple(fc.constant(section), itemsOf(section)))), {
    maxLength: 6,
    size: 'max',
  })
  .map((sections) => Object.fromEntries(sections));

const organization = right(inventoryShape.properties?.['organization'] as Shape, 'organization');

const part: fc.Arbitrary<Part> = fc.record(
  {
    organization: fc.option(
      fc.oneof({ weight: 9, arbitrary: organization }, { weight: 1, arbitrary: wrong }),
      { nil: undefined },
    ),
    sections: someSections,
    others: fc.dictionary(fc.constantFrom('x-a', 'sekisho', 'asets', '資産', 'constructor'), anything, {
      maxKeys: 1,
    }),
  },
  { requiredKeys: ['sections'] },
) as fc.Arbitrary<Part>;

const model: fc.Arbitrary<Model> = fc.record({
  files: fc.oneof(
    { weight: 3, arbitrary: part.map((one) => [[one]]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.array(part, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    },
  ),
  templates: fc.record(
    Object.fromEntries(
      listSections.map((section) => [
        section,
        fc.array(records.get(section) as fc.Arbitrary<Fields>, { maxLength: 2 }),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Model['templates']>,
  style: fc.constantFrom('flow' as const, 'flow' as const, 'block' as const),
});

const builtIn = fc.constantFrom<readonly string[]>(
  ['minakami'],
  ['isesaki'],
  ['kumagaya'],
  ['tokubetsuku'],
  ['minakami', 'kumagaya'],
);

const seed = fc.integer({ min: 0, max: 0xffff_ffff });

function trialOf(one: Model, policy: readonly string[], order: number): Trial {
  return { files: written(one), shuffled: written(shuffled(one, randomFrom(order))), policy };
}

/** Random documents in the vocabulary, most of them with a mistake or two. */
const documents: fc.Arbitrary<Trial> = fc
  .tuple(model, builtIn, seed)
  .map(([one, policy, order]) => trialOf(one, policy, order));

const examples = path.resolve(import.meta.dirname, '../../../examples');
const schema = CORE_SCHEMA.withTags(mergeTag);

/** The files of each example that hold an inventory, and those of its settings. */
const texts = new Map(
  readdirSync(examples)
    .filter((name) => !['ci', 'netbox'].includes(name))
    .map((name) => {
      const files = readdirSync(path.join(examples, name), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.yaml'))
        .sort();
      return [
        name,
        files.map((file) => [file, readFileSync(path.join(examples, name, file), 'utf8')] as const),
      ] as const;
    }),
);

const isSetting = (file: string) => /^(?:policy|sekisho\.config)\.yaml$/.test(path.basename(file));

function modelOf(name: string): Model {
  const parts = (texts.get(name) ?? [])
    .filter(([file]) => !isSetting(file))
    .map(([, text]) =>
      loadAll(text, { schema }).map((document): Part => {
        const content = (document ?? {}) as Record<string, unknown>;
        const sections: Record<string, Item[]> = {};
        for (const section of listSections) {
          const list = content[section];
          if (Array.isArray(list)) sections[section] = list.map((own) => ({ own }));
        }
        return {
          sections,
          ...(content['organization'] !== undefined && { organization: content['organization'] }),
        };
      }),
    );
  return { files: parts, templates: {}, style: 'flow' };
}

const models = new Map([...texts.keys()].map((name) => [name, modelOf(name)]));

/** Something done to an example. */
interface Mutation {
  readonly kind: 'delete' | 'repeat' | 'copy' | 'swap' | 'exchange' | 'rename' | 'unset' | 'write';
  readonly item: number;
  readonly other: number;
  readonly field: number;
  readonly value: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('delete', 'repeat', 'copy', 'swap', 'exchange', 'rename', 'unset', 'write'),
  item: fc.nat(),
  other: fc.nat(),
  field: fc.nat(),
  value: fc.oneof(wrong, fc.constantFrom(...days, ...ids)),
});

/** Changes a list of records, each with its section. */
function mutate(
  list: { section: string; own: Fields }[],
  { kind, item, other, field, value }: Mutation,
): void {
  const at = item % Math.max(list.length, 1);
  const one = list[at];
  if (one === undefined) return;
  const same = list.filter(({ section }) => section === one.section);
  const partner = (kind === 'exchange' ? list : same)[other % (kind === 'exchange' ? list : same).length];
  const keys = Object.keys(one.own);
  const key = keys[field % Math.max(keys.length, 1)] ?? 'id';
  const own = (content: Fields) => ({ ...one, own: content });
  if (kind === 'delete') list.splice(at, 1);
  else if (kind === 'repeat') list.push(one);
  else if (kind === 'copy') list.push(own({ ...one.own, id: `${one.own['id']}-2` }));
  else if (kind === 'rename')
    list[at] = own({ ...one.own, id: typeof value === 'string' ? value : 'renamed' });
  else if (kind === 'write') list[at] = own({ ...one.own, [key]: value });
  else if (kind === 'unset') {
    const { [key]: _, ...rest } = one.own;
    list[at] = own(rest);
  } else if (partner !== undefined && partner !== one) {
    const there = list.indexOf(partner);
    const theirs = partner.own[key];
    list[there] = { ...partner, own: { ...partner.own, [key]: one.own[key] } };
    list[at] = own({ ...one.own, [key]: theirs });
  }
}

function mutated(name: string, mutations: readonly Mutation[], style: Model['style']): Model {
  const source = models.get(name) as Model;
  const files = source.files.map((parts) =>
    parts.map((part) => ({ ...part, sections: new Map<string, Item[]>() })),
  );
  const list: { section: string; own: Fields; at: { file: number; part: number } }[] = [];
  for (const [file, parts] of source.files.entries())
    for (const [index, { sections }] of parts.entries())
      for (const [section, items] of Object.entries(sections))
        for (const { own } of items) list.push({ section, own: own as Fields, at: { file, part: index } });
  for (const one of mutations) mutate(list, one);
  for (const { section, own, at } of list) {
    const sections = files[at.file]?.[at.part]?.sections;
    sections?.set(section, [...(sections.get(section) ?? []), { own }]);
  }
  return {
    templates: {},
    style,
    files: files.map((parts) =>
      parts.map(({ sections, ...rest }) => ({ ...rest, sections: Object.fromEntries(sections) })),
    ),
  };
}

const exampleNames = fc.constantFrom(
  'first-steps',
  'city',
  'town',
  'small-town',
  'second-city',
  'union',
  'own-policy',
);

/** Examples of which records were taken out, doubled, renamed and mixed. */
const mutatedExamples: fc.Arbitrary<Trial> = fc
  .tuple(
    exampleNames,
    fc.array(mutation, { minLength: 1, maxLength: 12, size: 'max' }),
    fc.constantFrom('flow' as const, 'block' as const),
    builtIn,
    seed,
  )
  .map(([name, mutations, style, policy, order]) => trialOf(mutated(name, mutations, style), policy, order));

/** What is done to the bytes of a file. */
interface Damage {
  readonly kind: 'flip' | 'cut' | 'insert' | 'delete' | 'repeat' | 'move';
  /** where, as a share of the file */
  readonly at: number;
  readonly length: number;
  readonly bytes: Uint8Array;
}

const hostileBytes = [
  ...hostile.map((text) => Buffer.from(text)),
  ...[
    '\t',
    '\r',
    '\r\n',
    '- ',
    ': ',
    '&a ',
    '*a',
    '<<: *a',
    '{',
    '[',
    '}',
    ']',
    '"',
    "'",
    '|\n',
    '>-\n',
    '---\n',
    '...\n',
    '%YAML 9\n',
    '!!binary ',
    '? ',
    '# ',
    '　',
    '：',
    '，',
    '“',
    '\ufeff',
    '\0',
  ].map((text) => Buffer.from(text)),
  ...['ff', 'fffe', 'c0af', 'eda080', 'f5808080', '8140', 'e3', '504b0304'].map((hex) =>
    Buffer.from(hex, 'hex'),
  ),
];

const share = fc.integer({ min: 0, max: 9999 }).map((value) => value / 10_000);
const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('flip', 'flip', 'insert', 'insert', 'delete', 'repeat', 'move', 'cut'),
  at: share,
  length: fc.integer({ min: 1, max: 400 }),
  bytes: fc.oneof(
    fc.constantFrom<Uint8Array>(...hostileBytes),
    fc.uint8Array({ minLength: 1, maxLength: 16 }),
  ),
});

function damagedBy(original: Uint8Array, damages: readonly Damage[]): { bytes: Uint8Array; changed: number } {
  let bytes: Uint8Array = Buffer.from(original);
  let changed = 0;
  const join = (...pieces: Uint8Array[]) => Buffer.concat(pieces);
  for (const { kind, at, length, bytes: more } of damages) {
    const start = Math.floor(at * bytes.length);
    const end = Math.min(bytes.length, start + length);
    const [before, piece, after] = [
      bytes.subarray(0, start),
      bytes.subarray(start, end),
      bytes.subarray(end),
    ];
    if (kind === 'flip') {
      const flipped = Buffer.from(bytes);
      if (start < flipped.length) flipped[start] = (flipped[start] ?? 0) ^ (1 << (length % 8));
      bytes = flipped;
      changed += 1;
    } else if (kind === 'insert') {
      bytes = join(before, more, bytes.subarray(start));
      changed += more.length;
    } else if (kind === 'cut') {
      changed += bytes.length - start;
      bytes = before;
    } else {
      bytes =
        kind === 'delete'
          ? join(before, after)
          : kind === 'repeat'
            ? join(before, piece, piece, after)
            : join(piece, before, after);
      changed += piece.length;
    }
  }
  return { bytes, changed };
}

/** Files of the examples of which bytes were flipped, taken out, doubled and put in. */
const damagedBytes: fc.Arbitrary<Trial> = fc
  .tuple(
    exampleNames,
    fc.array(fc.tuple(fc.nat(), fc.array(damage, { minLength: 1, maxLength: 6 })), {
      minLength: 1,
      maxLength: 4,
    }),
    builtIn,
  )
  .map(([name, chosen, policy]) => {
    const own = (texts.get(name) ?? []).filter(([file]) => !isSetting(file));
    const files: Record<string, Uint8Array> = {};
    let changed = 0;
    for (const [index, damages] of chosen) {
      const [file = '', text = ''] = own[index % own.length] ?? [];
      const done = damagedBy(files[file] ?? Buffer.from(text), damages);
      files[file] = done.bytes;
      changed += done.changed;
    }
    return { files, policy, damaged: changed };
  });

const policyId = fc.constantFrom('own', 'other', 'minakami', 'Own', '');
const extending = fc.constantFrom(
  'minakami',
  'isesaki',
  './own.policy.yaml',
  './other.policy.yaml',
  './none.yaml',
  'none',
);

function nearSetting(
  shape: Shape,
  required: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<Fields> {
  return fc
    .tuple(fieldsNear(shape), fc.record(required))
    .map(([fields, own]) => ({ ...(fields as Fields), ...own }));
}

const both = fc.constantFrom<unknown>({ ja: '題', en: 'title' }, { ja: '題名', en: 'another' });
const clause = fc.record(
  {
    ref: fc.constantFrom('4)[1]', '6(5)[2]', '第1条', '第2条', 'a', 'b'),
    title: both,
    summary: both,
    modality: fc.constantFrom('must', 'should', 'may', 'principle'),
    rules: fc.array(
      fc.record({ id: fc.constantFrom(...ruleIds), basis: fc.constantFrom('stated', 'interpreted') }),
      { maxLength: 8, size: 'max' },
    ),
    attestation: fc.boolean(),
    informs: both,
  },
  { requiredKeys: ['ref', 'title', 'summary', 'modality', 'rules'] },
);
/** Conditions on assets, most of which can be asked of them. */
const condition = fc.letrec<{ any: Fields }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Fields>(
      { form: 'paper' },
      { 'encryption.atRest': true, manager: { present: true } },
      { '$level.confidentiality': { atLeast: 2 } },
      { contains: { some: ['my-number'] } },
      { copies: { each: { manager: '課長' } } },
      { system: { refersTo: { section: 'systems', where: { type: 'server' } } } },
      { 'disposal.date': { within: '$maxAge' } },
      { 'x-own.kind': ['a', 'b'] },
      { $carries: { some: 'my-number' } },
    ),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('any').map((not) => ({ not })),
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('form', '__proto__', '$level', 'all', ''), wrong) },
  ),
})).any;
const noExamples = { pass: {}, fail: {}, unknown: {} };
const ownRule = fc.record(
  {
    id: fc.constantFrom('own/a', 'own/b'),
    title: both,
    examples: fc.constant(noExamples),
    message: both,
    appliesTo: fc.constantFrom<unknown>('assets', ['assets']),
    when: condition,
    require: condition,
    parameters: fc.constant({ maxAge: 'P12M' }),
  },
  { requiredKeys: ['id', 'title', 'examples', 'appliesTo', 'require', 'parameters'] },
);
const organ = fc.record({
  id: fc.constantFrom('mayor', 'assembly', 'board-of-education', '市長'),
  name: both,
});
const likelyPolicy: fc.Arbitrary<Fields> = fc.record(
  {
    id: fc.constantFrom('own', 'other'),
    title: both,
    clauses: fc.uniqueArray(clause, { maxLength: 6, size: 'max', selector: ({ ref }) => ref }),
    extends: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('minakami', 'isesaki', './other.policy.yaml') },
      { weight: 1, arbitrary: extending },
    ),
    layers: fc.uniqueArray(
      fc.record(
        {
          id: fc.constantFrom('独立系', 'lgwan', 'own'),
          name: both,
          treatedAs: fc.constantFrom('mynumber', 'lgwan', 'internet', 'external'),
        },
        { requiredKeys: ['id', 'name'] },
      ),
      { maxLength: 2, selector: ({ id }) => id },
    ),
    scales: fc.record(
      {
        confidentiality: fc
          .uniqueArray(
            fc.record({ level: fc.constantFrom<unknown>('3A', 3, 2, '1'), means: fc.constantFrom(3, 2, 1) }),
            { minLength: 1, maxLength: 4, size: 'max', selector: ({ level }) => level },
          )
          .map((levels) => levels.sort((one, other) => other.means - one.means)),
      },
      { requiredKeys: [] },
    ),
    exceptions: fc.record(
      {
        maximum: fc.constantFrom('P6M', 'fiscal-year', 'P1D'),
        never: fc.uniqueArray(fc.constantFrom(...ruleIds), { maxLength: 3 }),
        approvers: fc.constantFrom(['ciso'], ['cio', 'ciso']),
      },
      { requiredKeys: [] },
    ),
    scope: fc.record(
      {
        agencies: fc.uniqueArray(organ, { maxLength: 3, selector: ({ id }) => id }),
        excludes: fc.uniqueArray(organ, { maxLength: 1 }),
        network: fc.constant('administrative'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['id', 'title', 'clauses'] },
);
/** A policy of rules of its own, each of which a clause cites. */
const ofOwnRules: fc.Arbitrary<Fields> = fc
  .uniqueArray(ownRule, { minLength: 1, maxLength: 2, selector: ({ id }) => id })
  .map((own) => ({
    id: 'own',
    title: { ja: '題', en: 'title' },
    fields: { assets: { 'x-own.kind': ['a', 'b', 'c'] } },
    rules: own,
    clauses: own.map(({ id }, index) => ({
      ref: `第${index + 1}条`,
      title: '題',
      summary: '要旨',
      modality: 'must',
      rules: [{ id, basis: 'stated' }],
    })),
  }));
const policy = fc.oneof(
  { weight: 9, arbitrary: likelyPolicy },
  { weight: 4, arbitrary: ofOwnRules },
  { weight: 1, arbitrary: nearSetting(policyShape(), { id: policyId, title: both, extends: extending }) },
);
const setting = (shape: Shape): fc.Arbitrary<string> =>
  fc.oneof(fieldsNear(shape), wrong).map((value) => JSON.stringify(value));

const ownPolicy = (texts.get('own-policy') ?? []).map(([file, text]) => [file, Buffer.from(text)] as const);
const baselineText = JSON.stringify({
  schemaVersion: 1,
  findings: Array.from({ length: 9 }, (_, index) => ({
    rule: ruleIds[index * 7] ?? '',
    record: 'assets/a',
    name: '名',
    verdict: 'fail',
    fingerprint: `v1:${String(index).repeat(32)}`,
  })),
});

const settingFile: fc.Arbitrary<{ name: string; bytes: string | Uint8Array; changed: number }> = fc.oneof(
  {
    weight: 12,
    arbitrary: policy.map((content) => ({
      name: 'own.policy.yaml',
      bytes: JSON.stringify(content),
      changed: 0,
    })),
  },
  {
    weight: 1,
    arbitrary: setting(configurationShape()).map((bytes) => ({
      name: 'sekisho.config.yaml',
      bytes,
      changed: 0,
    })),
  },
  {
    weight: 1,
    arbitrary: setting(baselineShape()).map((bytes) => ({ name: 'baseline.json', bytes, changed: 0 })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          ['own.policy.yaml', ownPolicy.find(([file]) => file === 'policy.yaml')?.[1]] as const,
          ['sekisho.config.yaml', ownPolicy.find(([file]) => file === 'sekisho.config.yaml')?.[1]] as const,
          ['baseline.json', Buffer.from(baselineText)] as const,
        ),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
      )
      .map(([[name, original], damages]) => ({ name, ...damagedBy(original ?? Buffer.of(), damages) })),
  },
);

/** Policies, configurations and baselines near their schemas, and damaged ones. */
const settings: fc.Arbitrary<Trial> = fc
  .tuple(part, fc.array(settingFile, { minLength: 1, maxLength: 2 }), policy, seed)
  .map(([content, chosen, other, order]) => {
    const one: Model = { files: [[content]], templates: {}, style: 'flow' };
    const beside: Record<string, string | Uint8Array> = { 'other.policy.yaml': JSON.stringify(other) };
    let damaged = 0;
    for (const { name, bytes, changed } of chosen) {
      beside[name] = bytes;
      damaged += changed;
    }
    const named = 'own.policy.yaml' in beside ? ['../own.policy.yaml'] : ['minakami'];
    return {
      ...trialOf(one, 'sekisho.config.yaml' in beside && !('own.policy.yaml' in beside) ? [] : named, order),
      ...('baseline.json' in beside && { baseline: '../baseline.json' }),
      beside,
      damaged,
    };
  });

/** Every kind of trial. */
export const kinds: Readonly<Record<Kind, fc.Arbitrary<Trial>>> = {
  documents,
  examples: mutatedExamples,
  bytes: damagedBytes,
  settings,
};
