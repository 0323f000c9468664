import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, loadAll, mergeTag } from 'js-yaml';
import { stringify } from 'yaml';
import type { Policy } from '../../src/policy/policy.ts';
import type { Mutation } from '../../src/rule.ts';

const examples = path.resolve(import.meta.dirname, '../../examples');

/** An inventory as plain data, by section: anchors resolved, the files joined. */
export type Content = Record<string, unknown>;

/** Something changed in an inventory. */
export interface Edit {
  /** the record and the field: `assets/給与 storage.locked`, `organization roles` */
  readonly place: string;
  apply(content: Content): void;
}

type Fields = Record<string | number, unknown>;

/** js-yaml, since it takes a quarter of the time that `yaml` does; dates stay texts, as sekisho reads them. */
const schema = CORE_SCHEMA.withTags(mergeTag);

const examplesRead = new Map<string, Content>();

/** Reads an example's files as one inventory; whoever gets it may change it. */
export function readExample(name: string): Content {
  const known = examplesRead.get(name) ?? readFiles(name);
  examplesRead.set(name, known);
  return copy(known);
}

function readFiles(name: string): Content {
  const content: Content = {};
  const folder = path.join(examples, name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  for (const file of files.sort()) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    for (const document of loadAll(text, { schema })) {
      for (const [section, value] of Object.entries((document ?? {}) as Content)) {
        if (section.startsWith('x-') || section === 'sekisho') continue;
        const known = content[section];
        content[section] = Array.isArray(known) ? [...known, ...(value as unknown[])] : value;
      }
    }
  }
  return content;
}

/** @returns the inventory as it is after some edits; what is given stays as it is */
export function edited(content: Content, edits: readonly Edit[]): Content {
  const result = copy(content);
  for (const edit of edits) edit.apply(result);
  return result;
}

/** The edits that a rule's mutation tells of; what it says of whole files is no edit of the inventory. */
export function editsOf({
  set: values = {},
  unset: fields = [],
  remove: places = [],
  add: records = {},
}: Mutation) {
  return [
    ...Object.entries(values).map(([place, value]) => set(place, value)),
    ...fields.map(unset),
    ...places.map(remove),
    ...Object.entries(records).map(([section, record]) => add(section, { ...record })),
  ];
}

/**
 * An inventory as the texts of files: one for each record, named after it.
 *
 * @param since only the files are written that are not the same in this inventory
 */
export function toFiles(content: Content, since: Content = {}): Record<string, string> {
  const before = filesOf(since);
  const files = [...filesOf(content)].filter(
    ([name, file]) => JSON.stringify(before.get(name)) !== JSON.stringify(file),
  );
  return Object.fromEntries(files.map(([name, file]) => [name, stringify(file)]));
}

/** @returns the files of an inventory by their names, as data */
export function filesOf(content: Content): ReadonlyMap<string, Content> {
  const files = new Map<string, Content>();
  for (const [section, value] of Object.entries(content)) {
    if (!Array.isArray(value) || value.length === 0) files.set(`${section}.yaml`, { [section]: value });
    else
      for (const record of value) {
        const name = `${section}/${record.id}.yaml`;
        files.set(files.has(name) ? `${section}/${record.id} (2).yaml` : name, { [section]: [record] });
      }
  }
  return files;
}

/** Writes a value into a field, which need not be there yet. */
export function set(place: string, value: unknown): Edit {
  return {
    place,
    apply(content) {
      const [holder, key] = fieldAt(content, place);
      if (holder[key] === value) throw new Error(`${place} is ${value} as it is`);
      holder[key] = value;
    },
  };
}

/** Takes a field out. */
export function unset(place: string): Edit {
  return {
    place,
    apply(content) {
      const [holder, key] = fieldAt(content, place);
      if (!(key in holder)) throw new Error(`there is no ${place}`);
      delete holder[key];
    },
  };
}

/** Appends a record to its section, which is made where it is missing. */
export function add(
  section: string,
  record: { readonly id: string; readonly [field: string]: unknown },
): Edit {
  return {
    place: `${section}/${record.id}`,
    apply(content) {
      content[section] ??= [];
      sectionOf(content, section).push(copy(record));
    },
  };
}

/** Takes a record out. */
export function remove(place: string): Edit {
  return {
    place,
    apply(content) {
      const [section = ''] = place.split('/', 1);
      const records = sectionOf(content, section);
      records.splice(records.indexOf(recordAt(content, place)), 1);
    },
  };
}

/** @throws Error if there is no such record */
export function recordAt(content: Content, place: string): Fields {
  const [, section = '', id] = /^([^/]+)(?:\/(.*))?$/.exec(place) ?? [];
  const record =
    id === undefined
      ? (content[section] as Fields)
      : sectionOf(content, section).find((one) => one['id'] === id);
  if (record === undefined) throw new Error(`there is no record ${place}`);
  return record;
}

function sectionOf(content: Content, section: string): Fields[] {
  const records = content[section];
  if (!Array.isArray(records)) throw new Error(`there is no section ${section}`);
  return records;
}

/** @returns what holds a field, made where it is missing, and the field's key in it */
function fieldAt(content: Content, place: string): [holder: Fields, key: string] {
  const [record = '', field = ''] = place.split(' ');
  const steps = field.split('.');
  const key = steps.pop() ?? '';
  let holder = recordAt(content, record);
  for (const step of steps) {
    holder[step] ??= {};
    holder = holder[step] as Fields;
  }
  return [holder, key];
}

function copy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** What it takes to mend examples/city, in the order of the table in its README. */
const cityMends: readonly Edit[] = [
  remove('connections/annex-4'),
  set('systems/koseki-files segments', ['戸籍']),
  set('systems/koseki-files addresses', ['10.10.50.12']),
  set('systems/term-branch authentication.factors', ['knowledge', 'biometric']),
  set('systems/口座振替端末 export.disabled', true),
  set('assets/access-log system', 'log-server'),
  set('assets/認定調査票 encryption.atRest', true),
  set('assets/番号届出書 classification.confidentiality', 3),
  set('assets/廃棄端末-リース disposal.method', 'physical-destruction'),
  set('assets/支所受付届書 transport.lockedCase', true),
  set('assets/災害対策記録 classification.availability', 2),
  set('assets/合併引継文書 manager', '総務課長'),
  set('assets/固定資産税 copies.1.confidentiality', 3),
  set('facilities/第2庁舎書庫 locked', true),
  set('systems/internet-mail mail.autoForward', false),
  set('connections/国保連合会 specific.ports', [443]),
  set('segments/water-control layer', 'lgwan'),
  set('assets/鍵管理簿 classification.availability', 2),
  set('assets/利用者台帳 encryption.inTransit', true),
  set('systems/bulk-mail mail.encryption', true),
  set('systems/lg-files classification.confidentiality', 3),
  set('assets/民生委員名簿 contains', ['public-information']),
  set('assets/廃棄複合機 disposal.method', 'physical-destruction'),
  personalDataAtHighest(),
  // What carries it has that level, too.
  set('services/kosodate-cloud confidentiality', 3),
  set('systems/reservation-web classification.confidentiality', 3),
  set('systems/water-billing classification.confidentiality', 3),
];

/** The city decides that personal data belongs at the highest level. */
function personalDataAtHighest(): Edit {
  return {
    place: 'assets',
    apply(content) {
      for (const { contains = [], classification } of sectionOf(content, 'assets')) {
        const levels = classification as { confidentiality?: unknown } | undefined;
        const kinds = contains as readonly string[];
        if (levels?.confidentiality === 2 && kinds.some((kind) => kind.includes('personal-information')))
          levels.confidentiality = 3;
      }
    },
  };
}

/** examples/city without its planted faults. */
export function mendedCity(): Content {
  return dated(edited(readExample('city'), cityMends));
}

/** Says of everything since when it exists, and of every contract since when it runs. */
function dated(content: Content): Content {
  for (const section of ['systems', 'services', 'segments', 'facilities', 'assets', 'contracts']) {
    for (const record of (content[section] ?? []) as Record<string, unknown>[]) {
      if (section === 'contracts') record['period'] ??= { starts: '2024-04-01' };
      else record['introduced'] ??= '2020-04-01';
    }
  }
  return content;
}

/**
 * The city under a policy of its own choice: its agencies (but the schools, for which no policy of these is made) are
 * the bodies in scope, and every clause that asks for an attestation has one.
 */
export function cityUnder({ id, scope, clauses }: Policy): Content {
  const content = mendedCity();
  const { agencies } = recordAt(content, 'organization') as { agencies?: { id: string; organ: string }[] };
  const ours = (agencies ?? []).filter((agency) => agency.id !== 'schools');
  for (const [index, agency] of ours.entries())
    agency.organ = scope.agencies[index % scope.agencies.length]?.id ?? agency.organ;
  content['attestations'] = clauses
    .filter(({ attestation }) => attestation)
    .map(({ ref }) => ({
      id: ref,
      policy: id,
      clause: ref,
      statement: '守られていることを確かめた',
      by: '最高情報セキュリティ責任者',
      date: '2026-09-18',
    }));
  return content;
}
