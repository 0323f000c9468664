import type { Machine, Termination } from './lists.ts';

// The notes of a record are content of the inventory, which is written in Japanese; NetBox's own word stands
// beside.
const statusNames: ReadonlyMap<string, string> = new Map([
  ['offline', '停止中'],
  ['planned', '計画中'],
  ['staged', '準備中'],
  ['failed', '故障中'],
  ['inventory', '保管中'],
  ['paused', '一時停止中'],
  ['decommissioning', '撤去中'],
  ['reserved', '予約済み'],
  ['deprecated', '廃止予定'],
]);

// What is in use needs no remark.
const inUse: ReadonlySet<string> = new Set(['active', 'connected']);

/** @returns remarks on what NetBox says of a thing and no field of the inventory holds */
export function notesOf(
  status: string | undefined,
  ...texts: readonly (string | undefined)[]
): string | undefined {
  const remarks = [...texts, statusNote(status)].filter((text) => text !== undefined);
  return remarks.length === 0 ? undefined : remarks.join('\n');
}

/** @returns the remark that a connection was guessed from a cable */
export function cableNote(ends: readonly [Termination, Termination], label: string | undefined): string {
  const [from, to] = ends.map(({ name }) => name ?? '?');
  return `NetBoxのケーブル${label === undefined ? '' : `「${label}」`}（${from} – ${to}）からの推定`;
}

/** @returns a name for a machine that has none in NetBox: its model, number and site */
export function machineName({ name, kind, id, model, site }: Machine): string {
  if (name !== undefined) return name;
  return `${model?.name ?? kind} #${id}${site === undefined ? '' : ` (${site.name})`}`;
}

/** @returns the name of a segment that only stands for a layer */
export function layerName(layer: string): string {
  return `${layer}（セグメント不明）`;
}

/** The remark of such a segment. */
export const layerNote = 'NetBoxからは接続先のセグメントが分からず、対応表で系だけが分かる機器をまとめたもの';

function statusNote(status: string | undefined): string | undefined {
  if (status === undefined || inUse.has(status)) return undefined;
  const name = statusNames.get(status);
  return `NetBoxの状態: ${name === undefined ? status : `${name} (${status})`}`;
}
