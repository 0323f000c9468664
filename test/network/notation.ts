import { parse } from 'yaml';
import { rules } from '../../rules/index.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { viewsOf } from '../../src/evaluate/policy-view.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { buildPolicy, type PolicyContent } from '../../src/policy/build.ts';
import { load } from '../support/load.ts';

/** A record of a network as an inventory writes it. */
export type Fields = { readonly id: string; readonly [field: string]: unknown };

/** The sections of an inventory that make a network. */
export interface Drawing {
  readonly segments: Fields[];
  readonly systems: Fields[];
  readonly services: Fields[];
  readonly connections: Fields[];
}

const usualLayers: Readonly<Record<string, string>> = {
  M: 'mynumber',
  L: 'lgwan',
  I: 'internet',
  X: 'external',
};

const statement =
  /(?<name>[\w?]+)(?:=(?<layer>\w+)|@(?<homes>[\w?,]*)|(?<arrow>[->])(?<to>[\w?]+))(?:\s*(?<fields>\{(?:[^{}]|\{[^{}]*\})*\}))?\s*/gy;

/**
 * Reads a network in a few signs, each with more fields in braces where it needs them:
 *
 * - `M-L`, `M>L`: a connection, both ways or one way; its id is what is written
 * - `pc@M,L`: a system that stands in segments
 * - `plant=works`: a segment of a layer; `none`: of no layer; `=service`: a service
 *
 * Names that begin with M, L, I, X or ? are segments of mynumber, lgwan, internet, external or no layer.
 */
export function draw(text: string): Drawing {
  const drawing: Drawing = { segments: [], systems: [], services: [], connections: [] };
  const known = new Set<string>();
  const segment = (id: string, layer: string | undefined, fields: object = {}) => {
    if (known.has(id)) return;
    known.add(id);
    drawing.segments.push({ id, name: id, ...(layer === undefined ? {} : { layer }), ...fields });
  };
  const mention = (id: string) => {
    if (/^[MLIX?]\d*$/.test(id)) segment(id, usualLayers[id[0] ?? '']);
    else if (!known.has(id)) throw new Error(`${id} is not declared`);
  };
  let end = 0;
  for (const match of text.trim().matchAll(statement)) {
    const { name: id = '', layer, homes, arrow, to = '', fields: written = '{}' } = match.groups ?? {};
    const fields = parse(written) as object;
    end = match.index + match[0].length;
    if (layer === 'service') {
      known.add(id);
      drawing.services.push({ id, name: id, ...fields });
    } else if (layer !== undefined) segment(id, layer === 'none' ? undefined : layer, fields);
    else if (homes !== undefined) {
      const segments = homes.split(',').filter((home) => home !== '');
      segments.forEach(mention);
      known.add(id);
      drawing.systems.push({ id, name: id, segments, ...fields });
    } else {
      for (const one of [id, to]) mention(one);
      const direction = arrow === '>' ? { direction: 'one-way' } : {};
      const connection = `${id}${arrow}${to}`;
      drawing.connections.push({ id: connection, name: connection, from: id, to, ...direction, ...fields });
    }
  }
  if (end !== text.trim().length) throw new Error(`not understood: ${text.trim().slice(end)}`);
  return drawing;
}

/** One record a line, so that a line says which record it is. */
function toYaml(drawing: Drawing): { text: string; idAt: (line: number) => string } {
  const ids: string[] = [];
  const lines = Object.entries(drawing).flatMap(([section, records]: [string, Fields[]]) => {
    if (records.length === 0) return [];
    ids.push('', ...records.map(({ id }) => id));
    return [`${section}:`, ...records.map((record) => `  - ${JSON.stringify(record)}`)];
  });
  return { text: lines.join('\n'), idAt: (line) => ids[line - 1] ?? '' };
}

/** Reads a drawing as an inventory. */
export async function inventoryOf(drawing: Drawing): Promise<Inventory> {
  return load(filesOf(toYaml(drawing).text));
}

/** A drawing is the whole network: what it does not show, the body does not have. */
function filesOf(text: string): Record<string, string> {
  const rest = ['segments', 'connections', 'systems'].filter(
    (section) => !new RegExp(`^${section}:`, 'm').test(text),
  );
  const whole = 'organization: { name: 関所市, complete: [segments, connections, systems] }\n';
  return { 'network.yaml': text, 'rest.yaml': whole + rest.map((section) => `${section}: []\n`).join('') };
}

/** A policy that knows the usual layers and those given, and cites one rule. */
export function policyOf(rule: string, more: Partial<PolicyContent> = {}) {
  const text = { ja: '条項', en: 'clause' };
  const cited = [{ id: rule, basis: 'stated' as const }];
  return buildPolicy({
    id: 'example',
    title: text,
    clauses: [{ ref: '1', title: text, summary: text, modality: 'must', rules: cited }],
    ...more,
  });
}

/** Judges an inventory by one rule alone. */
export function judgeInventory(rule: string, inventory: Inventory, more: Partial<PolicyContent> = {}) {
  const evaluation = evaluate({
    inventory,
    views: viewsOf(inventory, [policyOf(rule, more)]),
    rules: rules.filter(({ id }) => id === rule),
    catalogue: rules,
    weights: { rules: {} },
    asOf: '2026-11-20',
  });
  if (evaluation.errors.length > 0) throw new Error(JSON.stringify(evaluation.errors));
  return evaluation;
}

/**
 * What a rule says of a network: `fail M-L: M (M-L) L (L>I) I` for a finding with its way, hop by hop, each with the
 * record that lets it pass; an unknown says which field of which record would tell (`? L.layer`). Without findings
 * `pass` or `not applicable`.
 */
export async function judge(
  rule: string,
  drawing: Drawing,
  more: Partial<PolicyContent> = {},
): Promise<string[]> {
  const { text, idAt } = toYaml(drawing);
  const { findings, tallies } = judgeInventory(rule, await load(filesOf(text)), more);
  if (findings.length === 0) {
    const passes = (tallies.get('example')?.get(rule)?.total().pass ?? 0) > 0;
    return [passes ? 'pass' : 'not applicable'];
  }
  return findings.map(({ verdict, record, paths = [], missing, location }) => {
    const hops = (paths[0]?.steps ?? []).map(({ hop }) => hop);
    for (const [index, { from }] of hops.entries())
      if (index > 0 && hops[index - 1]?.to.id !== from.id) throw new Error('the way is torn');
    if (idAt(location.line) !== record.id) throw new Error('not at the record');
    const over = hops.map(({ record: { id: by }, to }) => ` (${by}) ${to.id}`);
    const way = hops.length === 0 ? '' : ` ${hops[0]?.from.id}${over.join('')}`;
    const lacking = missing === undefined ? '' : ` ? ${missing.record.id}.${missing.field}`;
    return `${verdict} ${record.id}:${way}${lacking}`;
  });
}
