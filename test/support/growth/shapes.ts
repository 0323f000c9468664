import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { listSections } from '../../../generated/records.ts';
import { inventoryShape } from '../../../generated/shapes.ts';
import { rules } from '../../../rules/index.ts';
import { coverageFormats, findingFormats, graphFormats } from '../../../src/report/formats.ts';
import type { Shape } from '../../../src/schema/shape.ts';
import { statedCitation } from '../citations.ts';

/** What the program is given. */
export interface Input {
  readonly files: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
}

/** An input of any size: its bytes grow as the number does, or less. */
export interface Growing {
  /** a number at which work can be counted: four times as many take a second or less */
  readonly size: number;
  readonly input: (count: number) => Input;
}

type Fields = Readonly<Record<string, unknown>>;

/** How records are filled in. */
interface Filling {
  /** the id of the record in the place of a reference */
  readonly refer: (sections: readonly string[], index: number) => string;
  /** how many items stand in each list */
  readonly width: number;
  /** whether no value is of the vocabulary */
  readonly wrong?: boolean;
}

const ruleIds = rules.map(({ id }) => id);
const asked = ['--as-of', '2026-11-20', '--lang', 'en'];
const roomy = ['--limit', 'schemaErrors=1000000'];

/** Words for fields whose values mean something, by the name of the field. */
const wordsFor: Readonly<Record<string, (index: number) => unknown>> = {
  layer: (index) => ['mynumber', 'lgwan', 'internet', 'external'][index % 4],
  cidr: (index) => `10.${(index >> 8) % 256}.${index % 256}.0/${[8, 16, 24, 25][index % 4]}`,
  addresses: (index) => `10.${(index >> 8) % 256}.${index % 256}.1`,
  ports: (index) => 1 + (index % 60_000),
  protocol: (index) => ['https', 'tcp', 'sftp'][index % 3],
  confidentiality: (index) => 1 + (index % 3),
  integrity: (index) => 1 + (index % 2),
  availability: (index) => 1 + (index % 2),
  organ: (index) => ['mayor', 'assembly'][index % 2],
  // A few rules of all areas: how many are named, and so how much is found by one that is, must not grow with the records.
  rules: (index) => ruleIds[((index % 12) * 37) % ruleIds.length],
  policy: () => 'own',
  clause: (index) => `第${1 + (index % ruleIds.length)}条`,
  path: () => 'evidence.txt',
  sha256: () => createHash('sha256').update('x').digest('hex'),
};

function filled(shape: Shape, key: string, index: number, filling: Filling): unknown {
  const { types, properties, items } = shape;
  const { width, refer, wrong } = filling;
  if (items !== undefined)
    return Array.from({ length: width }, (_, at) => filled(items, key, index * width + at, filling));
  if (properties !== undefined)
    return Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, filled(property, name, index, filling)]),
    );
  if (wrong) return `wrong-${index}`;
  if (shape.refersTo !== undefined) return refer(shape.refersTo, index);
  const known = wordsFor[key]?.(index);
  if (types.some((type) => type === typeof known || (type === 'integer' && typeof known === 'number')))
    return known;
  if (shape.enum !== undefined) {
    const word = shape.enum[(index + key.length) % shape.enum.length];
    return word === 'false' ? false : types.includes('integer') ? Number(word) : word;
  }
  if (shape.format !== undefined) return '2026-10-01';
  if (types.includes('boolean')) return (index + key.length) % 2 === 0 && !types.includes('string');
  if (types.includes('integer') || types.includes('number')) return 1 + (index % 300);
  return `${key}-${index}`;
}

/** The nth record of a section, with all that can be stated of one. */
function recordOf(section: string, shape: Shape, index: number, filling: Filling): Fields {
  const fields = filled(shape, '', index, filling) as Fields;
  return { ...fields, id: idOf(section, index), name: `名称${index}` };
}

const idOf = (section: string, index: number) => `${section}-${index}`;

/** Every section with so many records; the first of them is filled in otherwise where `first` says how. */
function everySection(count: number, filling: Filling, first: Filling = filling): Fields {
  const { organization, ...lists } = inventoryShape.properties as Readonly<Record<string, Shape>>;
  const agency = organization?.properties?.['agencies']?.items as Shape;
  const division = organization?.properties?.['divisions']?.items as Shape;
  const records = (section: string, shape: Shape) =>
    Array.from({ length: count }, (_, index) =>
      recordOf(section, shape, index, index === 0 ? first : filling),
    );
  return {
    organization: {
      ...(filled(organization as Shape, '', 0, { ...first, wrong: false }) as Fields),
      name: '団体',
      policy: undefined,
      complete: [],
      agencies: records('agencies', agency),
      divisions: records('divisions', division),
    },
    ...Object.fromEntries(
      listSections.map((section) => [section, records(section, lists[section]?.items as Shape)]),
    ),
  };
}

const localized = (text: string) => ({ ja: text, en: text });

/** Cites every rule, so that none goes unmeasured. */
const clauses = rules.map((rule, index) => ({
  ref: `第${index + 1}条`,
  title: localized('題'),
  summary: localized('要旨'),
  modality: 'must',
  rules: [statedCitation(rule)],
}));
const policy = { id: 'own', title: localized('方針'), extends: 'minakami', clauses };

const oneRecordALine = (inventory: Fields) =>
  Object.entries(inventory)
    .map(([section, content]) =>
      Array.isArray(content)
        ? `${section}:\n${content.map((record) => `  - ${JSON.stringify(record)}\n`).join('')}`
        : `${section}: ${JSON.stringify(content)}\n`,
    )
    .join('');
const oneLine = (inventory: Fields) => `${JSON.stringify(inventory)}\n`;
const block = (inventory: Fields) => stringify(inventory, { lineWidth: 0, aliasDuplicateObjects: false });

function checked(text: string | Readonly<Record<string, string>>, argv: readonly string[] = []): Input {
  const inventory = typeof text === 'string' ? { 'a.yaml': text } : text;
  return {
    files: {
      'own.policy.yaml': JSON.stringify(policy),
      'inventory/evidence.txt': 'x',
      ...Object.fromEntries(
        Object.entries(inventory).map(([name, content]) => [`inventory/${name}`, content]),
      ),
    },
    argv: ['check', 'inventory', '-p', 'own.policy.yaml', ...asked, ...roomy, ...argv],
  };
}

/** Asks for reports in several formats at once. */
const inFormats = (formats: readonly string[]) =>
  formats.flatMap((format) => ['-f', `${format}=report.${format}`]);
const everyFormat = inFormats(Object.keys(findingFormats));
/** Those that gather nothing, so that each of their lines is for a finding whatever their number. */
const formatsOfEach = inFormats(['json', 'sarif', 'sarif-audit', 'csv', 'junit', 'gitlab']);

/** In the place of a reference, the id of a record of one of the sections that it may lead to. */
const referring =
  (choose: (index: number) => number): Filling['refer'] =>
  (allowed, index) => {
    if (allowed[0] === '*') {
      const section = listSections[index % listSections.length] ?? '';
      return `${section}/${idOf(section, choose(index))}`;
    }
    return idOf(allowed[index % allowed.length] ?? '', choose(index));
  };
const toOne: Filling = { width: 2, refer: referring(() => 0) };
const toNext = (count: number): Filling => ({ width: 2, refer: referring((index) => (index + 1) % count) });
const toNone: Filling = { width: 2, refer: (_, index) => `none-${index}` };
const wrong: Filling = { ...toNone, width: 1, wrong: true };

const list = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));
const lines = (count: number, line: (index: number) => string) => list(count, line).join('');

const asset = (index: number): Fields => ({ id: idOf('assets', index), name: '資産', manager: false });
const exception = (index: number, records: readonly string[]): Fields => ({
  id: idOf('exceptions', index),
  rules: ['classification/manager-assigned'],
  records,
  reason: '更改まで',
  applicant: '課長',
  approver: '最高情報セキュリティ責任者',
  approved: '2026-04-01',
  expires: '2027-03-31',
});
const layers = ['mynumber', 'lgwan', 'internet'];
/** One of the segments of all layers in turn. */
const segment = (index: number): Fields => ({
  id: idOf('segments', index),
  name: '網',
  layer: layers[index % 3],
});
/** Segments of all layers, each joined to two others. */
const network = (count: number): Fields => ({
  segments: list(count, segment),
  connections: list(count, (index) => ({
    id: idOf('connections', index),
    name: '接続',
    from: idOf('segments', index),
    to: idOf('segments', (index * 7 + 1) % count),
  })),
});

/** Instead of being checked. */
const under = (command: string, { files }: Input, options: readonly string[]): Input => ({
  files,
  argv: [command, 'inventory', '-p', 'own.policy.yaml', ...asked, ...roomy, ...options],
});

const large = (input: Growing['input']): Growing => ({ size: 8, input });
const small = (input: Growing['input']): Growing => ({ size: 16, input });
/** As `small`, but for what is longest: four times as many records stay below the length from which the values of a text are counted. */
const long = (input: Growing['input']): Growing => ({ size: 12, input });
/** All fields of every section: four times as many records must stay below the length from which the values of a text are counted first. */
const lists = (input: Growing['input']): Growing => ({ size: 9, input });
/** Beyond the 64 keys of a mapping that are looked through for a path, rather than looked up. */
const beyondKeys = (input: Growing['input']): Growing => ({ size: 66, input });

/**
 * Everything that takes a list or a reference, from the schemas, so that a new section or field is measured by itself; and
 * what more can be many: files, documents, aliases, ranges, ways, entries of a baseline, clauses of a policy.
 */
export const growing: Readonly<Record<string, Growing>> = {
  'records that all refer to one': large((count) =>
    checked(oneRecordALine(everySection(count, toOne)), formatsOfEach),
  ),
  'records that refer to the next, all on one line': large((count) =>
    checked(oneLine(everySection(count, toNext(count))), formatsOfEach),
  ),
  'records in block style': large((count) =>
    checked(block(everySection(count, toNext(count))), ['-f', 'json']),
  ),
  'records that refer to what is not there': large((count) =>
    checked(oneRecordALine(everySection(count, toNone)), ['-f', 'json']),
  ),
  'records with values that are not of the vocabulary': large((count) =>
    checked(oneRecordALine(everySection(count, wrong)), ['-f', 'json']),
  ),
  'records of one id': large((count) => {
    const inventory = everySection(count, toOne);
    const alike = Object.entries(inventory).map(([section, content]) => [
      section,
      Array.isArray(content)
        ? content.map((record: Fields) => ({ ...record, id: idOf(section, 0) }))
        : content,
    ]);
    return checked(oneRecordALine(Object.fromEntries(alike)), ['-f', 'json']);
  }),
  'lists of one record that refer to all others': lists((count) => {
    const filling = toNext(count);
    return checked(
      oneRecordALine(everySection(count, { ...filling, width: 1 }, { ...filling, width: count })),
      ['-f', 'json'],
    );
  }),
  'lists of one record that refer to one': small((count) =>
    checked(oneRecordALine(everySection(1, { ...toOne, width: count })), everyFormat),
  ),
  'lists of one record that refer to what is not there': small((count) =>
    checked(oneLine(everySection(1, { ...toNone, width: count })), formatsOfEach),
  ),
  'lists of one record with values that are not of the vocabulary': large((count) =>
    checked(oneLine(everySection(1, { ...wrong, width: count })), ['-f', 'json']),
  ),
  'keys that are not of the vocabulary': beyondKeys((count) =>
    checked(
      oneRecordALine({
        assets: [{ ...asset(0), ...Object.fromEntries(list(count, (index) => [`manger${index}`, 1])) }],
        ...Object.fromEntries(list(count, (index) => [`asets${index}`, []])),
      }),
      ['-f', 'text'],
    ),
  ),
  files: small((count) =>
    checked(
      Object.fromEntries(
        list(count, (index) => [
          `${index}/a.yaml`,
          oneRecordALine({ assets: [asset(index)], segments: [{ id: idOf('segments', index), name: '網' }] }),
        ]),
      ),
      ['-f', 'text'],
    ),
  ),
  'files that are not YAML': small((count) =>
    checked(Object.fromEntries(list(count, (index) => [`${index}.yaml`, 'assets: [\n']))),
  ),
  documents: small((count) =>
    checked(
      lines(count, (index) => `---\n${oneRecordALine({ assets: [asset(index)] })}`),
      ['-f', 'text'],
    ),
  ),
  'anchors, aliases and merge keys': beyondKeys((count) =>
    checked(
      [
        lines(
          count,
          (index) => `x-${index}: &x${index} { manager: false, copies: [{ location: ${index} }] }\n`,
        ),
        'assets:\n',
        lines(count, (index) => `  - { <<: *x${index}, id: assets-${index}, name: 資産 }\n`),
        lines(count, (index) => `  - { <<: [*x0, *x${index}], id: more-${index}, name: 資産 }\n`),
        'systems: &systems\n',
        lines(count, (index) => `  - &s${index} { id: systems-${index}, name: *n }\n`).replace(
          '*n',
          '&n 名称',
        ),
        'x-systems: *systems\n',
      ].join(''),
      ['-f', 'json'],
    ),
  ),
  'a long text': small((count) =>
    checked(
      oneRecordALine({ assets: [{ ...asset(0), name: '長い&<_\u202e'.repeat(count * 10) }] }),
      everyFormat,
    ),
  ),
  'comments and lines with nothing on them': small((count) =>
    checked(`${'# 注\n\n'.repeat(count * 10)}${oneRecordALine({ assets: [asset(0)] })}`, ['-f', 'text']),
  ),
  'ranges that overlap, and addresses in them': small((count) =>
    checked(
      oneRecordALine({
        segments: list(count, (index) => ({
          ...segment(index),
          cidr: [`10.0.0.0/${8 + (index % 20)}`, `10.${index % 256}.0.0/16`],
        })),
        systems: list(count, (index) => ({
          id: idOf('systems', index),
          name: '機器',
          segments: [idOf('segments', index)],
          addresses: [`10.${index % 256}.0.1`],
        })),
      }),
    ),
  ),
  'a network': small((count) => checked(oneRecordALine(network(count)), everyFormat)),
  'connections of a system that stands in many segments': small((count) =>
    checked(
      oneRecordALine({
        segments: list(count, segment),
        systems: [
          { id: 'hub', name: '機器', segments: list(count, (index) => idOf('segments', index)) },
          ...list(count, (index) => ({ id: idOf('systems', index), name: '機器', segments: ['segments-0'] })),
        ],
        connections: list(count, (index) => ({
          id: idOf('connections', index),
          name: '接続',
          from: 'hub',
          to: idOf('systems', index),
        })),
      }),
      ['-f', 'json'],
    ),
  ),
  'records of an agency each': small((count) =>
    checked(
      oneRecordALine({
        organization: {
          name: '団体',
          agencies: list(count, (index) => ({ id: idOf('agencies', index), name: '部局', organ: 'mayor' })),
        },
        assets: list(count, (index) => ({
          ...asset(index),
          agency: idOf('agencies', index),
          division: `課${index}`,
        })),
      }),
      everyFormat,
    ),
  ),
  'one exception with many records': small((count) =>
    checked(
      oneRecordALine({
        assets: list(count, asset),
        exceptions: [
          exception(
            0,
            list(count, (index) => idOf('assets', index)),
          ),
        ],
      }),
      everyFormat,
    ),
  ),
  'exceptions with a record each': small((count) =>
    checked(
      oneRecordALine({
        assets: list(count, asset),
        exceptions: list(count, (index) => exception(index, [idOf('assets', index)])),
      }),
    ),
  ),
  'exceptions for one record': small((count) =>
    checked(
      oneRecordALine({
        assets: [asset(0)],
        exceptions: list(count, (index) => exception(index, [idOf('assets', 0)])),
      }),
    ),
  ),
  'pieces of evidence, each its own file': small((count) =>
    checked({
      ...Object.fromEntries(list(count, (index) => [`evidence/${index}.txt`, 'x'])),
      'a.yaml': oneRecordALine({
        assets: list(count, (index) => ({
          ...asset(index),
          manager: '課長',
          evidence: [{ path: `evidence/${index}.txt` }, { path: `none/${index}.txt` }],
        })),
      }),
    }),
  ),
  'entries of a baseline': small((count) => {
    const { files, argv } = checked(oneRecordALine({ assets: list(count, asset) }), everyFormat);
    const findings = list(count, (index) => ({
      rule: 'classification/manager-assigned',
      record: `assets/${idOf('assets', index)}`,
      name: '資産',
      verdict: 'fail',
      fingerprint: `v1:${index.toString(16).padStart(32, '0')}`,
    }));
    return {
      files: { ...files, 'baseline.json': JSON.stringify({ schemaVersion: 1, findings }) },
      argv: [...argv, '--baseline', 'baseline.json', '--show-suppressed'],
    };
  }),
  'records that changed': small((count) => {
    const { files, argv } = checked(
      oneRecordALine({ ...network(count), assets: list(count, asset) }),
      everyFormat,
    );
    const before = list(count, (index) => ({ ...asset(index * 2), manager: '課長' }));
    return {
      files: { ...files, 'before/a.yaml': oneRecordALine({ assets: before }) },
      argv: [...argv, '--base', 'before'],
    };
  }),
  'clauses, layers, levels and agencies of a policy': small((count) => {
    const { files, argv } = checked(
      oneRecordALine({ assets: [{ ...asset(0), classification: { confidentiality: 'L1' } }] }),
      everyFormat,
    );
    const name = localized('名');
    const own = {
      id: 'own',
      title: localized('方針'),
      clauses: list(count, (index) => ({
        ref: `第${index}条`,
        title: localized('題'),
        summary: localized('要旨'),
        modality: 'must',
        rules: rules
          .slice(index % 3 === 0 ? index % rules.length : 0)
          .slice(0, 1)
          .map(statedCitation),
      })),
      layers: list(count, (index) => ({ id: `layer-${index}`, name })),
      scales: {
        confidentiality: list(count, (index) => ({
          level: `L${index}`,
          means: 3 - Math.floor((3 * index) / count),
          name,
          clause: `第${index}条`,
        })),
      },
      scope: { agencies: list(count, (index) => ({ id: `organ-${index}`, name })) },
      exceptions: { never: list(Math.min(count, ruleIds.length), (index) => ruleIds[index]) },
    };
    return { files: { ...files, 'own.policy.yaml': JSON.stringify(own) }, argv };
  }),
  'the coverage of many records': large((count) =>
    under(
      'coverage',
      checked(oneRecordALine(everySection(count, toOne))),
      inFormats(Object.keys(coverageFormats)),
    ),
  ),
  'the graph of a network': long((count) =>
    under(
      'graph',
      checked(oneRecordALine({ ...everySection(count, toNext(count)), ...network(count) })),
      inFormats(Object.keys(graphFormats)),
    ),
  ),
};
