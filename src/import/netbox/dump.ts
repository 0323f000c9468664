import { groupBy } from '../../base/groups.ts';
import { asId, asList, asObject, asText, given, type JsonObject } from './json.ts';
import type { ListName } from './list-names.ts';

/** A row of a table, as `manage.py dumpdata` writes it. */
export interface DumpItem {
  readonly model: string;
  readonly pk?: unknown;
  readonly fields: JsonObject;
}

/** @returns whether this is what `manage.py dumpdata` writes: rows with the names of their models */
export function isDump(content: unknown): content is readonly DumpItem[] {
  return (
    Array.isArray(content) &&
    content.length > 0 &&
    content.every((item) => {
      const { model, fields } = asObject(item) ?? {};
      return typeof model === 'string' && model.includes('.') && asObject(fields) !== undefined;
    })
  );
}

/** The tables of the lists. */
const tables: Readonly<Record<ListName, string>> = {
  devices: 'dcim.device',
  virtualMachines: 'virtualization.virtualmachine',
  vlans: 'ipam.vlan',
  prefixes: 'ipam.prefix',
  interfaces: 'dcim.interface',
  virtualInterfaces: 'virtualization.vminterface',
  addresses: 'ipam.ipaddress',
  groupAssignments: 'ipam.fhrpgroupassignment',
  cables: 'dcim.cable',
  vrfs: 'ipam.vrf',
  sites: 'dcim.site',
};

/** The tables that fields refer to, where a list of the REST interface would nest the row. */
const references: Readonly<Record<string, string>> = {
  device: 'dcim.device',
  virtual_machine: 'virtualization.virtualmachine',
  device_type: 'dcim.devicetype',
  device_role: 'dcim.devicerole',
  site: 'dcim.site',
  cluster: 'virtualization.cluster',
  tenant: 'tenancy.tenant',
  primary_ip4: 'ipam.ipaddress',
  primary_ip6: 'ipam.ipaddress',
  group: 'ipam.vlangroup',
  vlan: 'ipam.vlan',
  vrf: 'ipam.vrf',
  untagged_vlan: 'ipam.vlan',
  tagged_vlans: 'ipam.vlan',
  qinq_svlan: 'ipam.vlan',
};

/** The fields that say of which table what they go with is. */
const typeFields = ['assigned_object_type', 'interface_type'] as const;

/** Roles of machines and of networks are tables of their own; that of an address is a word. */
const roleTables: ReadonlyMap<string, string> = new Map([
  ['dcim.device', 'dcim.devicerole'],
  ['virtualization.virtualmachine', 'dcim.devicerole'],
  ['ipam.vlan', 'ipam.role'],
  ['ipam.prefix', 'ipam.role'],
]);

/**
 * Makes of a dump of the database what the lists of the REST interface would answer, as far as it is read here.
 *
 * @returns no list for a table of which the dump has no row: whether it was left out cannot be told, but of cables, which each
 *   interface names
 */
export function listsOfDump(items: readonly DumpItem[]): ReadonlyMap<ListName, readonly JsonObject[]> {
  const dump = new Dump(items);
  const lists = Object.entries(tables).map(
    ([name, table]) => [name as ListName, dump.rows(table).map((row) => dump.entryOf(table, row))] as const,
  );
  const found = new Map(lists.filter(([, entries]) => entries.length > 0));
  const ports = dump.rows('dcim.interface');
  const areBare = ports.length > 0 && ports.every(({ fields }) => fields['cable'] === null);
  if (areBare && !found.has('cables')) found.set('cables', []);
  return found;
}

/** The rows of a dump, by table and key. */
class Dump {
  readonly #tables: ReadonlyMap<string, readonly DumpItem[]>;
  readonly #rows = new Map<string, DumpItem>();
  readonly #tags: ReadonlyMap<string, readonly DumpItem[]>;
  readonly #ends: ReadonlyMap<string, readonly DumpItem[]>;

  constructor(items: readonly DumpItem[]) {
    this.#tables = groupBy(items, ({ model }) => model.toLowerCase());
    for (const item of items) this.#rows.set(rowKey(item.model.toLowerCase(), item.pk), item);
    this.#tags = groupBy(this.rows('extras.taggeditem'), ({ fields }) =>
      rowKey(this.#contentType(fields['content_type']), fields['object_id']),
    );
    this.#ends = groupBy(this.rows('dcim.cabletermination'), ({ fields }) =>
      rowKey('dcim.cable', fields['cable']),
    );
  }

  rows(table: string): readonly DumpItem[] {
    return this.#tables.get(table) ?? [];
  }

  entryOf(table: string, { pk, fields }: DumpItem): JsonObject {
    const nested = Object.keys(references).filter((field) => field in fields);
    const roles = roleTables.get(table);
    return {
      ...fields,
      ...Object.fromEntries(
        nested.map((field) => [field, this.#nested(references[field] ?? '', fields[field])]),
      ),
      ...(roles === undefined
        ? {}
        : given('role', this.#nested(roles, fields['role'] ?? fields['device_role']))),
      id: pk,
      tags: (this.#tags.get(rowKey(table, pk)) ?? []).map((item) =>
        this.#nested('extras.tag', item.fields['tag']),
      ),
      ...this.#scope(fields),
      ...Object.fromEntries(
        typeFields
          .filter((field) => field in fields)
          .map((field) => [field, this.#contentType(fields[field])]),
      ),
      ...(table === 'dcim.cable' ? this.#terminations(pk, fields) : {}),
    };
  }

  /** The row that a field refers to, or the rows; of one that is not in the dump, its key alone. */
  #nested(table: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#nested(table, one));
    const id = asId(value);
    return id === undefined ? undefined : { ...this.#rows.get(rowKey(table, id))?.fields, id };
  }

  #scope(fields: JsonObject): JsonObject {
    const type = this.#contentType(fields['scope_type']);
    return type === '' ? {} : { scope_type: type, scope: this.#nested(type, fields['scope_id']) };
  }

  /** Since NetBox 3.3 the ends of a cable are a table of their own. */
  #terminations(cable: unknown, fields: JsonObject): JsonObject {
    const ends = (this.#ends.get(rowKey('dcim.cable', cable)) ?? []).map((end) => end.fields);
    const side = (letter: 'a' | 'b') => {
      const own = ends.filter((end) => asText(end['cable_end'])?.toLowerCase() === letter);
      const before = { type: fields[`termination_${letter}_type`], id: fields[`termination_${letter}_id`] };
      return [
        ...own.map((end) => this.#termination(end['termination_type'], end['termination_id'])),
        ...(asId(before.id) === undefined ? [] : [this.#termination(before.type, before.id)]),
      ];
    };
    return { a_terminations: side('a'), b_terminations: side('b') };
  }

  #termination(contentType: unknown, id: unknown): JsonObject {
    const type = this.#contentType(contentType);
    const port = this.#rows.get(rowKey(type, id))?.fields;
    const object = { ...port, device: this.#nested('dcim.device', port?.['device']) };
    return { object_type: type, object_id: id, object };
  }

  /** With `--natural-foreign` a table is named, otherwise it is numbered. */
  #contentType(value: unknown): string {
    const row = this.#rows.get(rowKey('contenttypes.contenttype', value))?.fields;
    const parts = Array.isArray(value) ? asList(value) : [row?.['app_label'], row?.['model']];
    return parts.every((part) => typeof part === 'string') ? parts.join('.').toLowerCase() : '';
  }
}

function rowKey(table: string, key: unknown): string {
  return `${table} ${String(key)}`;
}
